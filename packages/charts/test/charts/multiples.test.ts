import type { AxisChoice } from '@article21/model';
import { expect, it } from 'vitest';
import { officeCharts, resolveQuery } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

/** Of the largest, the others are a fiftieth, or two thirds. */
const far = countsOf(of(['almaty', '1000'], ['taraz', '20'], ['semey', '15']));
const near = countsOf(of(['almaty', '90'], ['taraz', '60'], ['semey', '70']));

function of(...rows: [place: string, text: string][]) {
  return rows.map(([place, text]) => count('detentions', { place, period: '2012-04' }, text));
}

const drawn = (counts: typeof far, axis: AxisChoice | null) => {
  const context = contextFor(counts, { query: { axis } });
  const texts = textsOf(svgOf('multiples', counts, context)).map(({ text }) => text);
  const { panels } = officeCharts('multiples', counts, context);
  const highest = panels.map((it) => ('highest' in it ? it.highest : null));
  return { said: texts.join(' '), highest };
};

it.each([
  [far, null, false],
  [far, 'shared', true],
  [far, 'own', false],
  [near, null, true],
  [near, 'shared', true],
  [near, 'own', false],
] as const)(
  'small charts have the scale that is chosen, else the one that suits, and say which: %#',
  (counts, axis, shared) => {
    const { said, highest } = drawn(counts, axis);
    expect(said.includes('All on one scale')).toBe(shared);
    expect(said.includes('Each on a scale of its own')).toBe(!shared);
    expect(new Set(highest).size).toBe(shared ? 1 : 3);
  },
);

it('the choice changes no grouping', () => {
  const { query } = contextFor(far, { query: { axis: 'own', by: ['place', 'period'] } });
  const asked = { ...query, place: [], by: ['place', 'period'] as const, chart: 'multiples' };
  expect(resolveQuery(asked)).toMatchObject({ axis: 'own', by: ['place', 'period'] });
});
