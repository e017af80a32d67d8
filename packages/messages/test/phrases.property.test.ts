import { type Estimate, emptyQuery, languages, type MeasureId, measureIds, noCounts } from '@article21/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { words } from '../src/index.ts';

const whole = fc.integer({ min: 0, max: 5_000_000 });
const estimates: fc.Arbitrary<Estimate> = fc
  .record({
    low: whole,
    more: fc.option(whole),
    approximate: fc.boolean(),
    unnumbered: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ low, more, ...rest }) => ({ low, high: more === null ? null : low + more, ...rest }));
/** Reports without a number beside a zero, which random numbers seldom are. */
const zeros = [true, false].map((approximate) => ({ low: 0, high: 0, approximate, unnumbered: 1 }));
type PhraseCase = [(typeof languages)[number], Estimate, MeasureId];
const asked: fc.Arbitrary<PhraseCase> = fc.tuple(
  fc.constantFrom(...languages),
  estimates,
  fc.constantFrom<MeasureId>(...measureIds),
);

/** The numbers in a text, its thousands separators taken out. */
function numbersIn(text: string): number[] {
  return [...text.replace(/(\d)[,\u00a0](?=\d{3})/g, '$1').matchAll(/\d+/g)].map(Number);
}

/**
 * An upper bound is said only where there is one, and of an approximate number the first three digits. A zero beside
 * reports without a number is no number, unless a source said "about none".
 */
function numbersOf({ low, high, approximate, unnumbered }: Estimate): number[] {
  const onlyReports = low === 0 && high === 0 && !approximate && unnumbered > 0;
  const digits = (n: number) => (approximate && n >= 1000 ? Number(n.toPrecision(3)) : n);
  const isOpen = high === null || unnumbered > 0 || digits(high) === digits(low);
  const onlyMost = low === 0 && high !== null && unnumbered > 0;
  const stated = onlyMost ? [digits(high)] : isOpen ? [digits(low)] : [digits(low), digits(high)];
  return [...(onlyReports ? [] : stated), ...(unnumbered > 0 ? [unnumbered] : [])];
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

it('a phrase has the numbers of its estimate and no other', () => {
  fc.assert(
    fc.property(asked, ([language, estimate, measure]) => {
      const { count, estimate: short } = words(language);
      for (const text of [count(estimate, measure), short(estimate, measure)])
        expect(sorted(numbersIn(text))).toEqual(sorted(numbersOf(estimate)));
    }),
    { examples: languages.flatMap((it) => zeros.map((zero): [PhraseCase] => [[it, zero, 'detentions']])) },
  );
});

it('no phrase and no headline has a hole, a doubled sign or a word of the program in it', () => {
  const day = fc.option(fc.integer({ min: -300_000, max: 300_000 }));
  fc.assert(
    fc.property(asked, day, day, fc.boolean(), ([language, estimate, measure], a, b, none) => {
      const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      const said = words(language);
      const dated = { from: 15458, to: 15461 };
      const total = { measure, records: 1, ...estimate, dated, open: null, approximateDates: 0 };
      const query = { ...emptyQuery, measure: [measure], from, to };
      const counts = { ...noCounts(), totals: none ? [] : [total] };
      const headline = said.findings(query, counts, { get: () => undefined })[0]?.headline ?? '';
      for (const text of [said.count(estimate, measure), headline]) {
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object|[{}]/);
        expect(text).not.toMatch(/ {2}|, ,|,\.|\.\.|^[,: ]|,:/);
      }
      expect(headline).toMatch(/\.$/);
      expect(headline.charAt(0)).toBe(headline.charAt(0).toLocaleUpperCase(language));
    }),
  );
});
