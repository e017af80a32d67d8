import { type Charted, type Day, parseDay, printDay, type RestrictionRecord } from '@article21/model';
import { createNumbersColumn, type NumbersColumn } from '../columns.ts';
import { orConfirm } from '../confirmed.ts';
import type { IssueLog } from '../issue-log.ts';
import { recalled } from '../recalled.ts';
import type { Row } from '../row.ts';
import type { Quoted } from '../tables/evidence-rows.ts';
import { namesOtherYear, statesOther, sumOnce } from './numbers.ts';
import { farAbove, farApart } from './unusual.ts';

type Column = 'id' | 'date' | 'assembly' | 'count' | 'amount' | 'days';
const quantities = ['count', 'amount', 'days'] as const;

/** Looks at sound records one by one, and at all of them in the end. */
export interface RecordWarnings {
  look(row: Row<Column>, record: RestrictionRecord, quoted: readonly Quoted[]): void;
  /** Warns of what is unusual among all. */
  finish(): void;
}

/** What the warnings of records need to know: when the dataset was made, and the file of the evidence. */
interface Known {
  created: Day | null;
  evidence: { file: string };
}

export function createRecordWarnings(
  file: string,
  { created, evidence }: Known,
  issueLog: IssueLog,
): RecordWarnings {
  const twins = createTwins();
  const values = new Map<string, Placed & { kind: string; column: (typeof quantities)[number] }>();
  const days = { date: placed(), assembly: placed() };
  /** Rows whose unusual values somebody has confirmed: they count among the others. */
  const confirmed = new Set<number>();
  return {
    look(row, record, quoted) {
      warnOfTwin(row, twins.seen(keyOf(record, quoted), row.number));
      warnOfWords(evidence.file, record, quoted, issueLog);
      if (row.confirmed.has('unusual_value')) confirmed.add(row.number);
      for (const column of quantities) {
        const quantity = record[column];
        if (quantity === null || quantity.low === 0) continue;
        const currency = column === 'amount' ? record.amount?.currency : '';
        const key = `${record.kind} ${column} ${currency}`;
        const group = values.get(key) ?? { kind: record.kind, column, ...placed() };
        values.set(key, group);
        group.values.push(quantity.high ?? quantity.low);
        group.rows.push(row.number);
      }
      const column = record.date === null ? 'assembly' : 'date';
      const day = dayOf(record.charted);
      if (day === null) return;
      if (created !== null && day.day > created) warnOfFuture(row, column, created);
      else if (day.near) {
        days[column].values.push(day.day);
        days[column].rows.push(row.number);
      }
    },
    finish() {
      const warn = (column: Column, row: number, stated: string, message: string) => {
        if (confirmed.has(row)) return;
        const hint = `look for a slip of a digit, a unit or a year; ${orConfirm('unusual_value')}`;
        issueLog.warn({ file, row, column }, { code: 'unusual_value', stated, message, hint });
      };
      for (const { kind, column, values: all, rows } of values.values()) {
        const { found, usual } = farAbove(all.all());
        const message = `more than 20 times what 95 of 100 records of kind ${kind} have: ${usual} at most`;
        for (const at of found) warn(column, rows.at(at), String(all.at(at)), message);
      }
      const { date, assembly } = days;
      const before = date.rows.length;
      for (const at of farApart(joined(date.values.all(), assembly.values.all()))) {
        const [column, { rows, values: all }, own] =
          at < before ? (['date', date, at] as const) : (['assembly', assembly, at - before] as const);
        const message = 'the day lies far from those of all other records';
        warn(column, rows.at(own), printDay(all.at(own)), message);
      }
    },
  };
}

/** Numbers, and the row each stands in. */
interface Placed {
  values: NumbersColumn;
  rows: NumbersColumn;
}

function placed(): Placed {
  return { values: createNumbersColumn('any'), rows: createNumbersColumn() };
}

