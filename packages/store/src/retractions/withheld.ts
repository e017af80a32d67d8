import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { retractionReasonSchema } from '@article21/model';
import { z } from 'zod';
import { hasCode, mostBytes } from '../snapshots/durable-fs.ts';
import type { Folder } from '../snapshots/folder.ts';
import { placeFile } from './read.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The records that may not be published again. Their ids are short and can be guessed, so what is kept is made from them with
 * a secret that never leaves the store: without it the file says nothing, with it one can only ask "was it this one?".
 */
export const withheldSchema = z.strictObject({
  format: z.literal(1),
  secret: hash,
  records: z.array(z.strictObject({ hash, reason: retractionReasonSchema, at: z.iso.datetime() })),
});

export type Withheld = z.infer<typeof withheldSchema>;

export function noneWithheld(): Withheld {
  return { format: 1, secret: randomBytes(32).toString('hex'), records: [] };
}

/** Adds a record of a dataset. */
export function withholding(
  withheld: Withheld,
  { dataset, record }: { dataset: string; record: string },
  about: Pick<Withheld['records'][number], 'reason' | 'at'>,
): Withheld {
  if (isWithheld(withheld, dataset, record)) return withheld;
  const added = { hash: hashOf(withheld, dataset, record), reason: about.reason, at: about.at };
  return { ...withheld, records: [...withheld.records, added] };
}

/** Whether a record of a dataset may not be published. */
export function isWithheld(withheld: Withheld, dataset: string, record: string): boolean {
  if (withheld.records.length === 0) return false;
  const wanted = hashOf(withheld, dataset, record);
  return withheld.records.some((it) => it.hash === wanted);
}

/** Whether a store withholds a record of a dataset. */
export async function withholds(
  store: { withheld(): Promise<Withheld | null> },
  dataset: string,
  record: string,
): Promise<boolean> {
  const withheld = await store.withheld();
  return withheld !== null && isWithheld(withheld, dataset, record);
}

/** Those of a folder; null where there are none. Throws on a file that is not one of them: nothing is published past it. */
export async function readWithheld(folder: Folder): Promise<Withheld | null> {
  const path = withheldPath(folder);
  try {
    return parseWithheld(new TextDecoder().decode(await folder.fs.read(path, mostBytes.manifest)), path);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

export function parseWithheld(text: string, where: string): Withheld {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Reported below, like any other malformed text.
  }
  const read = withheldSchema.safeParse(value);
  if (!read.success)
    throw new Error(
      `${where} is damaged: bring it back from a backup, or retract the records again without it`,
    );
  return read.data;
}

export function keepWithheld(folder: Folder, withheld: Withheld): Promise<void> {
  return placeFile(folder, withheldPath(folder), `${JSON.stringify(withheld)}\n`);
}

function withheldPath({ retractions }: Folder): string {
  return join(retractions, 'records.json');
}

function hashOf({ secret }: Withheld, dataset: string, record: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(`${dataset}\n${record}`).digest('hex');
}
