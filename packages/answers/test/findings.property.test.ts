import { buildCube, rollUp } from '@article21/cube';
import { words } from '@article21/messages';
import {
  bases,
  type Cells,
  type ChartQuery,
  cellPhases,
  createPlaceTree,
  emptyQuery,
  languages,
  measureIds,
  NO_DAY,
  OPEN_END,
  OPEN_START,
  type Place,
  phaseFilters,
  usualVocabulary,
} from '@article21/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** Places of two countries, two of which have one name. */
const tree = createPlaceTree([
  place('kg', 'country', null, 'Kyrgyzstan'),
  place('chuy', 'region', 'kg', 'Chuy Region'),
  place('oktyabr-c', 'city', 'chuy', 'Oktyabr'),
  place('osh-region', 'region', 'kg', 'Osh Region'),
  place('oktyabr-o', 'city', 'osh-region', 'Oktyabr'),
  place('uz', 'country', null, 'Uzbekistan'),
  place('tashkent', 'city', 'uz', 'Tashkent'),
]);
const ids = tree.places.map(({ id }) => id);

function place(id: string, kind: Place['kind'], parent: string | null, name: string): Place {
  const rest = { country: 'KG', lat: null, lon: null, aliases: [], wikidata: null };
  return { id, kind, parent, ...rest, name_en: name, name_ru: name, name_kk: name };
}

const day = fc.integer({ min: 20_000, max: 20_040 });
const record = fc.record({
  place: fc.nat(ids.length - 1),
  phase: fc.nat(cellPhases.length - 1),
  basis: fc.nat(bases.length - 1),
  ends: fc.tuple(fc.option(day), fc.option(day)),
  /** Exact, or a report without a number; each adds another power of two, so that no two sums are equal by chance. */
  numbered: fc.boolean(),
});
type Made = typeof record extends fc.Arbitrary<infer T> ? T : never;

function cellsOf(records: readonly Made[]): Cells {
  const column = (of: (it: Made, i: number) => number) => records.map(of);
  const span = ([a, b]: Made['ends']): [number, number] => {
    const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return [from ?? OPEN_START, to ?? OPEN_END];
  };
  const number = (it: Made, i: number) => (it.numbered ? 2 ** i : 0);
  return {
    places: ids,
    vocabulary: usualVocabulary,
    measures: measureIds,
    place: Uint32Array.from(column((it) => it.place)),
    measure: Uint8Array.from(column(() => measureIds.indexOf('detentions'))),
    phase: Uint8Array.from(column((it) => it.phase)),
    basis: Uint8Array.from(column((it) => it.basis)),
    combination: Float64Array.from(column(() => 0)),
    from: Int32Array.from(column((it) => span(it.ends)[0])),
    to: Int32Array.from(column((it) => span(it.ends)[1])),
    day: Int32Array.from(column(() => NO_DAY)),
    low: Float64Array.from(column(number)),
    high: Float64Array.from(column(number)),
    open: Uint32Array.from(column(() => 0)),
    approximate: Uint32Array.from(column(() => 0)),
    unnumbered: Uint32Array.from(column((it) => (it.numbered ? 0 : 1))),
    numbered: Uint32Array.from(column((it) => (it.numbered ? 1 : 0))),
    approximateDates: Uint32Array.from(column(() => 0)),
    records: Uint32Array.from(column(() => 1)),
    sources: null,
  };
}

const query: fc.Arbitrary<ChartQuery> = fc
  .record({
    place: fc.subarray(ids),
    ends: fc.tuple(fc.option(day), fc.option(day)),
    phase: fc.subarray([...phaseFilters]),
    basis: fc.constantFrom(...bases),
  })
  .map(({ place: places, ends: [a, b], phase, basis }) => {
    const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return { ...emptyQuery, measure: ['detentions'], place: places, from, to, phase, basis };
  });

it('two queries that count different records never have the same headline, in any language', () => {
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 12 }),
      fc.array(query, { minLength: 2, maxLength: 8 }),
      (records, queries) => {
        const cube = buildCube(cellsOf(records), tree);
        const all = queries.map((it) => ({ query: it, counts: rollUp(cube, it) }));
        for (const language of languages) {
          const numbersOf = new Map<string, string>();
          for (const { query: asked, counts } of all) {
            const [finding] = words(language).findings(asked, counts, tree);
            const [total] = counts.totals;
            const numbers = total ? `${total.low} ${total.unnumbered} ${total.records}` : 'none';
            const headline = finding?.headline ?? '';
            expect(numbersOf.get(headline) ?? numbers, headline).toBe(numbers);
            numbersOf.set(headline, numbers);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('two long choices of places that differ have different headlines, whichever places they share', () => {
  const towns = Array.from({ length: 40 }, (_, i) => place(`t${i}`, 'city', null, `Town ${i}`));
  const wide = createPlaceTree(towns);
  const all = towns.map(({ id }) => id);
  const chosen = fc.subarray(all, { minLength: 13 });
  fc.assert(
    fc.property(fc.array(chosen, { minLength: 2, maxLength: 6 }), (choices) => {
      const records = all.map((_, i) => ({
        place: i,
        phase: 0,
        basis: 0,
        ends: [20_000, 20_000],
        numbered: true,
      }));
      const cube = buildCube({ ...cellsOf(records as Made[]), places: all }, wide);
      const seen = new Map<string, string>();
      for (const ids of choices) {
        const asked = { ...emptyQuery, measure: ['detentions' as const], place: ids };
        const counts = rollUp(cube, asked);
        const headline = words('en').findings(asked, counts, wide)[0]?.headline ?? '';
        const number = String(counts.totals[0]?.low);
        expect(headline).toMatch(
          /^[\d,]+ detentions in (Town \d+, ){4}Town \d+ and \d+ more places? \(selection [a-z\d]{5}-[a-z\d]{5}\), /,
        );
        // The number is said with its digits up to a million only; what follows it must tell the choices apart by itself.
        const rest = headline.slice(headline.indexOf(' '));
        expect(seen.get(rest) ?? number).toBe(number);
        seen.set(rest, number);
      }
    }),
  );
});

it('what may be missing in a number stands beside it, or is the finding where there is no number', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), query, (records, asked) => {
      const counts = rollUp(buildCube(cellsOf(records), tree), asked);
      const [finding] = words('en').findings(asked, counts, tree);
      const said = [finding?.headline ?? '', ...(finding?.remarks ?? [])].join(' ');
      const apart = [...counts.undated, ...counts.otherBasis];
      expect(said.includes('may lie in this period')).toBe(apart.some((it) => !it.within));
      expect(said.includes('may concern it')).toBe(counts.unplaced.length > 0);
      expect(/there are (summary figures|individual incidents)/i.test(said)).toBe(
        counts.otherBasis.some((it) => it.within),
      );
      expect(/(summary figures|individual incidents) may lie/i.test(said)).toBe(
        counts.otherBasis.some((it) => !it.within),
      );
      const isSilent =
        counts.totals.length + counts.undated.length + counts.unplaced.length + counts.otherBasis.length ===
        0;
      expect(said.startsWith('No record')).toBe(isSilent);
    }),
  );
});
