import { z } from 'zod';
import { declaredAttributeSchema, MOST_ATTRIBUTES } from './attribute.ts';
import { declaredIdSchema, idSchema } from './id.ts';
import { isTranslated, translated } from './local-text.ts';
import { placeKinds } from './place.ts';
import { visibilities } from './source.ts';

/** The name of a column as its header has it, white space folded. */
const columnSchema = z.string().min(1).max(200);

/** What cells mean: a cell as typed, and what stands for it in a dataset; nothing means that the cell says nothing. */
const meaningsSchema = z.record(z.string(), z.string());

/** A field that is the same in every row, or comes from a column. `values` says what its cells mean. */
export const fromSchema = z.union([
  z.strictObject({ value: z.string().min(1) }),
  z.strictObject({ column: columnSchema, values: meaningsSchema.default({}) }),
]);

export const thousandsMarks = ['.', ',', "'", 'none'] as const;
export const columnUses = ['ignore', 'keep', 'refuse'] as const;
export const dateOrders = ['day-first', 'month-first'] as const;

/**
 * A number. `thousands` is the mark between groups of three digits (spaces are always read), `more_than`
 * what "more than 100" is: `101+` or `100+`. Both are decided once for the column, and asked while they are open.
 * `currency` is that of amounts which name none.
 */
export const numberFromSchema = z.union([
  z.strictObject({ value: z.string().min(1) }),
  z.strictObject({
    column: columnSchema,
    thousands: z.enum(thousandsMarks).optional(),
    more_than: z.enum(['next', 'same']).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    values: meaningsSchema.default({}),
  }),
]);

/**
 * A date in one column, or its day, month and year in several; a `year` in digits is that of all rows. `order` says
 * what `4/5/2024` is, `serials` that numbers of five digits are the days of a spreadsheet.
 */
export const dateFromSchema = z.union([
  z.strictObject({ value: z.string().min(1) }),
  z.strictObject({
    column: columnSchema,
    order: z.enum(dateOrders).optional(),
    year: z.int().min(1900).max(2100).optional(),
    serials: z.literal(true).optional(),
    values: meaningsSchema.default({}),
  }),
  z.strictObject({
    day: columnSchema.optional(),
    month: columnSchema.optional(),
    year: z.union([columnSchema, z.int().min(1900).max(2100)]),
    values: meaningsSchema.default({}),
  }),
]);

/** Fields that several records of one row have in common. */
const sharedFields = {
  place: fromSchema.optional(),
  date: dateFromSchema.optional(),
  phase: fromSchema.optional(),
  basis: fromSchema.optional(),
  note: fromSchema.optional(),
  /** By the ids of attributes that the dataset declares. */
  attributes: z.record(declaredIdSchema, fromSchema).optional(),
};

/** One record of a row. `when` leaves out the rows in which a column has none of these values, or nothing. */
export const recordRuleSchema = z.strictObject({
  /** Tells the records of one row apart in their ids; needed where there are several. */
  name: idSchema.optional(),
  when: z
    .union([
      z.strictObject({ column: columnSchema, is: z.array(z.string()).min(1) }),
      z.strictObject({ column: columnSchema, filled: z.literal(true) }),
    ])
    .optional(),
  kind: fromSchema,
  ...sharedFields,
  count: numberFromSchema.optional(),
  amount: numberFromSchema.optional(),
  days: numberFromSchema.optional(),
});

/** A region: its id, or GeoNames' code of a part of a country, `KZ.07`. Nothing: the cell names none. */
const regionSchema = z.union([
  z.literal(''),
  idSchema,
  z.string().regex(/^[A-Z]{2}\.[A-Za-z0-9]+$/, 'is no part of a country, such as KZ.07'),
]);

/** A place that the dataset is to have. Its id is the key that it has in the mapping. */
const newPlaceSchema = z.strictObject({
  kind: z.enum(placeKinds),
  parent: idSchema.optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  ...translated('name'),
});

/** An attribute that the dataset is to have: labelled, as its values are, and defined, as `attributes.csv` asks for it. */
const newAttributeSchema = declaredAttributeSchema
  .refine((it) => isTranslated(it, 'definition'), 'has no definition in any language')
  .refine(
    (it) => [it, ...it.values].every((named) => isTranslated(named, 'label')),
    'has no label in any language, or one of its values has none',
  );

