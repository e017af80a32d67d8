import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertToCents, type Estimate, exactly, LARGEST_EUROS, parseMoney, toCents } from '../src/index.ts';

const about = (low: number, high: number | null = low): Estimate => ({
  ...exactly(low),
  high,
  approximate: true,
});

test('euros are whole cents, and as exact as stated', () => {
  expect(toCents(exactly(12.5))).toEqual(exactly(1_250));
  expect(toCents({ ...exactly(1.1), high: null })).toEqual({ ...exactly(110), high: null });
  expect(toCents(about(30, 40))).toEqual(about(3_000, 4_000));
  expect(toCents(exactly(LARGEST_EUROS - 0.01))).toEqual(exactly(99_999_999_999));
});

test.each([
  ['a mean of a month', 46_150, 0.00204, 9_400],
  ['a rate with five digits, in whole euros', 32_000, 0.0050312, 16_100],
  ['no more digits than the rate has', 1_234_567, 0.00204, 252_000],
  ['three digits of a rate whose zeros a spreadsheet dropped', 1_234_567, 0.005, 617_000],
  ['more digits of a rate that has them', 1_234_567, 0.0050312, 621_100],
  ['tenths under ten euros', 1_000, 0.00204, 200],
  ['tenths that are none', 4_900, 0.00204, 1_000],
  ['as many euros as the state fined', 200_000_000, 0.0004, 8_000_000],
])('a converted amount is approximate and has the digits of its rate: %s', (_, stated, rate, cents) => {
  expect(convertToCents(exactly(stated), rate)).toEqual(about(cents));
});

test('what is under one cent is never nothing, and nothing is', () => {
  expect(convertToCents(exactly(1), 0.00204)).toEqual(about(0, 1));
  expect(convertToCents(exactly(300), 0.00204)).toEqual(about(61));
  expect(convertToCents({ ...exactly(1), high: 1_000 }, 0.00204)).toEqual(about(0, 200));
  expect(convertToCents(exactly(0), 0.00204)).toEqual(exactly(0));
});

test('an amount of a time with several rates spans the lowest to the highest', () => {
  expect(convertToCents(exactly(10_000), 0.0094, 0.0108)).toEqual(about(9_400, 10_800));
  expect(convertToCents({ ...exactly(10_000), high: null }, 0.0094, 0.0108)).toEqual(about(9_400, null));
  const reports = { ...exactly(10_000), unnumbered: 2 };
  expect(convertToCents(reports, 0.0094, 0.0108)).toEqual({ ...about(9_400, 10_800), unnumbered: 2 });
});

test('the ends of a converted amount are whole cents in order, within half of what its last digit carries', () => {
  const amounts = fc.integer({ min: 1, max: 10 ** 12 });
  const rates = fc.double({ min: 1e-7, max: 5, noNaN: true });
  fc.assert(
    fc.property(amounts, amounts, rates, rates, (a, b, c, d) => {
      const stated = { ...exactly(Math.min(a, b)), high: Math.max(a, b) };
      const [lowest, highest] = [Math.min(c, d), Math.max(c, d)];
      const { low, high, approximate } = convertToCents(stated, lowest, highest);
      expect(approximate).toBe(true);
      expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true);
      expect(low).toBeLessThanOrEqual(high ?? Number.NaN);
      expect(high).toBeGreaterThan(0);
      const euros = stated.low * lowest;
      expect(low).toBeGreaterThanOrEqual(euros * 94.99 - 1);
      expect(low).toBeLessThanOrEqual(euros * 105.01 + 0.5);
    }),
  );
});

test.each(['200000000 UZS', '7000000000000 IRR', '1000000000 EUR'])('%s is an amount', (text) => {
  expect(parseMoney(text).ok).toBe(true);
});

test('an amount that a number cannot hold to the cent is refused', () => {
  expect(parseMoney('10000000000001 IRR')).toMatchObject({ ok: false, reason: 'too_large' });
});
