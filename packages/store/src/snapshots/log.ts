import { z } from 'zod';
import { hasCode, mostBytes } from './durable-fs.ts';
import type { Folder } from './folder.ts';

const entrySchema = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  what: z.enum(['published', 'rolled back', 'followed', 'retracted']),
  from: z.string().nullable(),
  to: z.string(),
  records: z.object({ before: z.number().nullable(), after: z.number() }),
  note: z.string().nullable(),
});

/**
 * One change of what is served: who, when, from which snapshot to which, with how many records. Of one that was retracted,
 * which changes nothing of what is served, `to` is that snapshot, and the note says why.
 */
export type LogEntry = z.infer<typeof entrySchema>;

export async function appendLog({ fs, log, dataDir }: Folder, entry: LogEntry): Promise<void> {
  // Begins a line of its own even after one that a crash cut short; empty lines mean nothing.
  const torn = await endsTorn(fs, log);
  await fs.append(log, `${torn ? '\n' : ''}${JSON.stringify(entry)}\n`);
  await fs.sync(log);
  await fs.sync(dataDir);
}

/**
 * Throws where nothing could be added to the log: whoever changes a store asks before the first step that a reader could see. Where
 * there is none yet, it is made by the first change.
 */
export async function requireLog({ fs, log }: Folder): Promise<void> {
  try {
    await fs.stamp(log);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await readText(fs, log);
  await fs.append(log, '');
}

/**
 * The log, oldest first. A line that a crash cut short is passed over. A process that has read it goes on from there: where it was
 * altered since, it is as it was before.
 */
export async function readLog(folder: Folder): Promise<LogEntry[]> {
  const { bytes } = await readGrown(folder);
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line) => parseEntry(line) ?? []);
}

/** Throws where the log is not what this process has read before, or that and more. */
export async function requireGrown(folder: Folder): Promise<void> {
  if ((await readGrown(folder)).isAltered)
    throw new Error(
      `${folder.log} is another than when it was first read; bring it back from a backup, or start again if it was changed on purpose`,
    );
}

/** What is known of the log: nothing but additions to what was read before. */
async function readGrown(folder: Folder): Promise<{ bytes: Uint8Array; isAltered: boolean }> {
  // Twice: between a first reading and now somebody else may have read what was added since.
  for (let again = 0; again < 2; again++) {
    const before = folder.logged.bytes;
    const now = await readBytes(folder.fs, folder.log);
    if (Buffer.compare(now.subarray(0, before.length), before) !== 0) continue;
    folder.logged.bytes = now;
    return { bytes: now, isAltered: false };
  }
  return { bytes: folder.logged.bytes, isAltered: true };
}

/** Whether the log has an entry, letter for letter. */
export async function hasEntry({ fs, log }: Folder, entry: LogEntry): Promise<boolean> {
  return (await readText(fs, log)).split('\n').includes(JSON.stringify(entry));
}

/** An entry as a line of JSON; null where it is none. */
export function parseEntry(line: string): LogEntry | null {
  const entry = entrySchema.safeParse(parse(line));
  return entry.success ? entry.data : null;
}

async function endsTorn(fs: Folder['fs'], log: string): Promise<boolean> {
  const text = await readText(fs, log);
  return text !== '' && !text.endsWith('\n');
}

async function readText(fs: Folder['fs'], log: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(fs, log));
}

async function readBytes(fs: Folder['fs'], log: string): Promise<Uint8Array> {
  try {
    return await fs.read(log, mostBytes.log);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Uint8Array();
    throw error;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
