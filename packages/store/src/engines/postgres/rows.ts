import { createHash } from 'node:crypto';
import {
  attributeDigits,
  cellBases,
  cellPhase,
  cellPhases,
  combinationOf,
  dateOf,
  isQuoted,
  NO_DAY,
  numberedOf,
  OPEN_END,
  OPEN_START,
  type RestrictionRecord,
  type Vocabulary,
} from '@article21/model';
import { charted, counted, drawnOn, pageKey } from '../memory/filter.ts';

/** The columns of `records` and `entries`, in the order of the rows below; `load` stands before them. */
export const RECORD_COLUMNS =
  'place, id, kind, phase, basis, quoted, measures, drawn_from, drawn_to, from_day, to_day, assembly_day, from_month, to_month, combination, record';
export const ENTRY_COLUMNS =
  'place, measure, from_day, to_day, assembly_day, phase, basis, combination, source, low, high, open, approximate, unnumbered, numbered, approximate_dates, records';

/** Changes with what rows mean: raised by hand with these functions, and by itself where measures are other ones. */
const LAYOUT = 3;

/** Names what rows mean, so that those of another version of the program are never taken for today's. */
export function layout({ measures, attributes }: Vocabulary): string {
  const digits = attributes.length === 0 ? [] : [attributeDigits(attributes)];
  const meaning = [LAYOUT, measures, cellPhases, cellBases, ...digits];
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex');
}

/** A record as a row of `records`, in the text form of COPY. */
export function recordRow(
  load: number,
  record: RestrictionRecord,
  { measures, attributes }: Vocabulary,
): string {
  const { from, to } = charted(record);
  const day = drawnOn(record);
  return line([
    load,
    record.place,
    record.id,
    record.kind,
    record.phase ?? 'unstated',
    record.basis,
    isQuoted(record) ? 't' : 'f',
    measures.reduce((bits, it, i) => (counted(record, it) === null ? bits : bits + 2 ** i), 0),
    pageKey(record).from,
    day ?? to ?? OPEN_END,
    from ?? OPEN_START,
    to ?? OPEN_END,
    day ?? NO_DAY,
    from === null ? OPEN_START : monthOf(from),
    to === null ? OPEN_END : monthOf(to),
    combinationOf(record, attributeDigits(attributes)),
    JSON.stringify(record),
  ]);
}

/** A record as rows of `entries`: what it adds to each measure's cell, on the first of its sources; 0 on the others. */
export function entryRows(
  load: number,
  record: RestrictionRecord,
  { measures, attributes }: Vocabulary,
): string[] {
  const { from, to } = charted(record);
  const sources = [...new Set(record.evidence.map(({ source }) => source))];
  const key = [from ?? OPEN_START, to ?? OPEN_END, drawnOn(record) ?? NO_DAY];
  const numbered = [
    cellPhase(record),
    cellBases.indexOf(record.basis),
    combinationOf(record, attributeDigits(attributes)),
  ];
  return measures.flatMap((counting, index) => {
    const it = counted(record, counting);
    if (it === null) return [];
    const { low, high, approximate, unnumbered } = it;
    const dates = Number(record.charted.approximate);
    const added = [
      low,
      high ?? 0,
      Number(high === null),
      Number(approximate),
      unnumbered,
      numberedOf(it),
      dates,
      1,
    ];
    const nothing = added.map(() => 0);
    return (sources.length > 0 ? sources : ['']).map((source, at) =>
      line([load, record.place, index, ...key, ...numbered, source, ...(at === 0 ? added : nothing)]),
    );
  });
}

function monthOf(day: number): number {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function line(values: readonly (string | number)[]): string {
  return `${values.map((it) => String(it).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)).join('\t')}\n`;
}
