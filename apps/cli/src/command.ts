import type { Io, Paint } from './output.ts';
import type { Progress } from './progress.ts';

/** How a command ended, for the shell. Documented in the README; never renumbered. */
export const exits = { done: 0, issues: 1, usage: 2, failed: 3, damaged: 4 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** A flag: `--name <value>` where `value` names it, else `--name` alone. */
export interface Option {
  /** What the value is, for the help text: `<dir>`. Absent for a switch. */
  value?: string;
  description: string;
}

/** What follows the command's name: `<dir>`. */
interface Parameter {
  name: string;
  description: string;
  required: boolean;
}

/** One thing the operator can ask for. */
export interface Command {
  name: string;
  /** One line for the list of commands, without a full stop. */
  summary: string;
  parameters: readonly Parameter[];
  /** Its own flags; `--data`, `--json` and `--help` are every command's. */
  options: Readonly<Record<string, Option>>;
  /** Throws what stops it; `run` says it in one sentence and ends with the right code. */
  run(call: Call): Promise<Result>;
}

/** What the operator typed, and the means to answer. */
export interface Call {
  args: readonly string[];
  /** Every command there is. */
  commands: readonly Command[];
  /** Whether a switch was given. */
  has(option: string): boolean;
  /** The value of an option that takes one. */
  value(option: string): string | undefined;
  /** DATA_DIR, absolute. */
  dataDir: string;
  /** The address of the database in place of that folder, as it was given; null where it is the folder. */
  storeUrl: string | null;
  /** Resolves a path as the operator typed it. */
  path(typed: string): string;
  paint: Paint;
  /** Shown on the terminal when the work takes more than a second. */
  progress: Progress;
  io: Io;
}

/** What a command found or did. `run` prints `json` or `text`, never both. */
export interface Result {
  exit: Exit;
  /** The one document of `--json`. */
  json: unknown;
  /** Lines for standard output. */
  text: readonly string[];
  /** Lines for standard error, which are not the result itself; left out with `--json`. */
  notes?: readonly string[];
}
