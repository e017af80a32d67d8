import { figureLabelOf, type Words } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import type { TableRow } from './counts-rows.ts';

/** Rows under one heading: those of one measure, or all totals. */
export interface TableGroup {
  key: MeasureId | 'total';
  /** "Fines (EUR)"; null where the only measure is named by its total. */
  title: string | null;
  rows: readonly TableRow[];
}

/**
 * The rows of a table as the groups that it shows: first the totals, then each measure, for numbers of different units
 * are in no order. A row that is grouped by nothing is its total, which is not said twice.
 */
export function tableGroups(
  rows: readonly TableRow[],
  measures: readonly MeasureId[],
  words: Words,
): TableGroup[] {
  const several = measures.length > 1;
  const first = rows.find(({ part }) => part === 'row');
  const isGrouped = first !== undefined && (first.place !== null || first.opened.bucket !== null);
  const isTotal = ({ part }: TableRow) => part === 'total' || (part === 'row' && !isGrouped);
  const groups = measures.map((measure) => ({
    key: measure,
    title: several ? figureLabelOf(measure, words) : null,
    rows: rows.filter((row) => row.measure === measure && !isTotal(row)),
  }));
  const totals = {
    key: 'total' as const,
    title: several ? words.ui.table.total : null,
    rows: rows.filter(({ part }) => part === 'total'),
  };
  return [totals, ...groups].filter((group) => group.rows.length > 0);
}

/** The first rows of the groups, as many as are shown. */
export function firstRows(groups: readonly TableGroup[], shown: number): TableGroup[] {
  let left = shown;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}
