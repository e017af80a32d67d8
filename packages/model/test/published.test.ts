import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counted,
  countedDays,
  noCounts,
  parseDay,
  publishCounts,
  publishedEnds,
  readCounts,
} from '../src/index.ts';

const counted = (over: Partial<Counted> = {}): Counted => ({
  ...{ measure: 'detentions', low: 6, high: 6, approximate: false, unnumbered: 0, numbered: 1, records: 1 },
  ...over,
});

describe('the published ends of a number', () => {
  it('are those that the sources state', () => {
    expect(publishedEnds(counted())).toEqual({ low: 6, high: 6, statedHigh: 6 });
    expect(publishedEnds(counted({ high: null }))).toEqual({ low: 6, high: null, statedHigh: null });
  });

  it('have no upper bound beside a report without a number, and keep what is stated', () => {
    expect(publishedEnds(counted({ unnumbered: 1, records: 2 }))).toEqual({
      low: 6,
      high: null,
      statedHigh: 6,
    });
  });

  it('tell a stated 0 beside a report without a number from no number at all', () => {
    const zero = { low: 0, high: 0, unnumbered: 1 };
    expect(publishedEnds(counted({ ...zero, numbered: 1, records: 2 }))).toEqual({
      low: 0,
      high: null,
      statedHigh: 0,
    });
    expect(publishedEnds(counted({ ...zero, numbered: 0 }))).toEqual({
      low: null,
      high: null,
      statedHigh: null,
    });
  });
});

const numbers = fc
  .record({
    low: fc.nat(20),
    width: fc.option(fc.nat(5), { nil: null }),
    approximate: fc.boolean(),
    unnumbered: fc.nat(2),
    numbered: fc.integer({ min: 1, max: 3 }),
    bare: fc.boolean(),
  })
  .map(({ low, width, bare, ...it }) =>
    bare
      ? counted({ low: 0, high: 0, unnumbered: it.unnumbered + 1, numbered: 0, records: it.unnumbered + 1 })
      : counted({
          ...{ low, high: width === null ? null : low + width, approximate: it.approximate },
          ...{ unnumbered: it.unnumbered, numbered: it.numbered, records: it.numbered + it.unnumbered },
        }),
  );

it('what is published is read back as it was, whatever was counted', () => {
  const day = fc.integer({ min: 15_000, max: 16_000 });
  const total = fc
    .record({
      ...{ it: numbers, open: fc.option(numbers), a: day, b: fc.option(day), c: fc.option(day) },
      approximateDates: fc.nat(2),
    })
    .map(({ it, open, a, b, c, approximateDates }) => ({
      ...it,
      approximateDates,
      dated: b === null ? null : { from: a, to: b },
      open: open && { ...open, from: c, to: b },
    }));
  const row = fc
    .record({
      it: numbers,
      assemblyDay: fc.nat(2),
      approximateDates: fc.nat(2),
      period: fc.constantFrom(undefined, '2012-04', '2012-W17'),
    })
    .map(({ it, period, ...dating }) => ({ ...it, ...dating, ...(period ? { period } : {}) }));
  fc.assert(
    fc.property(fc.array(row), fc.array(total), fc.array(numbers), (rows, totals, beside) => {
      const undated = beside.map((it) => ({ ...it, within: it.low % 2 === 0 }));
      const counts = {
        ...noCounts(),
        rows,
        totals,
        undated,
        unplaced: beside,
        otherBasis: undated,
        sources: ['s-1'],
      };
      const written = JSON.stringify(publishCounts(counts, { from: parseDay('2012-04-10'), to: null }));
      expect(readCounts(JSON.parse(written))).toEqual(counts);
    }),
  );
});

describe('the days that a bucket counts', () => {
  const asked = (from: string | null, to: string | null) => ({
    from: from === null ? null : parseDay(from),
    to: to === null ? null : parseDay(to),
  });
  const days = (from: string, to: string, isCut: boolean) => ({ ...asked(from, to), isCut });

  it.each([
    ['2025-W01', '2025-01-01', '2025-01-31', '2025-01-01', '2025-01-05', true],
    ['2025-W02', '2025-01-01', '2025-01-31', '2025-01-06', '2025-01-12', false],
    ['2025', '2025-12-01', '2026-01-31', '2025-12-01', '2025-12-31', true],
    ['2026', '2025-12-01', '2026-01-31', '2026-01-01', '2026-01-31', true],
    ['2012-04', '2012-04-01', '2012-04-30', '2012-04-01', '2012-04-30', false],
    ['2012-04', null, '2012-04-29', '2012-04-01', '2012-04-29', true],
    ['2012-04', '2012-04-02', null, '2012-04-02', '2012-04-30', true],
    ['2012-04', null, null, '2012-04-01', '2012-04-30', false],
  ])('of %s from %s to %s are %s to %s', (bucket, from, to, first, last, isCut) => {
    expect(countedDays(bucket, asked(from, to))).toEqual(days(first, last, isCut));
  });

  it('are refused of what is no bucket, or of one outside of the period', () => {
    expect(() => countedDays('2012-13', asked(null, null))).toThrow('not the name of a bucket: 2012-13');
    expect(() => countedDays('2012-04', asked('2012-05-01', null))).toThrow('no day in the asked period');
  });
});
