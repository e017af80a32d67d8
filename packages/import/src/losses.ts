import type { AttributeField } from './attribute-columns.ts';
import { type PackedTable, rowsBy } from './dataset-folder.ts';
import { governed, type Remembered, recordHash } from './merge.ts';

/** `more` is what no import writes, such as a translation of its note; `evidence` that of another source. */
type WorkOnRecord = 'sensitive' | 'confirmed' | 'changed' | 'more' | 'evidence';

/** A record that a table has no more, and what somebody has done to it in the folder, which would go with it. */
export interface Loss {
  id: string;
  work: readonly WorkOnRecord[];
}

interface InFolder {
  records: PackedTable | null;
  evidence: PackedTable | null;
  remembered: Remembered;
  attributes: readonly AttributeField[];
  /** The sources whose evidence an import writes. */
  own: ReadonlySet<string>;
}

type Row = Readonly<Record<string, string>>;

/** Of the records that an import would remove, those that somebody has worked on. */
export function lossesOf(
  { records, evidence, remembered, attributes, own }: InFolder,
  removed: Pick<ReadonlySet<string>, 'has'>,
): Loss[] {
  const losses: Loss[] = [];
  for (let number = 0; number < remembered.ids.length; number += 1) {
    const id = remembered.ids.at(number);
    const row = removed.has(id) && records !== null ? rowsBy(records, id).at(-1) : undefined;
    if (row === undefined) continue;
    const work = [
      ...workOnRecord(row, attributes, remembered.importedHash(number)),
      ...workOnEvidence(evidence === null ? [] : rowsBy(evidence, id), own),
    ];
    if (work.length > 0) losses.push({ id, work: [...new Set(work)] });
  }
  return losses;
}

function workOnRecord(row: Row, attributes: readonly AttributeField[], importedHash: string): WorkOnRecord[] {
  const known: readonly string[] = [...governed, ...attributes, 'sensitive', 'confirmed'];
  const isMore = Object.entries(row).some(([column, cell]) => cell !== '' && !known.includes(column));
  return [
    ...(row.sensitive === 'yes' ? (['sensitive'] as const) : []),
    ...(row.confirmed ? (['confirmed'] as const) : []),
    ...(recordHash(row, attributes) === importedHash ? [] : (['changed'] as const)),
    ...(isMore ? (['more'] as const) : []),
  ];
}

function workOnEvidence(rows: readonly Row[], own: ReadonlySet<string>): WorkOnRecord[] {
  return rows.flatMap(({ source = '', confirmed }) => [
    ...(own.has(source) ? [] : (['evidence'] as const)),
    ...(confirmed ? (['confirmed'] as const) : []),
  ]);
}
