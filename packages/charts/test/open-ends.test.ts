import { type MeasureId, parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { count, countsOf } from './fixtures/counts.ts';
import { svgOf } from './svg.ts';

const query = { from: parseDay('2012-05-01'), to: parseDay('2012-06-30') };
/** The colour of detentions; of places that are compared, that of the first. */
const colourIn = (chart: string) => (chart === 'compare' ? '#324f9c' : '#28937b');

/** How far what is drawn of the first of two counts reaches along its bar or column, in pixels. */
function lengths(chart: string, notation: string, width: number): number {
  const group = (place: string, period: string) => (chart === 'bar' ? { place } : { place, period });
  const measure: MeasureId = 'detentions';
  const counts = countsOf(
    [
      count(measure, group('almaty', '2012-05'), notation),
      count(measure, group('almaty', '2012-06'), notation),
    ].slice(0, chart === 'bar' ? 1 : 2),
  );
  const svg = svgOf(chart, counts, contextFor(counts, { width, query }));
  const numbers = [...svg.matchAll(/<path d="([^"]*)"[^>]*>/g)]
    .filter(([element]) => element.includes(`="${colourIn(chart)}"`))
    .flatMap(([, d = '']) => [...d.matchAll(/(?:[ML]|^)([\d.]+) ([\d.]+)|V([\d.]+)|H([\d.]+)/g)]);
  const along = numbers.flatMap(([, x, y, v, h]) => (chart === 'bar' ? [x ?? h] : [y ?? v])).filter(Boolean);
  const all = along.map(Number);
  return Math.max(...all) - Math.min(...all);
}

describe.each(['bar', 'line', 'multiples', 'stacked', 'compare'])('an open end in a %s', (chart) => {
  it.each([8, 80, 8000])('adds at most four pixels to %d, in every width', (n) => {
    for (const width of [340, 760, 1440]) {
      // A bar also gives its longer label a few pixels, and may be shorter itself.
      const more = lengths(chart, `${n}+`, width) - lengths(chart, `${n}`, width);
      expect(more).toBeLessThanOrEqual(4);
    }
  });
});

it('of a circle on a map is a ring four pixels wider', () => {
  const counts = countsOf([
    count('detentions', { place: 'almaty' }, '8+'),
    count('detentions', { place: 'astana' }, '8'),
  ]);
  expect(draw('map', counts, contextFor(counts)).marks).toHaveLength(2);
  const svg = svgOf('map', counts, contextFor(counts));
  const radii = [...svg.matchAll(/<circle [^>]*r="([\d.]+)"/g)].map(([, r]) => Number(r));
  expect(Math.max(...radii) - Math.min(...radii)).toBeCloseTo(4);
});
