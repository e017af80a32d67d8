import {
  type Charted,
  contains,
  type Day,
  isDay,
  type Period,
  type Phase,
  parseDay,
  printDay,
} from '@article21/model';
import { readEdtf, type StatedDate } from '@article21/model/edtf';
import { dateHint, dayHint } from './date-hints.ts';
import { recalled } from './recalled.ts';
import type { Row } from './row.ts';

/** A date as typed, and the days it means. */
export interface ReadDate extends StatedDate {
  text: string;
}

/** The grammar takes a tenth of a millisecond. */
const recall = recalled(readEdtf);

/** Reads a cell in EDTF; null when it is empty or was refused. */
export function readDate<C extends string>(row: Row<C>, column: C): ReadDate | null {
  const text = row.get(column);
  if (text === null) return null;
  const date = recall(text);
  if (date) return { ...date, text };
  row.report(column, {
    code: 'unreadable_date',
    message: `${column} is not a date that can be read`,
    hint: () => dateHint(text),
  });
  return null;
}

/** Reads a cell that holds a day, `2012-04-28`; null when it is empty or was refused. */
export function readDay<C extends string>(row: Row<C>, column: C): Day | null {
  const text = row.get(column);
  if (text === null) return null;
  const day = parseDay(text);
  if (day === null)
    row.report(column, {
      code: 'unreadable_date',
      message: `${column} is not a day`,
      hint: () => dayHint(text),
    });
  return day;
}

/** Reads the days in `from` and `to`, both included; an empty one is open. */
export function readDays(row: Row<'from' | 'to'>): Period {
  const [from, to] = [readDay(row, 'from'), readDay(row, 'to')];
  if (from !== null && to !== null && from > to)
    row.report('to', {
      code: 'invalid_value',
      message: 'the period ends before it begins',
      hint: 'swap from and to',
    });
  return { from, to };
}

/**
 * When a record is counted: the time that its source states. Where that is no single day, it is drawn on the day of its
 * assembly, unless the source states a time that this day does not lie in.
 */
export function chartOn(date: StatedDate | null, assembly: StatedDate | null, phase: Phase | null): Charted {
  const stated = statedTime(date, assembly, phase);
  const approximate = (date ?? assembly)?.approximate ?? false;
  if (date && isDay(date)) return charted(stated, null, 'day', approximate);
  if (assembly && isDay(assembly) && (!date || contains(date, assembly)))
    return charted(stated, assembly.from, 'assembly', approximate);
  return charted(stated, null, 'interval', approximate);
}

/**
 * The time that a source states: of its date, else of the phase of its assembly, which begins or ends with it. Nothing
 * is known where there is neither.
 */
export function statedTime(date: Period | null, assembly: Period | null, phase: Phase | null): Period {
  if (date) return { from: date.from, to: date.to };
  if (!assembly || !phase) return { from: null, to: null };
  const { from, to } = assembly;
  return { before: { from: null, to }, during: { from, to }, after: { from, to: null } }[phase];
}

function charted({ from, to }: Period, day: Day | null, by: Charted['by'], approximate: boolean): Charted {
  return { from: print(from), to: print(to), day: print(day), by, approximate };
}

/** Days printed before: most rows repeat one. */
const printed = new Map<Day, string>();
const MOST_PRINTED = 10_000;

function print(day: Day | null): string | null {
  if (day === null) return null;
  const known = printed.get(day);
  if (known !== undefined) return known;
  if (printed.size >= MOST_PRINTED) printed.clear();
  const text = printDay(day);
  printed.set(day, text);
  return text;
}
