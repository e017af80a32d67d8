import { words } from '@article21/messages';
import { exactly, type MeasureId } from '@article21/model';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/views/table/counts-rows.ts';
import { firstRows, tableGroups } from '../../../src/views/table/table-groups.ts';

function row(part: TableRow['part'], measure: MeasureId, place: string | null): TableRow {
  return {
    ...{ key: [part, measure, place].join(' '), part, extra: null, measure, place, period: null },
    ...{ firstDay: null, lastDay: null, estimate: exactly(1), approximateDates: 0, records: 1 },
    opened: { measure: [measure], at: null, bucket: null, extra: null },
  };
}

const measures: MeasureId[] = ['detentions', 'fines'];
const rows = [
  row('row', 'detentions', 'Almaty'),
  row('row', 'fines', 'Almaty'),
  row('undated', 'detentions', null),
  row('total', 'detentions', null),
  row('total', 'fines', null),
];

describe('tableGroups', () => {
  const shown = (given: readonly TableRow[], asked: readonly MeasureId[]) =>
    tableGroups(given, asked, words('en')).map(({ title, rows: inside }) => [
      title,
      ...inside.map(({ key }) => key),
    ]);

  it('has all totals first, then what there is of each measure', () => {
    expect(shown(rows, measures)).toEqual([
      ['Total', 'total detentions ', 'total fines '],
      ['Detentions', 'row detentions Almaty', 'undated detentions '],
      ['Fines (EUR)', 'row fines Almaty'],
    ]);
  });

  it('names no group where there is one measure', () => {
    const detentions = rows.filter(({ measure }) => measure === 'detentions');
    expect(shown(detentions, ['detentions']).map(([title]) => title)).toEqual([null, null]);
  });

  it('does not say a total twice where nothing groups the rows', () => {
    const whole = [row('row', 'fines', null), row('total', 'fines', null)];
    expect(shown(whole, ['fines'])).toEqual([[null, 'total fines ']]);
  });

  it('shows the first rows across the groups', () => {
    const first = firstRows(tableGroups(rows, measures, words('en')), 3);
    expect(first.map((group) => group.rows.length)).toEqual([2, 1]);
  });
});
