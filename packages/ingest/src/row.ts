import {
  declaredIdSchema,
  idSchema,
  type Language,
  LONGEST_DECLARED_ID,
  translationsOf,
  type WarningCode,
} from '@article21/model';
import { createNumbersColumn } from './columns.ts';
import type { Found, FoundWarning, Problem } from './findings.ts';
import type { Drawn } from './header.ts';
import type { IssueLog } from './issue-log.ts';
import { createTextNumbers, type TextNumbers } from './text-numbers.ts';

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
  warn(column: C, warning: FoundWarning): void;
  /** The warnings that somebody has confirmed for this row. */
  readonly confirmed: ReadonlySet<WarningCode>;
  /** False once anything was reported. */
  readonly sound: boolean;
}

/** What the rows of a table have in common. */
export interface RowsOf {
  file: string;
  /** Where each column stands among the cells of a row. */
  at: ReadonlyMap<string, number>;
  /** False where the header lacks what rows need. */
  usable: boolean;
  issueLog: IssueLog;
}

interface RowContext {
  /** Cleaned; null of a cell that has no column, or cannot be cleaned. */
  texts: readonly (string | null)[];
  raw: readonly string[];
  confirmed: ReadonlySet<WarningCode>;
  /** Of a row that is withheld nothing that stands in it is told, whatever is wrong with it. */
  withheld: (() => boolean) | null;
  /** Of a row with more cells than the header, all of them empty: what is told, once, of whatever is wrong with it. */
  tooLong: Problem | null;
}

/** A class, because there may be a million: one object for each, and no functions of its own. */
export class TableRow<C extends string> implements Row<C> {
  readonly number: number;
  readonly confirmed: ReadonlySet<WarningCode>;
  readonly #all: RowsOf;
  readonly #own: RowContext;
  // Most rows have nothing refused.
  #refused: Set<C | null> | null = null;

  constructor(number: number, all: RowsOf, own: RowContext) {
    this.number = number;
    this.confirmed = own.confirmed;
    this.#all = all;
    this.#own = own;
  }

  get sound(): boolean {
    return this.#refused === null && this.#all.usable;
  }

  get(column: C): string | null {
    return this.#refused?.has(column) ? null : this.#text(column) || null;
  }

  typed(column: C): string {
    return (this.#own.raw[this.#all.at.get(column) ?? -1] ?? '').trim();
  }

  refused(column: C): boolean {
    return this.#refused?.has(column) ?? false;
  }

  report(column: C | null, problem: Problem): void {
    const { tooLong } = this.#own;
    const isReported = tooLong !== null && this.#refused !== null;
    this.#refused ??= new Set();
    this.#refused.add(column);
    if (isReported) return;
    const { file, issueLog } = this.#all;
    if (tooLong) {
      issueLog.add({ file, row: this.number, column: null }, tooLong);
      return;
    }
    const cell = column === null ? null : this.#text(column);
    const stated = problem.stated === undefined ? cell : problem.stated;
    issueLog.add(
      { file, row: this.number, column },
      this.#isWithheld() ? unsaid(problem) : { ...problem, stated },
    );
  }

  warn(column: C, warning: FoundWarning): void {
    if (this.confirmed.has(warning.code)) return;
    const { file, issueLog } = this.#all;
    const stated = warning.stated ?? this.#text(column);
    issueLog.warn(
      { file, row: this.number, column },
      this.#isWithheld() ? unsaid(warning) : { ...warning, stated },
    );
  }

  #text(column: C): string | null {
    return this.#own.texts[this.#all.at.get(column) ?? -1] ?? null;
  }

  #isWithheld(): boolean {
    return this.#own.withheld?.() ?? false;
  }
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

/**
 * A set of identifiers that refuses one it has seen before. `read` takes one from its cell. `known` has numbers for texts
 * already: most ids of records stand in the evidence, and are kept once.
 */
export function createIds<C extends string>(
  column: C,
  read: (row: Row<C>) => string | null = (row) => readId(row, column),
  joint: '-' | '_' = '-',
  known: TextNumbers = createTextNumbers(),
): (row: Row<C>) => string | null {
  /** The first row of each number, 0 where it has none. */
  const rows = createNumbersColumn();
  return (row) => {
    const id = read(row);
    if (id === null) return null;
    const number = known.add(id);
    while (rows.length <= number) rows.push(0);
    if (rows.at(number) === 0) {
      rows.set(number, row.number);
      return id;
    }
    row.report(column, {
      code: 'duplicate_id',
      message: `${column} ${id} is already used in row ${rows.at(number)}`,
      hint: `give each row an id of its own, for example ${numberedId(id, joint)}`,
    });
    return null;
  };
}

/** The same id with a number at its end, shortened where it would be too long. */
function numberedId(id: string, joint: '-' | '_'): string {
  return `${id.slice(0, LONGEST_DECLARED_ID - 2).replace(/[-_]+$/, '')}${joint}2`;
}

/** The same for the ids of kinds or measures, of which those of every dataset are taken. */
export function createDeclaredIds<C extends string>(
  column: C,
  { usual, what }: { usual: readonly string[]; what: string },
): (row: Row<C>) => string | null {
  return createIds(
    column,
    (row) => {
      const id = readSchema(row, column, declaredIdSchema, 'write for example attack_on_journalist');
      if (id === null || !usual.includes(id)) return id;
      row.report(column, {
        code: 'duplicate_id',
        message: `every dataset has the ${what} ${id}`,
        hint: 'leave the row out to use that one, or give yours an id of its own',
      });
      return null;
    },
    '_',
  );
}

/** The columns that hold a field in each language, `title_en`: optional ones, or such of which a row needs `one`. */
export function translations<F extends string, const C extends { max: number; drawn?: Drawn }>(
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
  const found: Partial<Record<`${F}_${Language}`, string>> = {};
  for (const field of fields)
    for (const column of translationsOf(field)) {
      const text = row.get(column);
      if (text !== null) found[column] = text;
    }
  return found;
}
