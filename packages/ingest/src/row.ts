import {
  declaredIdSchema,
  idSchema,
  type Language,
  translationsOf,
  type WarningCode,
} from '@article21/model';
import type { Doubt, Found, Problem } from './findings.ts';
import type { IssueLog } from './issue-log.ts';

/** One row of a table, its cells cleaned. */
export interface Row<C extends string> {
  readonly number: number;
  /** The text of a cell; null when it is empty, or was refused and its issue told. */
  get(column: C): string | null;
  /** A cell as it is in the file, with only the white space around it left out: for names of files. */
  typed(column: C): string;
  /** Whether an issue was told about a cell, so that its emptiness is no second one. */
  refused(column: C): boolean;
  report(column: C | null, problem: Problem): void;
  /** Tells what is probably wrong with a cell, unless somebody has confirmed that it is right. */
  warn(column: C, doubt: Doubt): void;
  /** The warnings that somebody has confirmed for this row. */
  readonly confirmed: ReadonlySet<WarningCode>;
  /** False once anything was reported. */
  readonly sound: boolean;
}

interface RowContext {
  usable: boolean;
  confirmed: ReadonlySet<WarningCode>;
  withheld(): boolean;
  /** Of a row with more cells than the header, all of them empty: what is told, once, of whatever is wrong with it. */
  tooLong: Problem | null;
}

/**
 * Takes cleaned cells by column. A row is not `usable` where the header lacks what rows need. Of one that is `withheld`
 * nothing that stands in it is told, whatever is wrong with it.
 */
export function createRow<C extends string>(
  { file, row: number }: { file: string; row: number },
  { texts: cells, typed }: { texts: ReadonlyMap<C, string>; typed: (column: C) => string },
  issueLog: IssueLog,
  { usable, confirmed, withheld, tooLong }: RowContext,
): Row<C> {
  // Most rows have nothing refused.
  let refused: Set<C | null> | null = null;
  let sound = usable;
  return {
    number,
    get: (column) => (refused?.has(column) ? null : cells.get(column) || null),
    typed,
    refused: (column) => refused?.has(column) ?? false,
    report(column, problem) {
      const told = tooLong !== null && refused !== null;
      sound = false;
      refused ??= new Set();
      refused.add(column);
      if (told) return;
      if (tooLong) return issueLog.add({ file, row: number, column: null }, tooLong);
      const cell = column === null ? null : (cells.get(column) ?? null);
      const stated = problem.stated === undefined ? cell : problem.stated;
      issueLog.add({ file, row: number, column }, withheld() ? unsaid(problem) : { ...problem, stated });
    },
    warn(column, doubt) {
      if (confirmed.has(doubt.code)) return;
      const stated = doubt.stated ?? cells.get(column) ?? null;
      issueLog.warn({ file, row: number, column }, withheld() ? unsaid(doubt) : { ...doubt, stated });
    },
    confirmed,
    get sound() {
      return sound;
    },
  };
}

/** What was found, without the text of the cell. */
function unsaid<F extends Found<string>>(found: F): F {
  return { ...found, message: found.withheld ?? found.message, stated: null };
}

/** The value of a cell that must be one of a few words; null when it is empty or was refused. */
export function readWord<C extends string, W extends string>(
  row: Row<C>,
  column: C,
  words: readonly W[],
): W | null {
  const text = row.get(column);
  if (text === null) return null;
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  row.report(column, {
    code: 'invalid_value',
    message: `${column} is none of the known words`,
    hint: `write one of: ${words.join(', ')}`,
  });
  return null;
}

/** The value of a cell that must be an identifier; null when it is empty or was refused. */
export function readId<C extends string>(row: Row<C>, column: C): string | null {
  return readSchema(row, column, idSchema, 'write for example 2012-04-28-almaty-fine-1');
}

/** The part of a zod schema that is used to check a cell. */
interface CellSchema {
  safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } };
}

/** The text of a cell that a schema accepts; null when it is empty or was refused. */
export function readSchema<C extends string>(
  row: Row<C>,
  column: C,
  schema: CellSchema,
  hint: string | ((text: string) => string),
): string | null {
  const text = row.get(column);
  if (text === null) return null;
  const result = schema.safeParse(text);
  if (result.success) return text;
  const why = result.error?.issues[0]?.message ?? 'not of its form';
  const mend = typeof hint === 'string' ? hint : () => hint(text);
  row.report(column, { code: 'invalid_value', message: `${column} is not valid: ${why}`, hint: mend });
  return null;
}

/** A set of identifiers that refuses one it has seen before. `read` takes one from its cell. */
export function createIds<C extends string>(
  column: C,
  read: (row: Row<C>) => string | null = (row) => readId(row, column),
): (row: Row<C>) => string | null {
  const seen = new Map<string, number>();
  return (row) => {
    const id = read(row);
    if (id === null) return null;
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, row.number);
      return id;
    }
    row.report(column, {
      code: 'duplicate_id',
      message: `${column} ${id} is already used in row ${first}`,
      hint: 'give each row an id of its own, for example with -2 at the end',
    });
    return null;
  };
}

/** The same for the ids of kinds or measures, of which those of every dataset are taken. */
export function createDeclaredIds<C extends string>(
  column: C,
  { usual, what }: { usual: readonly string[]; what: string },
): (row: Row<C>) => string | null {
  return createIds(column, (row) => {
    const id = readSchema(row, column, declaredIdSchema, 'write for example attack_on_journalist');
    if (id === null || !usual.includes(id)) return id;
    row.report(column, {
      code: 'duplicate_id',
      message: `every dataset has the ${what} ${id}`,
      hint: 'leave the row out to use that one, or give yours an id of its own',
    });
    return null;
  });
}

/** The columns that hold a field in each language, `title_en`: optional ones, or such of which a row needs `one`. */
export function translations<F extends string, const C extends { max: number; drawn?: true }>(
  field: F,
  rest: C,
  need: 'nothing' | 'one' = 'nothing',
) {
  const column = { need, field, ...rest };
  return Object.fromEntries(translationsOf(field).map((name) => [name, column])) as Record<
    `${F}_${Language}`,
    typeof column
  >;
}

/** The texts of some fields in other languages; those that a row leaves empty are absent. */
export function translationsIn<C extends string, F extends string>(
  row: Row<C | `${F}_${Language}`>,
  fields: readonly F[],
): Partial<Record<`${F}_${Language}`, string>> {
  const found = fields.flatMap((field) =>
    translationsOf(field).flatMap((column) => {
      const text = row.get(column);
      return text === null ? [] : [[column, text]];
    }),
  );
  return Object.fromEntries(found);
}
