import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { problem, type TableChoice, type TablePart } from './table-format.ts';
import { tableFormatOf } from './tables.ts';

/** What a process that reads one table may use. */
export interface Limits {
  /** Of JavaScript's memory, in MB. */
  memory: number;
  seconds: number;
}

export const readingLimits: Limits = { memory: 2_048, seconds: 900 };

/**
 * Reads a table in a process of its own, so that whatever is in the file can use up no memory and no time but that
 * process's. `program` is a script of Node that calls `serveTable`, with what Node needs to run it before it.
 */
export async function* readTableApart(
  program: readonly string[],
  path: string,
  choice: TableChoice,
  limits: Limits = readingLimits,
): AsyncGenerator<TablePart> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.memory}`, ...program, JSON.stringify({ path, choice })],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1_000);
  let finished = false;
  try {
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === END) finished = true;
      else if (line.startsWith('{')) yield JSON.parse(line) as TablePart;
    }
    await ended;
    if (finished) return;
    if (late) yield problem(`reading the table took more than ${limits.seconds} seconds`, TOO_MUCH);
    else yield problem(`the table needs more than ${limits.memory} MB of memory, or is damaged`, TOO_MUCH);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

const TOO_MUCH = 'save the sheet that you need alone, as CSV UTF-8, and import that';
const END = 'end';

/** The other side: reads what the arguments say and writes it to standard output, part by part, as fast as it is taken. */
export async function serveTable(request: string, out: NodeJS.WritableStream): Promise<void> {
  const { path, choice } = JSON.parse(request) as { path: string; choice: TableChoice };
  const format = tableFormatOf(path);
  if (format === null) throw new Error(`no format for ${path}`);
  const write = async (text: string) => {
    if (!out.write(`${text}\n`)) await once(out, 'drain');
  };
  for await (const part of format.read(path, choice)) await write(JSON.stringify(part));
  await write(END);
}
