import { z } from 'zod';
import { idSchema } from './id.ts';
import { translated } from './local-text.ts';

/** Whether quotations and text may be shown, or never leave the machine through any surface. */
export const visibilities = ['public', 'internal'] as const;

/** What a source is: a text that is quoted, a table whose rows are cited, or addresses that nothing is quoted of. */
export const sourceKinds = ['text', 'table', 'links'] as const;

/**
 * A document that states what happened. `file` is its text or its table within the dataset, null of links; `sheet` is
 * the name that the table has in its workbook. `date` is EDTF. `language` is that of the text; title, publisher and
 * rights are in the dataset's own language, and perhaps in others.
 */
export const sourceSchema = z.strictObject({
  id: idSchema,
  /** Sources were nothing but texts before they had a kind. */
  kind: z.enum(sourceKinds).default('text'),
  title: z.string().min(1),
  ...translated('title'),
  publisher: z.string().min(1),
  ...translated('publisher'),
  date: z.string().nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  visibility: z.enum(visibilities),
  rights: z.string().min(1),
  ...translated('rights'),
  file: z.string().min(1).nullable(),
  sheet: z.string().min(1).nullable().default(null),
});

export type Source = z.infer<typeof sourceSchema>;

/** The longest part of a table that is read at once. */
export const LONGEST_PART = 1_000;

/**
 * The table that a source is, as its file has it: rows from 1, the header and what stands above it counted. A row that
 * the file leaves empty has no cells.
 */
export interface SourceTable {
  readonly header: readonly string[];
  /** The number of the row that names the columns. */
  readonly headerRow: number;
  /** The number of the last row. */
  readonly lastRow: number;
  row(number: number): readonly string[];
}
