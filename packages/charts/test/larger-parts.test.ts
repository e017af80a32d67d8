import { createPlaceTree, type Grouping, type Place } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { saysMoreByRegion } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { count, countsOf } from './fixtures/counts.ts';

const place = (id: string, kind: Place['kind'], parent: string | null): Place => ({
  ...{ id, kind, parent, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
  ...{ name_en: id, name_ru: id, name_kk: id },
});
const cities = (regions: number) => [
  place('kz', 'country', null),
  ...Array.from({ length: regions }, (_, i) => place(`r-${i}`, 'region', 'kz')),
  ...Array.from({ length: 40 }, (_, i) => place(`c-${i}`, 'city', regions ? `r-${i % regions}` : 'kz')),
];

function asked(
  sizes: (i: number) => number,
  { regions = 5, by = ['place', 'period'] as readonly Grouping[] } = {},
) {
  const rows = Array.from({ length: 40 }, (_, i) => ({ place: `c-${i}`, period: '2012-05', n: sizes(i) }));
  const counts = countsOf(rows.map(({ n, ...at }) => count('detentions', at, `${n}`)));
  const places = createPlaceTree(cities(regions));
  return [counts, contextFor(counts, { places, query: { by } })] as const;
}

const even = () => 10;
const steep = (i: number) => (i < 5 ? 1000 : 1);

describe('a stack says more of regions', () => {
  it('where the other places together have more than the largest', () => {
    expect(saysMoreByRegion('stacked', ...asked(even))).toBe(true);
    expect(saysMoreByRegion('stacked', ...asked(steep))).toBe(false);
  });

  it('and there are several regions', () => {
    expect(saysMoreByRegion('stacked', ...asked(even, { regions: 0 }))).toBe(false);
    expect(saysMoreByRegion('stacked', ...asked(even, { regions: 1 }))).toBe(false);
  });

  it('and it has not those already, and no other chart does', () => {
    expect(saysMoreByRegion('stacked', ...asked(even, { by: ['region', 'period'] }))).toBe(false);
    expect(saysMoreByRegion('heatmap', ...asked(even))).toBe(false);
  });
});
