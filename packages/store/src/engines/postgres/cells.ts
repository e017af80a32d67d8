import { type CellColumn, type Cells, createCells, type Vocabulary } from '@article21/model';
import type { Client } from '../../postgres/connection.ts';
import { rowsOf } from './copy.ts';

const KEYS = 'measure, place, from_day, to_day, assembly_day, phase, basis, combination';

/** One row for each cell and source, in the order of cells; what a cell adds up to is the sum over its rows. */
export function grouping(load: number): string {
  return `SELECT ${KEYS}, source, sum(low), sum(high), sum(open), sum(approximate), sum(unnumbered), sum(numbered),
      sum(approximate_dates), sum(records)
    FROM article21.entries WHERE load = ${load}
    GROUP BY ${KEYS}, source ORDER BY ${KEYS}, source`;
}

/** The columns of such a row after its place and source, which are words: at which position, and of which column of cells. */
const KEY_COLUMNS = ['measure', 'from', 'to', 'day', 'phase', 'basis', 'combination'] as const;
const KEY_AT = [0, 2, 3, 4, 5, 6, 7] as const;
const SUMS = [
  'low',
  'high',
  'open',
  'approximate',
  'unnumbered',
  'numbered',
  'approximateDates',
  'records',
] as const;
const SUMS_AT = 9;
const SOURCE_AT = 8;
const PLACE_AT = 1;

/** Groups a load into cells by one statement, whose rows are taken as they come. */
export async function cellsOf(client: Client, load: number, vocabulary: Vocabulary): Promise<Cells> {
  // Of records that lie on several servers, each adds up its own places: it is off unless asked for.
  await client.query('SET enable_partitionwise_aggregate = on');
  const distinct = (column: string, table: string) =>
    `SELECT DISTINCT ${column} AS id FROM article21.${table} WHERE load = ${load} ORDER BY id`;
  const places = (await client.query(distinct('place', 'records'))).rows.map(({ id }) => String(id));
  const named = (await client.query(distinct('source', 'entries'))).rows.map(({ id }) => String(id));
  const ids = named.filter((id) => id !== '');
  const columns = createColumns();
  const source = createNumbers();
  const starts = createNumbers();
  const placeAt = indexOf(places);
  const sourceAt = indexOf(ids);
  let key = '';
  for await (const row of rowsOf(client, grouping(load))) {
    const values = row.split('\t');
    const own = values.slice(0, SOURCE_AT).join('\t');
    if (own !== key) {
      key = own;
      starts.push(source.length());
      columns.place.push(placeAt(values[PLACE_AT] ?? ''));
      for (const [i, at] of KEY_AT.entries()) columns[KEY_COLUMNS[i] ?? 'measure'].push(Number(values[at]));
      for (const name of SUMS) columns[name].push(0);
    }
    for (const [i, name] of SUMS.entries()) columns[name].add(Number(values[SUMS_AT + i]));
    const text = values[SOURCE_AT] ?? '';
    if (text !== '') source.push(sourceAt(text));
  }
  starts.push(source.length());
  const cells = createCells(places, columns.place.length(), vocabulary);
  for (const name of Object.keys(columns) as CellColumn[]) cells[name].set(columns[name].values());
  const sources = {
    ids,
    starts: Uint32Array.from(starts.values()),
    source: Uint32Array.from(source.values()),
  };
  return { ...cells, sources: sources };
}

interface Numbers {
  push(value: number): void;
  /** Adds to the last one. */
  add(value: number): void;
  length(): number;
  values(): Float64Array;
}

/** Numbers whose count nobody knows before: a list of them would take several times the memory. */
function createNumbers(): Numbers {
  let held = new Float64Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === held.length) {
        const larger = new Float64Array(2 * length);
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
    },
    add(value) {
      held[length - 1] = (held[length - 1] ?? 0) + value;
    },
    length: () => length,
    values: () => held.subarray(0, length),
  };
}

function createColumns(): Record<CellColumn, Numbers> {
  const empty = ['place', ...KEY_COLUMNS, ...SUMS].map((name) => [name, createNumbers()]);
  return Object.fromEntries(empty) as Record<CellColumn, Numbers>;
}

/** At which place of a list a word stands; rows come in order, so that the next is mostly that of the last. */
function indexOf(words: readonly string[]): (word: string) => number {
  const at = new Map(words.map((word, i) => [word, i]));
  return (word) => {
    const found = at.get(word);
    if (found === undefined) throw new Error(`the database has other rows than a moment ago: ${word}`);
    return found;
  };
}
