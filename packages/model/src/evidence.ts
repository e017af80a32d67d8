import { z } from 'zod';
import { idSchema } from './id.ts';

/**
 * A source's words for a record. `quote` occurs in the source's text with white space folded; `start` and `end`
 * are its place there, in UTF-16 code units. `prefix` and `suffix` tell it from its twins, as in the TextQuoteSelector
 * of the W3C Web Annotation model. All but `source` are null where the source is internal.
 */
export const quotationSchema = z.strictObject({
  /** Evidence was nothing else before it had a kind. */
  kind: z.literal('quotation').default('quotation'),
  source: idSchema,
  quote: z.string().nullable(),
  stated: z.string().nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
});

/** Rows of a table with the names of its columns. `row` is the number that the table's file has, from 1. */
export const tableRowsSchema = z.strictObject({
  header: z.array(z.string()),
  rows: z.array(z.strictObject({ row: z.int().min(1), cells: z.array(z.string()) })),
});

/**
 * A row of a table that states a record. `columns` are those of its cells that do, by their names; none is all of them.
 * `stated` are words in these cells that give the quantity, null where none are named. `table` holds the row, and
 * where they are asked for the rows next to it. Where the source is internal, there is neither row nor table nor words.
 */
export const citedRowSchema = z.strictObject({
  kind: z.literal('row'),
  source: idSchema,
  row: z.int().min(1).nullable(),
  columns: z.array(z.string()),
  stated: z.string().nullable(),
  table: tableRowsSchema.nullable(),
});

const addressSchema = z.url({ protocol: /^https?$/ });

/**
 * An address that states a record, of which no words are quoted. `accessed` is the day on which it was read,
 * `archive` the address of a copy. All but `source` are null where the source is internal.
 */
export const linkSchema = z.strictObject({
  kind: z.literal('link'),
  source: idSchema,
  url: addressSchema.nullable(),
  accessed: z.iso.date().nullable(),
  archive: addressSchema.nullable(),
});

/** What stands behind a record: words, a row of a table, or an address alone. */
export const evidenceSchema = z.union([quotationSchema, citedRowSchema, linkSchema]);

export type Quotation = z.infer<typeof quotationSchema>;
export type TableRows = z.infer<typeof tableRowsSchema>;
export type CitedRow = z.infer<typeof citedRowSchema>;
export type EvidenceLink = z.infer<typeof linkSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;

/** What remains of evidence whose source is internal: that it is there, and of which kind. */
export function withheld({ kind, source }: Pick<Evidence, 'kind' | 'source'>): Evidence {
  if (kind === 'row') return { kind, source, row: null, columns: [], stated: null, table: null };
  if (kind === 'link') return { kind, source, url: null, accessed: null, archive: null };
  return { kind, source, quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
}

/** Whether evidence is that of an internal source. */
export function isWithheld(evidence: Evidence): boolean {
  if (evidence.kind === 'row') return evidence.row === null;
  return evidence.kind === 'link' ? evidence.url === null : evidence.quote === null;
}

/** Whether anything but addresses stands behind a record: words, or the cells of a table. */
export function isQuoted({ evidence }: { evidence: readonly Pick<Evidence, 'kind'>[] }): boolean {
  return evidence.some(({ kind }) => kind !== 'link');
}

/** The cells of a row that evidence names, with the names of their columns; none where they are withheld. */
export function citedCells({ row, columns, table }: CitedRow): { column: string; text: string }[] {
  const cells = table?.rows.find((it) => it.row === row)?.cells ?? [];
  return (table?.header ?? []).flatMap((column, i) =>
    columns.length === 0 || columns.includes(column) ? [{ column, text: cells[i] ?? '' }] : [],
  );
}
