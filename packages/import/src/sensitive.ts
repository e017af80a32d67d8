import { type Edited, editFolder, type FolderRows } from './edit-folder.ts';

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
 * which it is undone. Where some of them are not there, all that is answered is which.
 */
export async function markRecords(
  folder: string,
  { ids, isSensitive: on }: Marking,
): Promise<(Edited & { changed: readonly string[] }) | { missing: readonly string[] }> {
  const sought = new Set(ids);
  let changed: string[] = [];
  let missing: string[] = [];
  const edited = await editFolder(folder, ({ records }) => {
    const there = new Set(records.map(({ id = '' }) => id));
    missing = [...sought].filter((id) => !there.has(id));
    if (missing.length > 0) return null;
    changed = records
      .filter((row) => sought.has(row.id ?? '') && isSensitive(row) !== on)
      .map(({ id = '' }) => id);
    const of = new Set(changed);
    const mark = (row: Row) => (of.has(row.id ?? '') ? { ...row, sensitive: on ? 'yes' : '' } : row);
    return changed.length === 0 ? {} : { tables: { records: records.map(mark) } };
  });
  return edited === null ? { missing } : { ...edited, changed: edited.done ? changed : [] };
}
