import { describe, expect, it } from 'vitest';
import { chartIds, draw, needsOf } from '../src/index.ts';
import { SMALLEST } from '../src/text/measure.ts';
import { contextFor } from './fixtures/context.ts';
import { countsOfMade, decade, thousands } from './fixtures/made.ts';
import { svgOf } from './svg.ts';
import { textsOf } from './texts-of.ts';

const made = decade();
const { places, coverage, annotations, from, to } = made;
const given = { places, coverage, annotations, synthetic: true };
/** What is hatched from its least to its most, also where it is added up. */
const RANGE = { low: 30, high: 40, approximate: false, unnumbered: 0 };
const timed = ['line', 'stacked', 'heatmap', 'multiples', 'compare'];

describe('made data', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(decade().records).toEqual(made.records);
    expect(decade(22).records).not.toEqual(made.records);
  });

  it('have forty cities, ten years and every way of not knowing', () => {
    const estimates = made.records.map((it) => it.estimate);
    expect(new Set(made.records.map((it) => it.place)).size).toBeGreaterThan(35);
    expect(estimates.some((it) => it.high === null && it.low > 0)).toBe(true);
    expect(estimates.some((it) => it.high !== null && it.high > it.low)).toBe(true);
    expect(estimates.some((it) => it.unnumbered > 0)).toBe(true);
  });
});

describe.each(chartIds)('a %s of ten years in forty cities', (chart) => {
  const grouped = chart !== 'funnel' && chart !== 'calendar';
  const every = chart === 'calendar' ? 'day' : timed.includes(chart) ? 'month' : null;
  const counts = countsOfMade(made, { place: grouped, every });
  const step = every ?? 'month';

  it('keeps all of its words in the picture of a phone', () => {
    const width = 375;
    const context = contextFor(counts, { ...given, width, query: { every: step, from, to } });
    const { height } = draw(chart, counts, context);
    for (const { text, size, left, right, top, bottom } of textsOf(svgOf(chart, counts, context))) {
      if (text === context.words.drawing.synthetic) continue;
      expect(size, text).toBeGreaterThanOrEqual(SMALLEST);
      expect([left >= -1, right <= width + 1, top >= -1, bottom <= height + 1], text).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('has hatched lengths in its key only where it draws numbers as lengths', () => {
    const ranged = { ...counts, rows: counts.rows.map((row) => ({ ...row, ...RANGE })) };
    const context = contextFor(ranged, { ...given, width: 900, query: { every: step, from, to } });
    const texts = textsOf(svgOf(chart, ranged, context)).map(({ text }) => text);
    const isSaid = texts.some((text) => text?.startsWith('Hatched: up to'));
    // Some draw none of so many ranges: a comparison has six places, and the stages are of totals.
    expect(isSaid && needsOf(chart).hatched !== true).toBe(false);
  });
});

it('ranges are hatched in every chart but those of cells, and the comparison, where they are bands', () => {
  expect(chartIds.filter((id) => needsOf(id).hatched !== true)).toEqual(['heatmap', 'calendar', 'compare']);
});

it('a list of three thousand places draws what has room, and says how many it leaves out', () => {
  const many = thousands();
  const counts = countsOfMade(many, { place: true, measures: ['detentions'] });
  const { marks, description } = draw('bar', counts, contextFor(counts, { places: many.places }));
  expect(marks.length).toBeLessThanOrEqual(60);
  expect(description).toMatch(/more places/);
});
