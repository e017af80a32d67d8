import { type Edited, editFolder, type FolderRows } from '@article21/import';

/** What was asked of some records: that they are marked as sensitive, or no longer. */
export interface Marking {
  ids: readonly string[];
  isSensitive: boolean;
}

type Row = FolderRows['records'][number];

export function isSensitive(row: Row): boolean {
  return row.sensitive === 'yes';
}

/**
 * Marks records in the folder, unless it would then have an issue. `changed` are those that were not marked so before, by
 * which it is undone. Null where one of them is there no more.
 */
export async function markRecords(
  folder: string,
  { ids, isSensitive: on }: Marking,
): Promise<(Edited & { changed: readonly string[] }) | null> {
  const sought = new Set(ids);
  let changed: string[] = [];
  const edited = await editFolder(folder, ({ records }) => {
    const found = records.filter(({ id = '' }) => sought.has(id));
    if (found.length < sought.size) return null;
    changed = found.filter((row) => isSensitive(row) !== on).map(({ id = '' }) => id);
    const of = new Set(changed);
    const mark = (row: Row) => (of.has(row.id ?? '') ? { ...row, sensitive: on ? 'yes' : '' } : row);
    return changed.length === 0 ? {} : { tables: { records: records.map(mark) } };
  });
  return edited && { ...edited, changed: edited.done ? changed : [] };
}
