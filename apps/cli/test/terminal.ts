import type { Io, Stream } from '../src/output.ts';
import { run } from '../src/run.ts';

/** A stream that keeps what is written to it. */
export interface Recorded extends Stream {
  text(): string;
}

export function record(isTTY = false): Recorded {
  const written: string[] = [];
  return { write: (text) => void written.push(text), isTTY, columns: 80, text: () => written.join('') };
}

/** How a command ended, and what it said. */
export interface Outcome {
  exit: number;
  stdout: string;
  stderr: string;
}

/** Runs the program as an operator in `cwd` would, without a process of its own. */
export async function article21(argv: readonly string[], surroundings: Partial<Io> = {}): Promise<Outcome> {
  const stdout = record();
  const stderr = record();
  const io: Io = { stdout, stderr, env: {}, cwd: '/', ...surroundings };
  const exit = await run(argv, io);
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}
