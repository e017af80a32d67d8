import { statedCurrent, swapCurrent } from './current.ts';
import { hasCode, mostBytes } from './durable-fs.ts';
import { isSnapshotMissing, isSnapshotRetracted } from './errors.ts';
import type { Folder } from './folder.ts';
import { appendLog, hasEntry, type LogEntry, parseEntry } from './log.ts';
import type { Manifest } from './manifest.ts';
import { operator } from './operator.ts';
import { type Published, publishedIn } from './published.ts';
import { replaceFile } from './replace-file.ts';

/** What a log entry says was done. */
export interface Change {
  what: LogEntry['what'];
  by: string | undefined;
  note: string | undefined;
}

/**
 * Serves a snapshot that is on the disk, and writes down that it is. What will be written down stands in a file of its
 * own before anything is served, so that it is in the log in the end, wherever this is cut short.
 */
export async function change(folder: Folder, manifest: Manifest, made: Change): Promise<void> {
  await completeChange(folder);
  const entry = await entryOf(publishedIn(folder), manifest, made);
  // Also after an earlier publication whose last steps failed: its name must be on the disk before it is served.
  await folder.fs.sync(folder.snapshots);
  await writeIntent(folder, entry);
  await swapCurrent(folder, manifest.id);
  try {
    await appendLog(folder, entry);
  } catch (cause) {
    throw new Error(`${manifest.id} is served, but ${folder.log} could not be written`, { cause });
  }
  await folder.fs.remove(folder.intent);
}

/** What is to be written into the log of a change to a snapshot. */
export async function entryOf(
  published: Published,
  manifest: Manifest,
  { what, by, note }: Change,
): Promise<LogEntry> {
  const from = await published.statedCurrent();
  const before = from === null ? null : await recordsOf(published, from);
  const entry = {
    at: timeOf(what, await published.log()),
    by: by ?? operator(),
    what,
    from,
    to: manifest.id,
    records: { before, after: manifest.records },
    note: note ?? null,
  };
  // A line that nobody can read again would be a change that is not in the log.
  if (parseEntry(JSON.stringify(entry)) === null)
    throw new Error(`the log takes no change of ${entry.at}: set the clock of this machine`);
  return entry;
}

/**
 * When a change is said to be made: now, and a publication later than every earlier one, also where the clock was set back: which
 * snapshot is the version before another is told by these times.
 */
function timeOf(what: LogEntry['what'], log: readonly LogEntry[]): string {
  // The time of day, because the log is read by people.
  const now = Date.now();
  if (what !== 'published') return new Date(now).toISOString();
  const earlier = log.filter((it) => it.what === 'published').map(({ at }) => Date.parse(at));
  return new Date(earlier.reduce((latest, at) => Math.max(latest, at + 1), now)).toISOString();
}

/** Writes down a change that was made and cut short before it was in the log; one that was not made is forgotten. */
export async function completeChange(folder: Folder): Promise<void> {
  const entry = await readIntent(folder);
  if (entry === 'none') return;
  if (entry !== null && (await statedCurrent(folder)) === entry.to && !(await hasEntry(folder, entry)))
    await appendLog(folder, entry);
  await folder.fs.remove(folder.intent);
}

/** Written under another name first, and renamed once it is on the disk. */
async function writeIntent({ fs, intent, dataDir }: Folder, entry: LogEntry): Promise<void> {
  await replaceFile(fs, intent, `${JSON.stringify(entry)}\n`);
  await fs.sync(dataDir);
}

/** The pending change; null if the file holds none, which only a damaged disk explains. */
export async function readIntent({ fs, intent }: Folder): Promise<LogEntry | null | 'none'> {
  try {
    return parseEntry(new TextDecoder().decode(await fs.read(intent, mostBytes.line)));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'none';
    throw error;
  }
}

/** The number of records of the previous snapshot; null if it cannot be read, which must not keep it served. */
async function recordsOf(published: Published, id: string): Promise<number | null> {
  try {
    return (await published.inspectManifest(id)).manifest?.records ?? null;
  } catch (error) {
    if (isSnapshotMissing(error) || isSnapshotRetracted(error)) return null;
    throw error;
  }
}
