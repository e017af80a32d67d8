import { words } from '@article21/messages';
import { languages, type MeasureId } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { type ChartContext, chartIds, draw, needsOf } from '../src/index.ts';
import { SMALLEST } from '../src/text/measure.ts';
import { contextFor } from './fixtures/context.ts';
import { kz } from './fixtures/kz.ts';
import { countsOfMade, decade } from './fixtures/made.ts';
import { svgOf } from './svg.ts';
import { type PlacedText, textsOf } from './texts-of.ts';

/** A card on which the smallest letters, of 12 pixels, are as large as they are laid out. */
const CARD = { width: 1200, height: 630 };
const measure: MeasureId[] = ['rejected_applications', 'detentions', 'fines', 'arrest_days'];
const made = decade();
const { places, coverage, annotations, from, to } = made;

function cardOf(chart: string, language: (typeof languages)[number]) {
  const [by = []] = needsOf(chart).by;
  const every = chart === 'calendar' ? ('day' as const) : ('month' as const);
  const all = countsOfMade(made, {
    place: by.includes('place'),
    every: by.includes('period') ? every : null,
  });
  const six = new Set(places.places.slice(1, 7).map(({ id }) => id));
  const counts =
    chart === 'compare' ? { ...all, rows: all.rows.filter((row) => six.has(row.place ?? '')) } : all;
  const query = { measure, every, from, to };
  const findings = words(language).findings(
    { ...contextFor(counts).query, ...query } as never,
    counts,
    places,
  );
  const context: ChartContext = {
    ...contextFor(counts, { places, coverage, annotations, outlines: kz, synthetic: true, language, query }),
    ...{ compact: true, width: CARD.width, sentences: findings.map(({ headline }) => headline) },
    below: ['Kazakhstan · snapshot 2024-01-01-0123456789abcdef', 'https://example.org/?by=place,period'],
  };
  return { counts, context };
}

/** Places of each that have room in any language. */
const cities: Readonly<Record<string, number>> = { multiples: 3 };
/** Measures that are drawn of the four, where letters are as large as they are laid out. */
const drawn: Readonly<Record<string, number>> = { calendar: 1, map: 2, compare: 1 };

describe.each(chartIds)('a card of a %s of ten years in forty cities and four measures', (chart) => {
  it.each(languages)('has room in %s for letters that can be read, none over another', (language) => {
    const { counts, context } = cardOf(chart, language);
    const less = {
      ...{ ...context, most: cities[chart] ?? 1, undrawn: measure.slice(drawn[chart] ?? 4) },
      query: { ...context.query, measure: measure.slice(0, drawn[chart] ?? 4) },
    };
    expect(draw(chart, counts, less).height).toBeLessThanOrEqual(CARD.height);
    const texts = textsOf(svgOf(chart, counts, less)).filter((text) => text.opacity === 1);
    expect(texts.filter(({ size }) => size < SMALLEST).map(({ text }) => text)).toEqual([]);
    const outside = texts.filter(({ left, right }) => left < 0 || right > CARD.width);
    expect(outside.map(({ text }) => text)).toEqual([]);
    const covered = texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter((b) => cover(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(covered).toEqual([]);
  });
});

function cover(a: PlacedText, b: PlacedText): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}
