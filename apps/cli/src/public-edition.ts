import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundInDataset, PolicyEffects } from '@article21/ingest';
import type { Store } from '@article21/store';
import type { Call } from './command.ts';
import { readDataset } from './dataset.ts';
import { counted, visible } from './output.ts';
import { withScratch } from './scratch.ts';

/** What of a dataset is published: the folder itself, or what its policy makes of it. */
export type Publishable =
  | { ok: true; folder: string; effects: PolicyEffects | null; found: FoundInDataset | null }
  | { ok: false; found: FoundInDataset };

/**
 * Works with what may be published of the dataset in a folder. With a policy that is another folder, which only this user
 * can read, and which goes with the work.
 */
export async function withPublishable<T>(
  dir: string,
  call: Call,
  work: (publishable: Publishable) => Promise<T>,
): Promise<T> {
  const { hasPolicy } = await import('@article21/ingest');
  if (!(await hasPolicy(dir))) return work({ ok: true, folder: dir, effects: null, found: null });
  return withScratch(async (scratch) => {
    const folder = join(scratch, 'edition');
    const edition = await writeEdition(dir, folder, call);
    return work(edition.ok ? { ...edition, folder } : edition);
  });
}

/** Writes what a policy makes of the dataset in a folder, or what some of its rules alone do, into another that is yet to be made. */
export async function writeEdition(dir: string, folder: string, call: Call, rules?: readonly string[]) {
  const [{ writePublicEdition }, { words }] = await Promise.all([
    import('@article21/ingest'),
    import('@article21/messages'),
  ]);
  await mkdir(folder, { mode: 0o700 });
  return writePublicEdition(folder, () => readDataset(dir, call), {
    title: (language) => words(language).ui.evidence.protectedSource,
    rules,
    secret: call.io.env.ARTICLE21_POLICY_SECRET || undefined,
  });
}

/** What the policy did, in lines. */
export function effectLines({
  rules,
  ids,
  withheldSources,
  shortenedTables,
  assembliesLeftOut,
}: PolicyEffects): string[] {
  return [
    `published by policy.json: ${counted(ids.size, 'record')} without words`,
    ...rules.map(({ id, records }) => `  rule ${visible(id)}: ${counted(records, 'record')}`),
    ...(withheldSources.length > 0
      ? [`  ${counted(withheldSources.length, 'source')} whose words are withheld`]
      : []),
    ...shortenedTables.map(
      ({ id, rows }) => `  table ${id}: ${counted(rows, 'row')} of other records, and no other rows`,
    ),
    ...(assembliesLeftOut > 0 ? [`  assemblies left out: ${assembliesLeftOut}`] : []),
  ];
}

/** What remains to be known of protected records, one sentence each. */
export async function effectNotes(
  { ids, doubts }: PolicyEffects,
  store: Store,
  published: string | null,
): Promise<string[]> {
  const notes = doubts.map(({ message }) => `not hidden: ${message}`);
  for (const id of ids.size === 0 ? [] : await store.ids()) {
    if (id === published) continue;
    const held = await holdsAny(store, id, ids);
    if (held === 'damaged')
      notes.push(`snapshot ${id} is damaged: it may have the protected records as they are`);
    else if (held) notes.push(`not hidden: snapshot ${id} has protected records as they are: retract it`);
  }
  return notes;
}

async function holdsAny(store: Store, id: string, ids: ReadonlySet<string>): Promise<boolean | 'damaged'> {
  const [{ allRecords }, { isSnapshotDamaged }] = await Promise.all([
    import('@article21/answers/changes'),
    import('@article21/store'),
  ]);
  try {
    const snapshot = await store.open(id);
    try {
      for await (const record of allRecords(snapshot.records)) if (ids.has(record.id)) return true;
      return false;
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    if (isSnapshotDamaged(error)) return 'damaged';
    throw error;
  }
}

/** What the policy did, for programs: of the ids of protected records only how many there are. */
export function effectsAsJson({ ids, doubts, ...effects }: PolicyEffects) {
  return { ...effects, records: ids.size, doubts: doubts.map(({ message }) => message) };
}
