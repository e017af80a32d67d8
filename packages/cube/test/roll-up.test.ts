import {
  type Counted,
  createCells,
  decodeCells,
  encodeCells,
  noCounts,
  parseDay,
  sum,
  usualVocabulary,
} from '@article21/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCube, rollUp } from '../src/index.ts';
import { queriesOf, snapshots } from './arbitraries.ts';
import { cells, measureIndex, query, type TestCell, tree } from './kazakhstan.ts';
import { naiveRollUp } from './oracle.ts';

/** A snapshot and questions to it, asked one after the other so that what was kept for one serves the next. */
const cases = snapshots.chain((snapshot) =>
  fc
    .array(queriesOf(snapshot.tree), { minLength: 1, maxLength: 4 })
    .map((queries) => ({ ...snapshot, queries })),
);

/** What is counted in a list of groups, as one; in hundredths, because euros with cents do not add up exactly. */
function together(groups: readonly Counted[]) {
  const estimate = sum(
    groups.map(({ low, high, approximate, unnumbered, numbered }) => ({
      low: Math.round(low * 100),
      high: high === null ? null : Math.round(high * 100),
      approximate,
      unnumbered,
      numbered,
    })),
  );
  return estimate && { ...estimate, records: groups.reduce((records, it) => records + it.records, 0) };
}

describe('for any cells and any query', () => {
  test('the answer is what a loop over the cells gives', () => {
    fc.assert(
      fc.property(cases, ({ tree, cells, queries }) => {
        const cube = buildCube(cells, tree);
        for (const query of queries) expect(rollUp(cube, query)).toEqual(naiveRollUp(cells, tree, query));
      }),
      { numRuns: 500 },
    );
  });

  test('the answer is the same after the cells were written and read', () => {
    fc.assert(
      fc.property(cases, ({ tree, cells, queries }) => {
        const cube = buildCube(cells, tree);
        const again = buildCube(decodeCells(encodeCells(cells), usualVocabulary), tree);
        for (const query of queries) expect(rollUp(again, query)).toEqual(rollUp(cube, query));
      }),
    );
  });

  test('a total is the rows and what is undated within, and does not depend on the grouping', () => {
    fc.assert(
      fc.property(cases, ({ tree, cells, queries }) => {
        const cube = buildCube(cells, tree);
        for (const query of queries) {
          const { rows, totals, undated } = rollUp(cube, query);
          expect(totals).toEqual(rollUp(cube, { ...query, by: [] }).totals);
          if (query.by.length === 0) continue;
          for (const measure of query.measure) {
            const of = (it: { measure: string }) => it.measure === measure;
            const parts = [...rows.filter(of), ...undated.filter((it) => of(it) && it.within)];
            expect(together(parts)).toEqual(together(totals.filter(of)));
          }
        }
      }),
    );
  });

  test('disjoint places together have the sum of what each has', () => {
    fc.assert(
      fc.property(cases, ({ tree, cells, queries }) => {
        const cube = buildCube(cells, tree);
        const places = tree.outermost(tree.places.map(({ id }) => id));
        for (const query of queries) {
          const measure = query.measure.slice(0, 1);
          const each = places.flatMap(
            (id) => rollUp(cube, { ...query, measure, place: [id], by: [] }).totals,
          );
          const all = rollUp(cube, { ...query, measure, place: places, by: [] }).totals;
          expect(together(each)).toEqual(together(all));
        }
      }),
    );
  });
});

const ask = (told: TestCell[], asked: Parameters<typeof query>[0]) =>
  rollUp(buildCube(cells(...told), tree), query(asked));
const one = { high: expect.anything(), approximate: false, unnumbered: 0, numbered: 1, records: 1 };
const days = (from: string, to = from) => ({ from: parseDay(from), to: parseDay(to) });

describe('nothing and one', () => {
  test('no cells and no places give no counts', () => {
    for (const by of [[], ['place'], ['period'], ['place', 'period']] as const)
      expect(rollUp(buildCube(createCells([], 0, usualVocabulary), tree), query({ by }))).toEqual(noCounts());
  });

  test('one record is one row and one total, each without what is not asked for', () => {
    const number = { low: 10, high: 10, approximate: true, unnumbered: 0, numbered: 1, records: 1 };
    const value = { measure: 'detentions', ...number };
    const row = { ...value, assemblyDay: 0, approximateDates: 0 };
    const told: TestCell[] = [['almaty', '2012-04-28', 10, { approximate: 1 }]];
    const totals = [{ ...value, dated: days('2012-04-28'), open: null, approximateDates: 0 }];
    expect(ask(told, {})).toEqual({ ...noCounts(), totals });
    expect(ask(told, { by: ['place'] }).rows).toEqual([{ ...row, place: 'almaty' }]);
    expect(ask(told, { by: ['period'], every: 'week' }).rows).toEqual([{ ...row, period: '2012-W17' }]);
    expect(ask(told, { by: ['place', 'period'], every: 'quarter' })).toEqual({
      ...noCounts(),
      rows: [{ ...row, place: 'almaty', period: '2012-Q2' }],
      totals,
    });
  });

  test('a report without a number and a zero are rows, a place without records is none', () => {
    const { rows } = ask(
      [
        ['almaty', '2012-04-28', 0, { unnumbered: 1 }],
        ['astana', '2012-04-28', 0],
      ],
      { by: ['place'] },
    );
    expect(rows.map(({ place, low, unnumbered }) => [place, low, unnumbered])).toEqual([
      ['almaty', 0, 1],
      ['astana', 0, 0],
    ]);
  });

  test('one open end opens the sum, and cents are shown as euros', () => {
    const fines = { measure: measureIndex('fines') };
    const told: TestCell[] = [
      ['almaty', '2012-04-28', 77_010, fines],
      ['almaty', '2012-04-29', 5, { ...fines, high: 0, open: 1 }],
    ];
    expect(ask(told, { measure: ['fines'], by: ['period'], every: 'day' }).rows).toMatchObject([
      { period: '2012-04-28', low: 770.1, high: 770.1 },
      { period: '2012-04-29', low: 0.05, high: null },
    ]);
    expect(ask(told, { measure: ['fines'] }).totals).toMatchObject([{ low: 770.15, high: null }]);
  });
});