/** How a table becomes a dataset: `mapping.json`. Whatever was asked and answered stands in it. */
export const mappingSchema = z.strictObject({
  version: z.literal(1),
  /** Which table of a file, and where it begins. What is absent is found, and said. */
  table: z
    .strictObject({
      sheet: z.string().optional(),
      /** The number of the row that names the columns. */
      header: z.int().min(1).optional(),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252']).optional(),
      separator: z.string().length(1).optional(),
      /** Columns of which an empty cell says what the one above it says. */
      carry_down: z.array(columnSchema).default([]),
      /** The header as it was the last time, to say which columns have moved. */
      columns: z.array(z.string()).default([]),
      /** Rows that are no records although they look like one, or are unreadable: by their numbers. */
      leave_out: z.array(z.int().min(1)).default([]),
    })
    .default({ carry_down: [], columns: [], leave_out: [] }),
  /** What a new folder says of itself; of one that is there it stays as it is. */
  dataset: z.strictObject({
    name: idSchema,
    title: z.string().min(1),
    ...translated('title'),
    language: z.string().regex(/^[a-z]{2,3}$/),
    licence: z.string().min(1),
    created: z.iso.date(),
  }),
  /** The table as a source. `rows`: each record cites its row; `links`: the addresses in these columns. */
  source: z.strictObject({
    id: idSchema,
    title: z.string().min(1),
    ...translated('title'),
    publisher: z.string().min(1),
    ...translated('publisher'),
    date: z.string().optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    language: z.string().regex(/^[a-z]{2,3}$/),
    visibility: z.enum(visibilities),
    rights: z.string().min(1),
    rows: z.boolean().default(true),
    links: z
      .strictObject({
        columns: z.array(columnSchema).min(1),
        accessed: z.iso.date(),
        archive: columnSchema.optional(),
      })
      .optional(),
  }),
  /** Attributes and values that the folder may not have yet; what it declares already stays as it is. */
  attributes: z.array(newAttributeSchema).max(MOST_ATTRIBUTES).default([]),
  /**
   * Columns that no field takes: `ignore` keeps one out of the dataset, `keep` shows it beside the cells that are
   * cited, `refuse` stops where one is filled.
   */
  columns: z.record(columnSchema, z.enum(columnUses)).default({}),
  /** A column with ids of records that the folder has: their rows are changed. An id that it does not have is an error. */
  id: columnSchema.optional(),
  /** Columns that tell rows apart, in this file and in the next. Where there is none, rows are told apart by all they hold. */
  key: z.array(columnSchema).default([]),
  /** Rows equal in their key are counted as often as they stand there; asked while it is open. */
  equal_rows: z.enum(['each', 'once']).optional(),
  places: z
    .strictObject({
      /** Where places of the gazetteer are looked for: ISO 3166-1. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      /** What cells mean: a place's id. Of a table with regions a cell may be told with its own: `Абай, Карагандинская область`. */
      names: z.record(z.string(), idSchema).default({}),
      /** A column with the region that each place lies in, and what its cells mean. */
      region: columnSchema.optional(),
      regions: z.record(z.string(), regionSchema).default({}),
      add: z.record(idSchema, newPlaceSchema).default({}),
    })
    .default({ names: {}, regions: {}, add: {} }),
  /** What a dataset needs to tell amounts in euros, and the folder may not have yet: rows of rates.csv. */
  rates: z
    .array(
      z.strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        eur: z.number().positive(),
        source: z.string().min(1),
      }),
    )
    .default([]),
  /** What all records have that do not say otherwise themselves. */
  shared: z.strictObject(sharedFields).default({}),
  records: z.array(recordRuleSchema).min(1).max(10),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type RecordRule = z.infer<typeof recordRuleSchema>;
export type From = z.infer<typeof fromSchema>;
export type NumberFrom = z.infer<typeof numberFromSchema>;
export type DateFrom = z.infer<typeof dateFromSchema>;
export type ThousandsMark = (typeof thousandsMarks)[number];
export type DateOrder = (typeof dateOrders)[number];
