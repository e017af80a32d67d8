import { columnLetters, type RawRow } from '@article21/ingest/tables';
import type { Mapping } from '@article21/model/mapping';
import { attributesOf } from './attribute-columns.ts';

/** How many rows may stand above the header. */
const MOST_ABOVE = 20;

/** The columns of a table by the names in its header. */
export interface Header {
  row: number;
  /** The name of each column, white space folded; a column without a name has its letters in brackets: `[C]`. */
  names: readonly string[];
  /** Where a column is; -1 where there is none of this name. */
  at(name: string): number;
}

/** Every column that a mapping takes something from, in the order in which it names them. */
export function columnsNamed(mapping: Mapping): string[] {
  const names = new Set<string>([
    ...(mapping.id ? [mapping.id] : []),
    ...mapping.key,
    ...mapping.table.carry_down,
  ]);
  for (const rule of mapping.records) for (const name of columnsOf(rule, mapping)) names.add(name);
  const { links } = mapping.source;
  for (const name of links ? [...links.columns, ...(links.archive ? [links.archive] : [])] : [])
    names.add(name);
  return [...names];
}

/** The columns that a rule for records takes, with those of the fields that all records have. */
export function columnsOf(
  rule: Mapping['records'][number],
  { shared, places }: Pick<Mapping, 'shared' | 'places'>,
): string[] {
  const { name: _, when, attributes: __, ...fields } = { ...shared, ...rule };
  const attributes = attributesOf(rule, { shared }).map(([, from]) => from);
  const taken = [...Object.values(fields), ...attributes].flatMap((from) => {
    if (from === undefined || 'value' in from) return [];
    if ('column' in from) return [from.column];
    return [from.day, from.month, from.year].filter((it) => typeof it === 'string');
  });
  const all = places.region === undefined ? taken : [...taken, places.region];
  return [...new Set(when ? [when.column, ...all] : all)];
}

/**
 * The header among the first rows of a table: the row that the mapping numbers, if it has its names; else the first that has most of the names
 * it knows; else, of a table that nobody has mapped yet, the first with most of its cells filled by texts.
 */
export function findHeader(
  rows: readonly RawRow[],
  known: readonly string[],
  numbered?: number,
): Header | null {
  const first = rows.slice(0, MOST_ABOVE + 1);
  const named = (row: RawRow) => new Set(namesOf(row).filter((name) => known.includes(name))).size;
  // Next month's table may have a line more above it.
  const there = rows.find(({ row }) => row === numbered);
  if (there !== undefined && (known.length === 0 || named(there) >= Math.min(2, known.length)))
    return headerOf(there);
  const texts = (row: RawRow) => row.cells.filter((cell) => /\p{L}/u.test(cell)).length;
  const best = first.reduce<RawRow | null>((found, row) => {
    if (found === null) return row;
    const score = (it: RawRow) => (known.length > 0 ? named(it) : texts(it));
    return score(row) > score(found) ? row : found;
  }, null);
  if (best === null || (known.length > 0 && named(best) === 0)) return null;
  return headerOf(best);
}

function headerOf(row: RawRow | undefined): Header | null {
  if (row === undefined) return null;
  const names = namesOf(row);
  const at = new Map(names.map((name, i) => [name, i]).reverse() as [string, number][]);
  return { row: row.row, names, at: (name) => at.get(name) ?? -1 };
}

function namesOf({ cells }: RawRow): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 200) || `[${columnLetters(i)}]`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    // Two columns of one name are told apart, and neither is lost.
    return times === 1 ? name : `${name} [${columnLetters(i)}]`;
  });
}