describe('places', () => {
  const told: TestCell[] = [
    ['almerek', '2012-04-28', 1],
    ['almaty', '2012-04-28', 2],
    ['kz', '2012-04-28', 4],
  ];

  test('a region takes in its settlement, a country all of them, and none is counted twice', () => {
    const low = (...place: string[]) => ask(told, { place }).totals[0]?.low;
    expect(low('almaty-region')).toBe(1);
    expect(low('kz')).toBe(7);
    expect(low('almerek', 'almaty-region', 'almaty')).toBe(3);
    expect(low('kz', 'almerek')).toBe(7);
    expect(low('astana')).toBeUndefined();
  });

  test('rows are of the places that sources name: what is placed no nearer stays with the country', () => {
    const rows = (...place: string[]) =>
      ask(told, { place, by: ['place'] }).rows.map((row) => `${row.place} ${row.low}`);
    expect(rows()).toEqual(['almaty 2', 'almerek 1', 'kz 4']);
    expect(rows('almaty-region')).toEqual(['almerek 1']);
  });

  test('a place that nobody knows is refused', () => {
    for (const by of [[], ['place']] as const)
      for (const place of [['atlantis'], ['almaty', 'atlantis'], ['__proto__']])
        expect(() => ask(told, { place, by })).toThrow(
          `unknown place: ${place.at(-1)} (known: kz, almaty-region`,
        );
  });
});

describe('intervals', () => {
  const month: TestCell[] = [['almaty', '2012-04-01/2012-04-30', 5]];
  const all = { measure: 'detentions', ...one, low: 5 };
  const total = { ...all, dated: days('2012-04-01', '2012-04-30'), open: null, approximateDates: 0 };

  test('an interval is counted in the bucket that holds it, else it is undated within', () => {
    expect(ask(month, { by: ['period'], every: 'month' })).toEqual({
      ...noCounts(),
      rows: [{ ...all, period: '2012-04', assemblyDay: 0, approximateDates: 0 }],
      totals: [total],
    });
    expect(ask(month, { by: ['place', 'period'], every: 'week' })).toEqual({
      ...noCounts(),
      totals: [total],
      undated: [{ ...all, place: 'almaty', within: true }],
    });
  });

  test('an interval that reaches out of the period is undated and not in the total', () => {
    const from = parseDay('2012-04-10');
    for (const by of [[], ['period']] as const)
      expect(ask(month, { from, by, every: 'month' })).toEqual({
        ...noCounts(),
        undated: [{ ...all, within: false }],
      });
  });

  test('a bucket that the period cuts counts what lies within both', () => {
    const told: TestCell[] = [...month, ['almaty', '2012-04-12/2012-04-20', 7], ['almaty', '2012-04-28', 1]];
    const bounds = { from: parseDay('2012-04-10'), to: parseDay('2012-04-25') };
    expect(ask(told, { ...bounds, by: ['period'], every: 'month' })).toEqual({
      ...noCounts(),
      rows: [{ ...all, low: 7, period: '2012-04', assemblyDay: 0, approximateDates: 0 }],
      totals: [{ ...total, low: 7, dated: days('2012-04-12', '2012-04-20') }],
      undated: [{ ...all, within: false }],
    });
  });

  test('an open end lies only in an open end, and overlaps all that comes before or after', () => {
    const told: TestCell[] = [['kz', '../2012-05-31', 3]];
    const undated = (asked: Parameters<typeof query>[0]) => ask(told, asked).undated.map((it) => it.within);
    expect(undated({ by: ['period'], every: 'year' })).toEqual([true]);
    expect(ask(told, { to: parseDay('2012-05-31') }).totals).toHaveLength(1);
    expect(undated({ to: parseDay('2012-05-30') })).toEqual([false]);
    expect(undated({ from: parseDay('1990-01-01') })).toEqual([false]);
    expect(undated({ from: parseDay('2012-06-01') })).toEqual([]);
  });
});

test('summaries and incidents are never added, and a phase that no source states can be asked for', () => {
  const told: TestCell[] = [
    ['almaty', '2012-04-28', 1],
    ['almaty', '2012-04-28', 2, { phase: 1 }],
    ['almaty', '2012-04-28', 4, { phase: 2 }],
    ['almaty', '2012-04-28', 8, { basis: 1 }],
  ];
  const low = (asked: Parameters<typeof query>[0]) => ask(told, asked).totals[0]?.low;
  expect(low({})).toBe(7);
  expect(low({ basis: 'summary' })).toBe(8);
  expect(low({ phase: ['unstated'] })).toBe(1);
  expect(low({ phase: ['before', 'during'] })).toBe(6);
  expect(low({ phase: ['before', 'during', 'after', 'unstated'] })).toBe(7);
});
