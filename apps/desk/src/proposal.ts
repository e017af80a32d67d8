import { basename, join } from 'node:path';
import {
  importedSources,
  mappingFile,
  proposeMapping,
  readMapping,
  readTable,
  unreadable,
} from '@article21/import';
import { readFolderVocabulary } from '@article21/ingest';
import type { Mapping } from '@article21/model/mapping';

/** Which part of a mapping's columns a table must have to be the next one of its kind. */
const ENOUGH = 0.5;

/**
 * The mapping by which a table is read first: that of an earlier import into the folder whose columns it has, else one that is
 * proposed from its header and its cells. `source` names an earlier import; empty text: none. Throws an `UnusableInput`
 * where the table cannot be read at all.
 */
export async function mappingFor(
  table: string,
  {
    folder,
    reader,
    today,
    source,
  }: { folder: string; reader: string | null; today: string; source?: string },
): Promise<Mapping> {
  const proposed = await proposeMapping(readTable(table, {}, reader), {
    ...{ table, folder, today },
    vocabulary: await readFolderVocabulary(folder),
  });
  if ('problem' in proposed) throw unreadable(basename(table), proposed.problem);
  const earlier = await Promise.all(
    (await importedSources(folder)).map((it) => readMapping(join(folder, mappingFile(it)))),
  );
  if (source !== undefined) {
    const named = earlier.find((it) => it.source.id === source);
    return named ?? apart(proposed.mapping, earlier);
  }
  const [best] = earlier
    .map((mapping) => ({ mapping, share: shareOf(mapping.table.columns, proposed.columns) }))
    .filter(({ share }) => share > ENOUGH)
    .sort((a, b) => b.share - a.share);
  return best?.mapping ?? apart(proposed.mapping, earlier);
}

function shareOf(known: readonly string[], there: readonly string[]): number {
  return known.length === 0 ? 0 : known.filter((name) => there.includes(name)).length / known.length;
}

/** A mapping whose source is none of those that the folder has: a second table must not take the place of a first. */
function apart(mapping: Mapping, earlier: readonly Mapping[]): Mapping {
  const taken = new Set(earlier.map(({ source }) => source.id));
  const { id } = mapping.source;
  if (!taken.has(id)) return mapping;
  const free = Array.from({ length: taken.size + 1 }, (_, i) => `${id}-${i + 2}`).find(
    (it) => !taken.has(it),
  );
  return { ...mapping, source: { ...mapping.source, id: free ?? id } };
}
