import type { RecordQuery } from '@article21/contract/client';
import { possiblePeriod } from '@article21/messages/dataset';
import {
  type ChartQuery,
  contains,
  type Period,
  phaseFilters,
  type RestrictionRecord,
  rowGrouping,
} from '@article21/model';
import type { Opened } from '@article21/pages/address';

/** The question for the records behind a part of a chart. */
export function recordQueryOf(query: ChartQuery, opened: Opened): Partial<RecordQuery> {
  const { place, from, to, phase, basis, evidence, attribute, every, snapshot } = query;
  return {
    ...{ place, from, to, phase, basis, evidence, attribute, every, snapshot },
    measure: opened.measure,
    ...rowOpened(query, opened.at),
    bucket: opened.bucket,
    undated: opened.extra === null ? null : every,
  };
}

/** The row that was opened: a place itself or several, all that lies in a region, or what is of a phase. */
function rowOpened(query: ChartQuery, at: string | null): Partial<RecordQuery> {
  if (at === null) return { at: [] };
  const rows = rowGrouping(query);
  const phase = phaseFilters.find((it) => it === at);
  // What is no phase is asked for as a place, which the API does not know either.
  if (rows === 'phase' && phase) return { phase: [phase] };
  const places = at.split(',');
  return rows === 'region' ? { region: places } : { at: places };
}

/**
 * Whether a record belongs to what was opened. The API answers what is undated and what reaches out of the period
 * together; the page counts the two apart.
 */
export function belongs(record: RestrictionRecord, period: Period, opened: Opened): boolean {
  if (opened.extra === null) return true;
  return contains(period, possiblePeriod(record)) === (opened.extra === 'undated');
}
