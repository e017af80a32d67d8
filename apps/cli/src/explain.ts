import { type DiskObstacle, diskObstacle } from '@article21/store';
import { type Exit, exits } from './command.ts';
import { isFailure } from './failure.ts';

/** What the shell and the operator are told about an error. */
export interface Explanation {
  exit: Exit;
  /** For machines; see the README. */
  code: string;
  message: string;
}

const names: Readonly<Record<string, Omit<Explanation, 'message'>>> = {
  SnapshotDamaged: { exit: exits.damaged, code: 'damaged' },
  UnusableInput: { exit: exits.usage, code: 'usage' },
  SnapshotMissing: { exit: exits.usage, code: 'usage' },
  DatabaseUnavailable: { exit: exits.failed, code: 'unavailable' },
  StoreBusy: { exit: exits.failed, code: 'busy' },
};

/** One sentence, one code and one exit code for whatever stopped a command. */
export function explain(error: unknown): Explanation {
  if (isFailure(error)) return { ...error.failure, message: error.message };
  if (!(error instanceof Error)) return { exit: exits.failed, code: 'failed', message: String(error) };
  const known = names[error.name];
  if (known) return { ...known, message: error.message };
  if (isUnmade(error)) {
    const message = `cannot make the folder ${error.path}: the disk is read-only, or gone; name one on a disk that can be written`;
    return { exit: exits.failed, code: 'not_writable', message };
  }
  const obstacle = 'syscall' in error ? diskObstacle(error, 'name a folder on another disk') : null;
  if (obstacle) return { exit: exits.failed, code: obstacle.kind, message: diskMessage(error, obstacle) };
  const code = diskKind(error);
  if (code) return { exit: exits.failed, code, message: error.message };
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return { exit: exits.failed, code: 'failed', message: error.message + cause };
}

/** An error of the system that nobody has put into words. Of what is written into an open file it does not name the path. */
function diskMessage(
  { path, dest }: NodeJS.ErrnoException & { dest?: string },
  { explanation, code }: DiskObstacle,
): string {
  const at = dest ?? path;
  return `cannot write${at ? ` ${at}` : ''}: ${explanation} (${code})`;
}

/** Node says ENOENT, not EROFS, when a folder and those above it cannot be made on a read-only disk. */
function isUnmade(error: NodeJS.ErrnoException): error is NodeJS.ErrnoException {
  return error.code === 'ENOENT' && error.syscall === 'mkdir';
}

/** What kept the disk from being written, of an error or of what caused it; null where the disk had no part in it. */
function diskKind(error: unknown): DiskObstacle['kind'] | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const obstacle = diskObstacle(at, '');
    if (obstacle) return obstacle.kind;
  }
  return null;
}

/** The operating system's code of an error or of what caused it: `ENOSPC`; null where it had no part in it. */
export function errorCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^E[A-Z]+$/.test(at.code)) return at.code;
    // DuckDB writes files of its own, and says so in words.
    if (/no space left on device/i.test(at.message)) return 'ENOSPC';
  }
  return null;
}
