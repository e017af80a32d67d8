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

/** The log, oldest first. A line that a crash cut short is passed over. */
export async function readLog({ fs, log }: Folder): Promise<LogEntry[]> {
  return (await readText(fs, log)).split('\n').flatMap((line) => parseEntry(line) ?? []);
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
  try {
    return new TextDecoder().decode(await fs.read(log, mostBytes.log));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
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
