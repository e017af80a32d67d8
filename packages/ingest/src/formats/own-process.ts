import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type DocumentText, documentFormatOf } from '../documents/index.ts';
import { problem, type TableChoice, type TablePart, type TableProblem } from './table-format.ts';
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
 * process's. `program` is a script of Node that calls `serveReading`, with what Node needs to run it before it.
 */
export function readTableApart(
  program: readonly string[],
  path: string,
  choice: TableChoice,
  limits: Limits = readingLimits,
): AsyncGenerator<TablePart> {
  return readApart<TablePart>(program, { read: 'table', path, choice }, limits);
}

/** A document takes less than a table of a million rows. */
const documentLimits: Limits = { memory: 1_024, seconds: 60 };

/** Reads the words of a document, in the same way. */
export async function readDocumentApart(
  program: readonly string[],
  path: string,
  limits: Limits = documentLimits,
): Promise<DocumentText> {
  let last: DocumentText | null = null;
  for await (const part of readApart<DocumentText>(program, { read: 'document', path }, limits)) last = part;
  return last ?? problem('no_words', 'the document has nothing in it', 'paste its text instead');
}

type Request = { read: 'table'; path: string; choice: TableChoice } | { read: 'document'; path: string };

async function* readApart<Part>(
  program: readonly string[],
  request: Request,
  limits: Limits,
): AsyncGenerator<Part | { problem: TableProblem }> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.memory}`,
      ...['--import', memoryGuard(limits.memory + BESIDE)],
      ...[...program, JSON.stringify(request)],
    ],
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
      else if (line.startsWith('{')) yield JSON.parse(line) as Part;
    }
    await ended;
    if (finished) return;
    const hint = TOO_MUCH[request.read];
    if (late)
      yield problem(
        { code: 'too_slow', values: { seconds: limits.seconds } },
        `reading the ${request.read} took more than ${limits.seconds} seconds`,
        hint,
      );
    else
      yield problem(
        { code: 'too_much_memory', values: { mb: limits.memory } },
        `the ${request.read} needs more than ${limits.memory} MB of memory, or is damaged`,
        hint,
      );
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** What a process may have beside JavaScript's memory, in MB: the program itself, and the bytes of a file. */
const BESIDE = 512;

/**
 * A module that ends its process where that has more than so many MB. Node limits JavaScript's own memory alone, and what is
 * unpacked is outside of it: 3 MB of a PDF become 3 GB. A thread of its own looks, because the other one is busy.
 */
function memoryGuard(mb: number): string {
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${mb * 1_000_000}) process.kill(process.pid, 'SIGKILL');
  }, 100);`;
  const start = `import { Worker } from 'node:worker_threads';
    new Worker(${JSON.stringify(watch)}, { eval: true, execArgv: [] }).unref();`;
  return `data:text/javascript,${encodeURIComponent(start)}`;
}

const TOO_MUCH = {
  table: 'save the sheet that you need alone, as CSV UTF-8, and import that',
  document: 'paste the words that you need',
};
const END = 'end';
/** The most letters that are given on: whoever reads has them all in memory, and one long cell may be that of every row. */
const MOST_GIVEN = 1_000_000_000;

/** The other side: reads what the arguments say and writes it to standard output, part by part, as fast as it is taken. */
export async function serveReading(
  argument: string,
  out: NodeJS.WritableStream,
  most = MOST_GIVEN,
): Promise<void> {
  const request = JSON.parse(argument) as Request;
  let given = 0;
  const write = async (text: string) => {
    given += text.length;
    // Without the last line the other side says that it is too much.
    if (given > most) throw new Error(`the ${request.read} has more than ${most} letters`);
    if (!out.write(`${text}\n`)) await once(out, 'drain');
  };
  if (request.read === 'document') {
    const format = documentFormatOf(request.path);
    if (format === null) throw new Error(`no format for ${request.path}`);
    await write(JSON.stringify(await format.read(request.path)));
  } else {
    const format = tableFormatOf(request.path);
    if (format === null) throw new Error(`no format for ${request.path}`);
    for await (const part of format.read(request.path, request.choice)) await write(JSON.stringify(part));
  }
  await write(END);
}
