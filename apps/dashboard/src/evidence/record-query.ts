import type { RecordQuery } from '@article21/contract/client';
import { possiblePeriod } from '@article21/messages/dataset';
import { type ChartQuery, contains, type Period, type RestrictionRecord } from '@article21/model';
import type { Opened } from '@article21/pages/address';

/** The question for the records behind a part of a chart. */
export function recordQueryOf(query: ChartQuery, opened: Opened): Partial<RecordQuery> {
  const at = opened.at === null ? [] : [opened.at];
  const { place, from, to, phase, basis, evidence, every, snapshot } = query;
  return {
    ...{ place, from, to, phase, basis, evidence, every, snapshot },
    measure: opened.measure,
    // A row of counts by region is all that lies in it.
    ...(query.by.includes('region') ? { region: at } : { at }),
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
  return contains(asked, possiblePeriod(record)) === (opened.beside === 'undated');
}
