/** The errors of a store that a caller may want to tell apart, by their `name`. */
const names = ['SnapshotMissing', 'SnapshotDamaged', 'StoreBusy'] as const;
type Name = (typeof names)[number];

export function snapshotMissing(id: string): Error {
  return named('SnapshotMissing', `unknown snapshot: ${id.slice(0, 64)}`);
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

/** Whether a snapshot's files are not those that were published. */
export function isSnapshotDamaged(error: unknown): boolean {
  return is(error, 'SnapshotDamaged');
}

/** Whether somebody else publishes at this moment. */
export function isStoreBusy(error: unknown): boolean {
  return is(error, 'StoreBusy');
}

const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, or set DATA_DIR to a folder on another disk',
  EDQUOT: 'the disk quota is used up; free some space, or set DATA_DIR to a folder elsewhere',
  EACCES: 'permission denied; let the user who runs this read and write it, or choose another folder',
  EPERM: 'permission denied; let the user who runs this read and write it, or choose another folder',
  EROFS: 'the disk is read-only; choose a folder on a disk that can be written',
  ENOTDIR: 'a file stands where a folder is needed; choose another folder, or move the file away',
  EEXIST: 'a file stands where a folder is needed; choose another folder, or move the file away',
};

/** Says an error of the operating system in one sentence, with the path and what to do; leaves others as they are. */
export function explained(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error)) return error;
  // A failed copy names both of its ends; what it could not write is the second.
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const full = /no space left on device/i.test(error.message) ? 'ENOSPC' : undefined;
  const known = code !== undefined && HINTS[code] !== undefined ? code : full;
  if (known === undefined) return error;
  return new Error(`cannot use ${dest ?? path ?? dataDir}: ${HINTS[known]} (${known})`, { cause: error });
}

function named(name: Name, message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = name;
  return error;
}

function is(error: unknown, name: Name): boolean {
  return error instanceof Error && error.name === name;
}
