import type { RecordQuery } from '@article21/contract/client';
import { type ChartQuery, contains, type Period, parseDay, type RestrictionRecord } from '@article21/model';
import type { Opened } from '../url/opened.ts';

/** The question for the records behind a part of a chart. */
export function recordQueryOf(query: ChartQuery, opened: Opened): Partial<RecordQuery> {
  const { place, from, to, phase, basis, every, snapshot } = query;
  return {
    ...{ place, from, to, phase, basis, every, snapshot },
    measure: opened.measure,
    at: opened.at === null ? [] : [opened.at],
    bucket: opened.bucket,
    undated: opened.beside === null ? null : every,
  };
}

/**
 * Whether a record belongs to what was opened. The API answers what is undated and what reaches out of the period
 * together; the page counts the two apart.
 */
export function belongs(record: RestrictionRecord, asked: Period, opened: Opened): boolean {
  if (opened.beside === null) return true;
  return contains(asked, chartedPeriod(record)) === (opened.beside === 'undated');
}

/** The days on which a chart draws a record: its assembly's where no source states a day. */
export function drawnPeriod(record: RestrictionRecord): Period {
  const day = dayOrNull(record.charted.day);
  return day === null ? chartedPeriod(record) : { from: day, to: day };
}

/** The days that a record's sources leave possible. */
function chartedPeriod({ charted }: RestrictionRecord): Period {
  return { from: dayOrNull(charted.from), to: dayOrNull(charted.to) };
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}
