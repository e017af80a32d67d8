import type { AttributeField } from './attribute-columns.ts';
import { governed, type InFolder, recordHash } from './merge.ts';

/** `more` is what no import writes, such as a translation of its note; `evidence` that of another source. */
type WorkOnRecord = 'sensitive' | 'confirmed' | 'changed' | 'more' | 'evidence';

/** A record that a table has no more, and what somebody has done to it in the folder, which would go with it. */
export interface Loss {
  id: string;
  work: readonly WorkOnRecord[];
}

type Row = Readonly<Record<string, string>>;

/** Of the records that an import would remove, those that somebody has worked on. `own` are the sources whose evidence it writes. */
export function lossesOf(
  { ids, records, evidence, remembered }: InFolder,
  isRemoved: (number: number) => boolean,
  { attributes, own }: { attributes: readonly AttributeField[]; own: ReadonlySet<string> },
): Loss[] {
  const losses: Loss[] = [];
  for (let number = 0; number < remembered.numbers; number += 1) {
    const row = isRemoved(number) ? records?.rowsOf(number).at(-1) : undefined;
    if (row === undefined) continue;
    const work = [
      ...workOnRecord(row, attributes, remembered.importedHash(number)),
      ...workOnEvidence(evidence?.rowsOf(number) ?? [], own),
    ];
    if (work.length > 0) losses.push({ id: ids.at(number), work: [...new Set(work)] });
  }
  return losses;
}

function workOnRecord(
  row: Row,
  attributes: readonly AttributeField[],
  importedHash: string | null,
): WorkOnRecord[] {
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
