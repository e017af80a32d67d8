import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw, needsOf, nextPlaces, queryFor } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { countsOfMade, decade, type Made, thousands } from './fixtures/made.ts';

const measures = ['detentions' as const];
const made = { 'forty cities': decade(), 'three thousand places': thousands() };

function drawn(chart: string, { places, from, to, ...of }: Made) {
  const { by, every } = queryFor(chart, { ...emptyQuery, measure: measures, by: ['place', 'period'] });
  const step = every === 'day' ? 'day' : 'year';
  const counts = countsOfMade(
    { places, from, to, ...of },
    { measures, place: by.includes('place'), every: by.includes('period') ? step : null },
  );
  const context = contextFor(counts, { places, query: { by, every: step, measure: measures, from, to } });
  return { next: nextPlaces(chart, counts, context), ...draw(chart, counts, context) };
}

describe.each(Object.entries(made))('of %s', (_, data) => {
  it.each(chartIds)(
    '%s names the next places exactly where it leaves some out, and none that it draws',
    (chart) => {
      const { next, marks, foot } = drawn(chart, data);
      const isLeftOut = foot.some((text) => /more places? (is|are) not drawn/.test(text));
      expect(next.length > 0).toBe(isLeftOut);
      const shown = new Set(marks.map(({ place }) => place));
      expect(next.filter((id) => shown.has(id))).toEqual([]);
      expect(next.length).toBeLessThanOrEqual(needsOf(chart).most ?? 0);
    },
  );

  it('small charts of the next places are drawn all, and leave out none', () => {
    const { next } = drawn('multiples', data);
    const own = { ...data, records: data.records.filter(({ place }) => next.includes(place)) };
    const { marks, next: then } = drawn('multiples', own);
    expect([...new Set(marks.map(({ place }) => place))].sort()).toEqual([...next].sort());
    expect(then).toEqual([]);
  });
});
