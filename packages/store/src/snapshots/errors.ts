import type { Retraction } from '@article21/model';
import { isDatabaseUnavailable } from '../postgres/errors.ts';
import { hasCode, Obstacle } from './durable-fs.ts';

/** The errors of a store that a caller may want to tell apart, by their `name`. */
const names = [
  'SnapshotMissing',
  'SnapshotRetracted',
  'SnapshotDamaged',
  'StoreBusy',
  'StoreUnusable',
] as const;
type Name = (typeof names)[number];

export function snapshotMissing(id: string): Error {
  return named('SnapshotMissing', `unknown snapshot: ${id.slice(0, 64)}`);
}

export function snapshotRetracted({ snapshot, at, reason }: Retraction): Error {
  const day = at.slice(0, 'yyyy-mm-dd'.length);
  return named('SnapshotRetracted', `snapshot ${snapshot} was retracted on ${day}: ${reason}`);
}

export function snapshotDamaged(id: string, problem: string, cause?: unknown): Error {
  return named('SnapshotDamaged', `snapshot ${id} is damaged: ${problem}`, cause);
}

export function storeBusy(message: string): Error {
  return named('StoreBusy', message);
}

/** Whether there is no such snapshot. */
export function isSnapshotMissing(error: unknown): boolean {
  return is(error, 'SnapshotMissing');
}

/** Whether there was such a snapshot, which was retracted. */
export function isSnapshotRetracted(error: unknown): error is Error {
  return is(error, 'SnapshotRetracted');
}

/** Whether a snapshot's files are not those that were published. */
export function isSnapshotDamaged(error: unknown): boolean {
  return is(error, 'SnapshotDamaged');
}

/** Whether somebody else publishes at this moment. */
export function isStoreBusy(error: unknown): boolean {
  return is(error, 'StoreBusy');
}

/**
 * Whether the system refused what the store had to do, or what it had to read was none of its files: a full disk, a file
 * that may not be read, a link in the place of the log.
 */
export function isStoreUnusable(error: unknown): boolean {
  return is(error, 'StoreUnusable');
}

/** What stands where a file should, by the error of reading it; null where it cannot be told. */
export function obstacleOf(error: unknown): string | null {
  if (hasCode(error, 'ENOENT')) return 'is missing';
  if (error instanceof Obstacle) return error.explanation;
  return hasCode(error, 'EISDIR') || hasCode(error, 'ENOTDIR') ? 'is not a file' : null;
}

const unreadable: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk has an error there',
  ELOOP: 'links lead to each other',
};

/** The same of a file of a snapshot, which is damaged also where it may not be read; null where that may pass by itself. */
export function damageOf(error: unknown): string | null {
  const { code = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const why = unreadable[code];
  return obstacleOf(error) ?? (why ? `cannot be read: ${why} (${code})` : null);
}

/** What keeps a disk from being written. */
export interface DiskObstacle {
  /** The system's: `ENOSPC`. */
  code: string;
  kind: 'disk_full' | 'not_writable';
  /** What it is and what to do about it, to stand after "cannot …:". */
  explanation: string;
}

type Explanation = (elsewhere: string) => string;
const full =
  (what: string): Explanation =>
  (elsewhere) =>
    `${what}; free some space, or ${elsewhere}`;
const refused: Explanation = () =>
  'permission denied; let the user who runs this read and write it, or choose another folder';
const readOnly: Explanation = () => 'the disk is read-only; choose a folder on a disk that can be written';
const fileInTheWay: Explanation = () =>
  'a file stands where a folder is needed; choose another folder, or move the file away';

const obstacles: Readonly<Record<string, [kind: DiskObstacle['kind'], explanation: Explanation]>> = {
  ENOSPC: ['disk_full', full('the disk is full')],
  EDQUOT: ['disk_full', full('the disk quota is used up')],
  EACCES: ['not_writable', refused],
  EPERM: ['not_writable', refused],
  EROFS: ['not_writable', readOnly],
  ENOTDIR: ['not_writable', fileInTheWay],
  EEXIST: ['not_writable', fileInTheWay],
};

/**
 * The obstacle that an error of the operating system, or of an engine that writes files of its own, is about; null for any
 * other. Its causes are not looked at. `elsewhere` is how another disk is named: "export to a folder on another disk".
 */
export function diskObstacle(error: unknown, elsewhere: string): DiskObstacle | null {
  if (!(error instanceof Error)) return null;
  const { code = '' } = error as NodeJS.ErrnoException;
  // DuckDB says it in words.
  const isFull = /no space left on device/i.test(error.message);
  const known = obstacles[code] ? code : isFull ? 'ENOSPC' : '';
  const [kind, explanation] = obstacles[known] ?? [];
  return kind && explanation ? { code: known, kind, explanation: explanation(elsewhere) } : null;
}

/**
 * Says an error of the operating system, or what stands in the place of a file, in one sentence, with the path and what to do:
 * a `StoreUnusable`. Leaves others as they are.
 */
export function explained(error: unknown, dataDir: string, setting = 'DATA_DIR'): unknown {
  const obstacle = diskObstacle(error, `set ${setting} to a folder on another disk`);
  if (!obstacle) return isOfSystem(error) ? named('StoreUnusable', error.message, error) : error;
  // A failed copy names both of its ends; what it could not write is the second.
  const { path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const at = dest ?? path ?? dataDir;
  return named('StoreUnusable', `cannot use ${at}: ${obstacle.explanation} (${obstacle.code})`, error);
}

/** Whether the system had a part in an error that nothing else is known of. */
function isOfSystem(error: unknown): error is Error {
  if (!(error instanceof Error) || names.some((name) => is(error, name))) return false;
  // It has its own sentence, and a caller that waits for the database must know it.
  if (isDatabaseUnavailable(error)) return false;
  const isCause = error instanceof Obstacle || 'syscall' in error || diskObstacle(error, '') !== null;
  return isCause || isOfSystem(error.cause);
}

function named(name: Name, message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = name;
  return error;
}

function is(error: unknown, name: Name): boolean {
  return error instanceof Error && error.name === name;
}
