import { words } from '@article21/messages';
import { exactly, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/views/table/counts-rows.ts';
import { tableText } from '../../../src/views/table/table-tools.tsx';

const opened = { measure: ['detentions'], at: null, bucket: null, extra: null } as const;
const row: TableRow = {
  ...{
    key: '1',
    part: 'row',
    extra: null,
    measure: 'detentions',
    place: 'Almaty',
    period: 'April 2012',
    records: 5,
  },
  ...{ firstDay: '2012-04-01', lastDay: '2012-04-30' },
  estimate: { ...exactly(1500), approximate: true },
  approximateDates: 2,
  opened,
};
const cells = (rows: TableRow[]) =>
  tableText(rows, { by: ['place'] }, words('en'))
    .split('\n')
    .map((line) => line.split('\t'));

describe('tableText', () => {
  it('has a heading for every cell of every row', () => {
    const [head, ...lines] = cells([row, { ...row, part: 'total', place: null, period: null }]);
    expect(head).toHaveLength(13);
    expect(lines.map((line) => line.length)).toEqual([13, 13]);
  });

  it('says whether its places are regions', () => {
    const heads = (by: 'place' | 'region') => tableText([], { by: [by] }, words('en')).split('\t');
    expect([heads('place')[2], heads('region')[2]]).toEqual(['Place', 'Region']);
  });

  it('writes numbers exactly and without separators', () => {
    expect(cells([row])[1]).toEqual([
      ...['Detentions', 'people', 'Almaty', 'April 2012', '2012-04-01', '2012-04-30'],
      ...['1500', '1500', '1500', 'yes', '0', '5', '2'],
    ]);
  });

  it('leaves the number empty where none is stated, and says where the top is open', () => {
    const open = { ...row, estimate: { ...exactly(2), high: null } };
    expect(cells([{ ...row, estimate: unstated }])[1]?.slice(6, 9)).toEqual(['', '', '']);
    expect(cells([open])[1]?.slice(6, 9)).toEqual(['2', 'no upper limit known', '']);
  });

  it('lets no name break a row, or become a formula', () => {
    const names = ['=1+1', ' @SUM(A1)', 'A\tB\nC', '−1'];
    expect(names.map((place) => cells([{ ...row, place }])[1]?.[2])).toEqual([
      "'=1+1",
      "' @SUM(A1)",
      'A B C',
      '−1',
    ]);
  });
});
