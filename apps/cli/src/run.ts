import { resolve } from 'node:path';
import { type Arguments, parseArguments, unknown } from './arguments.ts';
import { type Call, type Command, exits, type Result } from './command.ts';
import { commands } from './commands/index.ts';
import { explain } from './explain.ts';
import { page, version } from './help.ts';
import { createPaint, type Io, safeJson, safeLine, visible } from './output.ts';
import { createProgress } from './progress.ts';

/**
 * Does what the arguments say, in the given surroundings, and answers the exit code. Whatever stops it becomes one
 * sentence on standard error or, with `--json`, one document on standard output.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const wantsJson = argv.includes('--json');
  try {
    const result = await dispatch(argv, io);
    if (!wantsJson) io.stderr.write(lines(result.notes ?? []));
    io.stdout.write(wantsJson ? `${safeJson(result.json)}\n` : lines(result.text));
    return result.exit;
  } catch (error) {
    const { exit, code, message } = explain(error);
    if (wantsJson) io.stdout.write(`${safeJson({ ok: false, error: { code, message, exit } })}\n`);
    else io.stderr.write(lines([`${createPaint(io.stderr, io.env).bad('article21:')} ${visible(message)}`]));
    return exit;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<Result> {
  const [first, ...rest] = argv;
  if (first === '--version') return done([version], { ok: true, version });
  const asksHelp = first === undefined || first === '--help' || first === '-h' || first === '--json';
  const command = find(asksHelp ? 'help' : first);
  const given = parseArguments(command, rest);
  if (given.values.help) return done(page(command), { ok: true, command: command.name, help: page(command) });
  const progress = createProgress(io.stderr, undefined, given.values.progress === true);
  try {
    const result = await command.run(createCall(given, io, progress));
    // Nothing typed is wrong usage, although the answer is the page of help.
    return first === undefined ? { ...result, exit: exits.usage } : result;
  } finally {
    progress.end();
  }
}

function find(name: string): Command {
  const command = commands.find((known) => known.name === name);
  if (command) return command;
  const names = commands.map((known) => known.name);
  throw unknown(
    name.startsWith('-') ? 'option' : 'command',
    name,
    name.startsWith('-') ? ['--help', '--version'] : names,
  );
}

function createCall({ args, values }: Arguments, io: Io, progress: Call['progress']): Call {
  const value = (option: string) => {
    const given = values[option];
    return typeof given === 'string' ? given : undefined;
  };
  const path = (typed: string) => resolve(io.cwd, typed);
  const data = value('data');
  const isAddress = data !== undefined && /^postgres(?:ql)?:/.test(data);
  return {
    args,
    commands,
    has: (option) => values[option] === true,
    value,
    dataDir: path(data ?? (io.env.DATA_DIR || '.data')),
    // What is typed comes before what stands in the environment.
    storeUrl: isAddress ? data : data === undefined ? io.env.STORE_URL || null : null,
    path,
    paint: createPaint(io.stdout, io.env),
    progress,
    io,
  };
}

function done(text: readonly string[], json: unknown): Result {
  return { exit: exits.done, json, text };
}

/** The one place where text becomes what a terminal is given. */
function lines(text: readonly string[]): string {
  return text.map((line) => `${safeLine(line)}\n`).join('');
}
