import { words } from '@article21/messages';
import { type Grouping, type Language, languages, type PhaseFilter } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw } from '../src/index.ts';
import { contextFor, spring } from './fixtures/context.ts';
import { count, countsOf } from './fixtures/counts.ts';
import { kazakhstan } from './fixtures/places.ts';
import { svgOf } from './svg.ts';
import { textsOf } from './texts-of.ts';

const periods = ['2012-04', '2012-05'];
const phases: PhaseFilter[] = ['before', 'during', 'after', 'unstated'];
const regions = Array.from({ length: 70 }, (_, i) => `region-${i}`);
const places = {
  get: (id: string) => ({ ...kazakhstan.get('almaty'), id, kind: 'region', name_en: id }) as never,
  regionOf: (id: string) => id,
  countries: [],
};
/** "Place" in each language, as a row may be called; rooms and the name of the filter are none. */
const place = {
  en: /(?<!“)\bplaces?\b/i,
  ru: /(?<!нет )(?<![«а-яё])мест(?:о|а|ам|у|ами|ах)?(?![а-яё])/i,
  kk: /(?<!«)орын(?!ға| болма|дар»)/i,
};

function languageOf(id: string): Language {
  const found = languages.find((it) => it === id);
  if (!found) throw new Error(`unknown language: ${id}`);
  return found;
}

/** A row at each of the sizes that scales, keys and captions tell apart: alike, and one far above the others. */
const sized = (id: { place: string } | { phase: PhaseFilter }, i: number) =>
  periods.map((period) => count('detentions', { ...id, period }, i === 0 ? '900-950' : `${(i % 9) + 1}+`));

const asked = [
  { by: 'region', rows: regions.flatMap((it, i) => sized({ place: it }, i)) },
  { by: 'region', rows: regions.slice(0, 3).flatMap((it) => sized({ place: it }, 1)) },
  { by: 'phase', rows: phases.flatMap((it, i) => sized({ phase: it }, i)) },
  { by: 'phase', rows: phases.flatMap((it) => sized({ phase: it }, 1)) },
] as const;

describe.each(Object.entries(place))('a picture in %s', (id, named) => {
  const language = languageOf(id);
  it.each(['bar', 'line', 'stacked', 'heatmap', 'multiples', 'compare'])(
    'of regions or of phases says nowhere that its rows are places: %s',
    (chart) => {
      for (const { by, rows } of asked)
        for (const compact of [false, true]) {
          const grouped: Grouping[] = chart === 'bar' ? [by] : [by, 'period'];
          const counts = countsOf(chart === 'bar' ? rows.map(({ period: _, ...row }) => row) : [...rows]);
          const query = { ...spring, measure: ['detentions' as const], by: grouped };
          const context = contextFor(counts, { places, language, compact, query });
          const { description, foot } = draw(chart, counts, context);
          const drawn = textsOf(svgOf(chart, counts, context)).map(({ text }) => text);
          for (const text of [description, ...foot, drawn.join(' ')]) expect(text).not.toMatch(named);
        }
    },
  );

  it('of places does, so that the test would notice', () => {
    const { drawing, plural } = words(language);
    expect(plural(drawing.others.place.undrawn, 36)).toMatch(named);
    expect(plural(drawing.others.place.together, 36)).toMatch(named);
  });
});
