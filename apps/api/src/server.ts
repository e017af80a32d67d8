import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chainOf, printable, titleOf } from '@article21/store';
import packageJson from '../package.json' with { type: 'json' };
import { readConfiguration } from './configuration.ts';
import type { Running } from './serve.ts';
import { start } from './start.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const isSource = import.meta.url.endsWith('.ts');
const say = (line: string) => process.stdout.write(`${printable(line)}\n`);
const warn = (line: string) => process.stderr.write(`${printable(line)}\n`);

/** One sentence for whoever started it, and below it what caused that, as the system says it. */
function warnOf(error: unknown, begin = ''): void {
  const [, ...causes] = chainOf(error);
  warn(`${begin}${error instanceof Error ? error.message : String(error)}`);
  for (const cause of causes) warn(`  caused by ${titleOf(cause)}`);
}

/** Answers of another build must not be taken for this one's; while it is being written, those of another start. */
function build(): string {
  return isSource
    ? randomUUID()
    : createHash('sha256')
        .update(readFileSync(fileURLToPath(import.meta.url)))
        .digest('hex');
}

/**
 * In milliseconds: a service manager that waits ten seconds need not kill it. All are answered long before; an engine that is
 * still at work is waited for, because it would end the program with an error. What is still at work then is given up, which
 * `process.exit` would wait for, too: nothing is written by a server that a kill could cut short.
 */
const LONGEST_END = 9_000;
const KILLED_ITSELF = `Killed itself ${LONGEST_END / 1_000} seconds after it was told to end: an engine was still at work. All who asked were answered.`;

/** Ends when what is being answered has been, and within ten seconds whatever it is. */
async function end(running: Promise<Running>): Promise<void> {
  setTimeout(() => {
    warn(KILLED_ITSELF);
    process.kill(process.pid, 'SIGKILL');
  }, LONGEST_END).unref();
  try {
    await (await running).stop();
    process.exit(0);
  } catch (error) {
    warnOf(error, 'Not everything could be closed: ');
    process.exit(1);
  }
}

try {
  const configuration = readConfiguration(process.env, {
    dataDir: here('../../../.data'),
    cacheDir: here('../../../.cache'),
  });
  const program = {
    dashboard: here('../../dashboard/dist'),
    version: packageJson.version,
    build: build(),
    thread: isSource ? null : here('./thread.js'),
  };
  const running = start(configuration, program, { say, warn });
  // Before anybody is told that it runs: whoever waits for that may end it at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(running));
  await running;
} catch (error) {
  warnOf(error);
  process.exit(1);
}
