import { parseDay } from '@article21/model';
import { describe, expect, test } from 'vitest';
import { buildCube, rollUp } from '../src/index.ts';
import { cells, query, type TestCell, tree } from './kazakhstan.ts';

const asked = (from: string | null, to: string | null) => ({
  from: from === null ? null : parseDay(from),
  to: to === null ? null : parseDay(to),
});
const counted = (told: TestCell[], about: Parameters<typeof query>[0]) =>
  rollUp(buildCube(cells(...told), tree), query(about));

describe('at the edge of the asked period', () => {
  const april: TestCell = ['almaty', '2012-04-01/2012-04-30', 7];

  test.each([
    ['equal to it', '2012-04-01', '2012-04-30'],
    ['that ends with it', null, '2012-04-30'],
    ['that begins with it', '2012-04-01', null],
    ['within days more at each end', '2012-03-31', '2012-05-01'],
  ])('an interval %s is counted', (_, from, to) => {
    const { totals, undated } = counted([april], asked(from, to));
    expect(totals).toMatchObject([{ low: 7, records: 1 }]);
    expect(undated).toEqual([]);
  });

  test.each([
    ['begins a day before', '2012-04-02', '2012-04-30'],
    ['begins a day before a period without an end', '2012-04-02', null],
    ['ends a day after', '2012-04-01', '2012-04-29'],
    ['ends a day after a period without a start', null, '2012-04-29'],
    ['does both', '2012-04-02', '2012-04-29'],
    ['has but its last day in it', '2012-04-30', '2012-06-30'],
    ['has but its first day in it', '2012-01-01', '2012-04-01'],
  ])('an interval that %s stands beside the total', (_, from, to) => {
    const { totals, undated } = counted([april], asked(from, to));
    expect(totals).toEqual([]);
    expect(undated).toMatchObject([{ low: 7, records: 1, within: false }]);
  });

  test('an interval equal to it is counted beside many that reach out of it at both ends', () => {
    const longer = [1, 2, 3, 4, 5].map((n): TestCell => ['almaty', `2012-03-0${n}/2012-05-31`, 100]);
    const { totals, undated } = counted([april, ...longer], asked('2012-04-01', '2012-04-30'));
    expect(totals).toMatchObject([{ low: 7, records: 1 }]);
    expect(undated).toMatchObject([{ low: 500, records: 5, within: false }]);
  });

  test('of several without a first day, those that end in time are counted, and none twice', () => {
    const told: TestCell[] = [
      ['almaty', '../2012-04-10', 1],
      ['almaty', '../2012-06-30', 20],
    ];
    expect(counted(told, asked(null, '2012-05-01'))).toMatchObject({
      totals: [{ low: 1, records: 1 }],
      undated: [{ low: 20, records: 1, within: false }],
    });
    expect(counted(told, asked('2012-04-02', '2012-04-29'))).toMatchObject({
      totals: [],
      undated: [{ low: 21, records: 2, within: false }],
    });
  });

  test.each([
    ['ends the day before', '2012-05-01', null],
    ['begins the day after', null, '2012-03-31'],
  ])('an interval that %s is not there', (_, from, to) => {
    expect(counted([april], asked(from, to))).toMatchObject({ totals: [], undated: [] });
  });
});

describe('a bucket that the asked period cuts', () => {
  const days: TestCell[] = [
    ['almaty', '2012-04-29', 1],
    ['almaty', '2012-04-30', 20],
    ['almaty', '2012-05-01', 300],
    ['almaty', '2012-05-31', 4_000],
    ['almaty', '2012-06-01', 50_000],
  ];
  const months = (from: string | null, to: string | null) =>
    counted(days, { ...asked(from, to), by: ['period'], every: 'month' }).rows.map(({ period, low }) => [
      period,
      low,
    ]);

  test.each([
    ['in its last day', '2012-04-30', null, ['2012-04', 20], ['2012-05', 4_300]],
    ['after its first day', '2012-05-02', null, ['2012-05', 4_000], ['2012-06', 50_000]],
    ['before its first day', '2012-05-01', null, ['2012-05', 4_300], ['2012-06', 50_000]],
  ])('has what lies in the part of it (%s)', (_, from, to, ...first) => {
    expect(months(from, to).slice(0, 2)).toEqual(first);
  });

  test.each([
    ['in its first day', '2012-06-01', ['2012-05', 4_300], ['2012-06', 50_000]],
    ['before its last day', '2012-05-30', ['2012-04', 21], ['2012-05', 300]],
    ['in its last day', '2012-05-31', ['2012-04', 21], ['2012-05', 4_300]],
  ])('has what lies in the part before the end (%s)', (_, to, ...last) => {
    expect(months(null, to).slice(-2)).toEqual(last);
  });

  test('may be cut at both ends, or be a single day of it', () => {
    expect(months('2012-05-01', '2012-05-30')).toEqual([['2012-05', 300]]);
    expect(months('2012-04-30', '2012-04-30')).toEqual([['2012-04', 20]]);
    expect(months('2012-05-02', '2012-05-30')).toEqual([]);
  });
});

describe('a report without a number', () => {
  const unnumbered = { high: 0, unnumbered: 1 };
  const report = { low: 0, high: 0, unnumbered: 1, records: 1 };

  test('is counted in its bucket, and beside the buckets where it lies in none', () => {
    const told: TestCell[] = [
      ['almaty', '2012-04-28', 0, unnumbered],
      ['almaty', '2012-04-01/2012-05-31', 0, unnumbered],
    ];
    const { rows, totals, undated } = counted(told, { by: ['period'], every: 'month' });
    expect(rows).toMatchObject([{ period: '2012-04', ...report }]);
    expect(undated).toMatchObject([{ ...report, within: true }]);
    expect(totals).toMatchObject([{ ...report, unnumbered: 2, records: 2 }]);
  });

  test('stands beside the number where it reaches over the edge', () => {
    const told: TestCell[] = [['almaty', '2012-04-01/2012-05-31', 0, unnumbered]];
    for (const by of [[], ['place'], ['period']] as const) {
      const about = { ...asked('2012-05-01', null), by: [...by], every: 'month' as const };
      expect(counted(told, about)).toMatchObject({
        rows: [],
        totals: [],
        undated: [{ ...report, within: false }],
      });
    }
  });

  test('has a row of its place, a total and, in a cut bucket, a row of its period', () => {
    const told: TestCell[] = [['almaty', '2012-04-28', 0, unnumbered]];
    expect(counted(told, { by: ['place'] }).rows).toMatchObject([{ place: 'almaty', ...report }]);
    expect(counted(told, {}).totals).toMatchObject([report]);
    const cut = counted(told, { ...asked('2012-04-02', null), by: ['period'], every: 'month' });
    expect(cut.rows).toMatchObject([{ period: '2012-04', ...report }]);
  });
});
