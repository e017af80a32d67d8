import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import type { Assembly } from './assembly.ts';
import type { Coverage } from './coverage.ts';
import { translated } from './local-text.ts';
import type { Place } from './place.ts';
import { precisionSchema } from './policy.ts';
import type { Conversion, RestrictionRecord } from './record.ts';
import type { Source, SourceTable } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a dataset says of itself, in its `datapackage.json`. `created` is the day this version was made and begins
 * the snapshot's id. `synthetic` marks generated data, which every surface must name as such.
 */
export const datasetMetaSchema = z.object({
  name: z.string().min(1),
  /** Of the texts that name no language of their own: ISO 639. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('en'),
  title: z.string().min(1),
  ...translated('title'),
  description: z.string().min(1).optional(),
  ...translated('description'),
  version: z.string().min(1),
  created: z.iso.date(),
  synthetic: z.boolean().default(false),
  licenses: z
    .array(z.object({ name: z.string(), title: z.string().optional(), path: z.string().optional() }))
    .min(1),
  homepage: z.url().optional(),
  /** Who made it, for those who cite it, with what each did as Data Package's `roles`. Nobody's address is kept. */
  contributors: z
    .array(
      z.object({
        title: z.string().min(1).optional(),
        ...translated('title'),
        roles: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /**
   * Of a dataset that was published by a policy, how many records are dated and placed no closer than this, and are
   * shown without their words. Whoever writes the dataset does not write this; publishing does.
   */
  coarsened: z.array(z.object({ ...precisionSchema.shape, records: z.int().min(1) })).optional(),
});

export type DatasetMeta = z.infer<typeof datasetMetaSchema>;

export const issueCodes = [
  'missing_file',
  'unreadable_file',
  'not_utf8',
  'line_too_long',
  'malformed_csv',
  'unknown_column',
  'missing_column',
  'missing_value',
  'invalid_value',
  'forbidden_text',
  'duplicate_id',
  'unknown_place',
  'ambiguous_place',
  'unknown_assembly',
  'unknown_source',
  'unknown_record',
  'unreadable_quantity',
  'unreadable_date',
  'no_rate',
  'no_evidence',
  'quote_not_found',
  'quote_ambiguous',
  'stated_not_in_quote',
  'unknown_row',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/**
 * What may be right and is more often a slip. A warning stops nothing; whoever has looked at one writes its code into
 * the `confirmed` cell of its row, and it does not come back.
 */
export const warningCodes = [
  'number_not_stated',
  'other_year',
  'possible_twin',
  'after_created',
  'unusual_value',
  'similar_name',
  'letters_not_drawn',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** What was found in a dataset and how to mend it. `row` is the row of the file as a spreadsheet shows it, from 1. */
export interface Finding<Code extends string> {
  file: string;
  row: number | null;
  column: string | null;
  code: Code;
  /** The text in question, shortened to 200 characters. */
  stated: string | null;
  message: string;
  hint: string;
}

/** What is wrong: a dataset with any issue must not be published. */
export type Issue = Finding<IssueCode>;
/** What is probably wrong: it stops nothing. */
export type Warning = Finding<WarningCode>;

/** How many findings of one code there are in one column of a file, and how many of them are listed. */
export interface FindingKind {
  file: string;
  column: string | null;
  code: IssueCode | WarningCode;
  count: number;
  listed: number;
}

/** How the rows of one file were taken: `rows` = `accepted` + `refused`. */
export interface Tally {
  file: string;
  rows: number;
  accepted: number;
  refused: number;
}

/**
 * A dataset being read. All but the records is known at once; `records` yields each sound record of a single pass over
 * the file, so that a large one never stands in memory. `issues` and `tallies` are complete when
 * `records` is exhausted; a dataset with any issue must not be published.
 */
export interface DatasetReading {
  meta: DatasetMeta;
  /** Its kinds and measures. */
  vocabulary: Vocabulary;
  places: readonly Place[];
  sources: readonly Source[];
  assemblies: readonly Assembly[];
  /** Empty where nobody says that they watched everything, and so nothing may be called zero. */
  coverage: readonly Coverage[];
  annotations: readonly Annotation[];
  /** The cleaned text of each public source that is one, to which the offsets of evidence refer. */
  texts: ReadonlyMap<string, string>;
  /** The tables of public sources that are one. */
  tables: ReadonlyMap<string, SourceTable>;
  records(): AsyncIterable<RestrictionRecord>;
  issues(): readonly Issue[];
  tallies(): readonly Tally[];
  /** By which rates amounts were converted; complete when `records` is exhausted. */
  conversions(): readonly Conversion[];
}
