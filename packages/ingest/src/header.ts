import { attributeColumn } from '@article21/model';
import { cleanCell, foldSpace } from './clean.ts';
import type { Problem } from './findings.ts';
import type { RawRow } from './formats/format.ts';
import type { IssueLog } from './issue-log.ts';
import { nearest } from './nearest.ts';

/**
 * What a column of a table asks for. `need`: a `value` in every row, the `column` in the header, or `nothing`; `one` is a
 * value in one of the columns of the field, each of which has it in another language.
 * `max` is the length of a cell in UTF-16 code units.
 */
export interface Column {
  need: 'value' | 'column' | 'nothing' | 'one';
  /** Which field the column has in a language. */
  field?: string;
  max: number;
  /** Whether pictures show it, and what they do where their fonts do not have its letters: they show boxes, or another name. */
  drawn?: Drawn;
}

export type Drawn = 'or boxes' | 'or another name';

export type Columns<C extends string> = Readonly<Record<C, Column>>;

export interface Header<C extends string> {
  /** The column of each cell; `unnamed` where the header is empty, null under a name that was refused. */
  columns: readonly (C | 'unnamed' | null)[];
  /** Whether every column is there that rows cannot do without. */
  usable: boolean;
  /** The number of its row in the file. */
  row: number;
}

/** Whether a row names two known columns, so that what stands above it is a title and not the header. */
export function looksLikeHeader({ cells }: RawRow, known: readonly string[]): boolean {
  const names = new Set(cells.map(foldSpace).filter((name) => known.includes(name)));
  return names.size >= 2;
}

/** Reads the header of a table: only the known columns, each once. No other can come in, whatever it holds. */
export function readHeader<C extends string>(
  { file, shows }: { file: string; shows?: (cell: (column: string) => string) => boolean },
  { row, cells }: RawRow,
  columns: Columns<C>,
  issueLog: IssueLog,
): Header<C> {
  const known = Object.keys(columns) as C[];
  const seen = new Set<C>();
  const report = (column: string | null, problem: Problem) => issueLog.add({ file, row, column }, problem);
  /** What is no name of a column may be anything, also what must not be shown. */
  const strange = (column: string | null, problem: Problem) =>
    shows === undefined ? report(column, problem) : report(null, { ...problem, stated: null });
  const names = cells.map((cell) => {
    const cleaned = cleanCell(cell);
    return cleaned.ok ? cleaned.text : null;
  });
  const alternatives = columnsOfFields(columns).filter((of) => !of.some((name) => names.includes(name)));
  const required = known.filter((name) => ['value', 'column'].includes(columns[name].need));
  const missing = [...required.filter((name) => !names.includes(name)), ...alternatives.flat()];
  const read = cells.map((cell) => {
    const cleaned = cleanCell(cell);
    if (!cleaned.ok) {
      strange(null, cleaned.problem);
      return null;
    }
    if (cleaned.text === '') return 'unnamed';
    const column = known.find((name) => name === cleaned.text);
    if (column === undefined || seen.has(column)) {
      if (column === undefined) strange(cleaned.text, unknown(cleaned.text, known, missing));
      else report(column, twice(column));
      return null;
    }
    seen.add(column);
    return column;
  });
  for (const name of missing.filter((it) => required.includes(it))) {
    const hint = `add a column called ${name}, spelt like this, in small letters`;
    report(name, { code: 'missing_column', message: `the column ${name} is missing`, hint });
  }
  for (const of of alternatives) {
    const hint = `add one of them, in the language that you have: ${of.join(', ')}`;
    report(of[0] ?? null, {
      code: 'missing_column',
      message: `none of the columns ${of.join(', ')} is there`,
      hint,
    });
  }
  return { columns: read, usable: missing.length === 0, row };
}

/** The columns of each field that a row needs in one language. */
export function columnsOfFields<C extends string>(columns: Columns<C>): C[][] {
  const known = (Object.keys(columns) as C[]).filter((name) => columns[name].need === 'one');
  return [...new Set(known.map((name) => columns[name].field))].map((field) =>
    known.filter((name) => columns[name].field === field),
  );
}

/** How the columns of a dataset's attributes begin. */
const ATTRIBUTE = attributeColumn('');

function unknown(name: string, known: readonly string[], missing: readonly string[]): Problem {
  const leave = `leave the column out of this file, and keep it in one of your own; the known ones are ${known.join(', ')}`;
  return {
    code: 'unknown_column',
    stated: name,
    message: 'the column is not a known one',
    hint: () => {
      if (name.startsWith(ATTRIBUTE))
        return `declare ${name.slice(ATTRIBUTE.length)} in attributes.csv; otherwise ${leave}`;
      const near =
        known.find((it) => it === `${ATTRIBUTE}${name}`) ?? nearest(name, missing) ?? nearest(name, known);
      if (near !== null) return `did you mean ${near}? Otherwise ${leave}`;
      if (missing.length === 0) return leave;
      return `rename it to ${missing.join(' or ')}? Otherwise ${leave}`;
    },
  };
}

function twice(name: string): Problem {
  return {
    code: 'unknown_column',
    stated: name,
    message: `there are two columns called ${name}`,
    hint: 'keep only one of them',
  };
}

/** What is said of letters that no font of the pictures has. */
export function notDrawn(letters: readonly string[], drawn: Drawn, otherwise: string) {
  const instead = drawn === 'or boxes' ? 'boxes' : 'another of its names, or its id,';
  return {
    code: 'letters_not_drawn' as const,
    message: `pictures have no letters for ${letters.join(' ')}, and show ${instead} instead`,
    hint: `write it in Latin, Cyrillic or Greek letters; ${otherwise}`,
  };
}