function joined(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

const recallDay = recalled(parseDay);

/** The first day a record may lie on, and whether that says when it was: not where it may be years later, or earlier. */
function dayOf({ from, to }: Charted): { day: number; near: boolean } | null {
  const [first, last] = [from, to].map((day) => (day === null ? null : recallDay(day)));
  if (first === null || first === undefined) return null;
  return { day: first, near: last !== null && last !== undefined && last - first <= 366 };
}

/**
 * All that two entries of one event have in common. Of single people there are often several alike, each with a
 * sentence of its own; the same sentence twice, or the same larger number twice, is more often one event.
 */
function keyOf(
  { kind, place, date, charted, assembly, phase, basis, ...record }: RestrictionRecord,
  quoted: readonly Quoted[],
): string {
  const numbers = quantities.map((column) => record[column]?.notation);
  const alone = record.count?.low === 1 && record.count.high === 1;
  const words = alone ? quoted.map(({ quote }) => quote) : [];
  const when = [date, charted.from, charted.to, assembly, phase];
  return [kind, place, ...when, basis, ...numbers, ...words].join('\n');
}

/** Compares a record with what its evidence quotes. Words of internal sources stand in no warning. */
function warnOfWords(
  file: string,
  record: RestrictionRecord,
  quoted: readonly Quoted[],
  issueLog: IssueLog,
): void {
  const stated = quoted.map((it) => it.stated);
  const sumOfAll = sumOnce(stated);
  const { from, to } = record.charted;
  const [first, last] = [from, to].map((day) => (day === null ? null : Number(day.slice(0, 4))));
  for (const [i, { row, kind, quote, internal, confirmed }] of quoted.entries()) {
    const shown = (text: string | undefined) => (internal ? null : (text ?? null));
    if (!confirmed.has('number_not_stated') && statesOther(stated, i, record, sumOfAll))
      issueLog.warn(
        { file, row, column: 'stated' },
        {
          code: 'number_not_stated',
          stated: shown(stated[i]),
          message: `none of the numbers in stated is that of the record, ${notationsOf(record)}`,
          hint: `correct the record, or quote in stated the words that give its number; ${orConfirm('number_not_stated')}`,
        },
      );
    // A row of a table may have years of other things in it, and an address says little.
    if (
      kind === 'quotation' &&
      (from !== null || to !== null) &&
      !confirmed.has('other_year') &&
      namesOtherYear(quote, first ?? null, last ?? null)
    )
      issueLog.warn(
        { file, row, column: 'quote' },
        {
          code: 'other_year',
          stated: shown(quote),
          message: `the quotation names another year than that of the record, ${from === to ? from : `${from ?? '..'}/${to ?? '..'}`}`,
          hint: `correct the date of the record; ${orConfirm('other_year')}`,
        },
      );
  }
}

function notationsOf(record: RestrictionRecord): string {
  return quantities.flatMap((column) => record[column]?.notation ?? []).join(', ');
}

function warnOfTwin(row: Row<Column>, first: number | null): void {
  if (first === null) return;
  row.warn('id', {
    code: 'possible_twin',
    message: `the record is like that of row ${first}: kind, place, day and quantities`,
    hint: `delete one of them if both are one event; ${orConfirm('possible_twin')}`,
  });
}

function warnOfFuture(row: Row<Column>, column: 'date' | 'assembly', created: number): void {
  row.warn(column, {
    code: 'after_created',
    message: `the day lies after ${printDay(created)}, on which the dataset was made`,
    hint: `correct the date, or created in datapackage.json; ${orConfirm('after_created')}`,
  });
}

/** Finds what was there before. Keeps numbers of 53 bits instead of texts: there may be a million. */
interface Twins {
  /** The row that has the same key, where there was one before; else null. */
  seen(key: string, row: number): number | null;
}

function createTwins(): Twins {
  // A key is looked for from the slot of its last bits on. Half of the slots, whose number is a power of two, are empty: row 0.
  let keys = new Float64Array(1024);
  let rows = new Int32Array(1024);
  let count = 0;
  const slotOf = (key: number) => {
    const last = keys.length - 1;
    let slot = key & last;
    while (rows[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  };
  const put = (slot: number, key: number, row: number) => {
    keys[slot] = key;
    rows[slot] = row;
  };
  const grow = () => {
    const before = { keys, rows };
    keys = new Float64Array(2 * keys.length);
    rows = new Int32Array(keys.length);
    for (const [i, row] of before.rows.entries())
      if (row !== 0) put(slotOf(before.keys[i] ?? 0), before.keys[i] ?? 0, row);
  };
  return {
    seen(key, row) {
      const hash = hashOf(key);
      const slot = slotOf(hash);
      const first = rows[slot] ?? 0;
      if (first !== 0) return first;
      put(slot, hash, row);
      count += 1;
      if (2 * count > keys.length) grow();
      return null;
    },
  };
}

/** cyrb53 (public domain, by bryc): of a million different texts, two share a number once in ten thousand times. */
function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
