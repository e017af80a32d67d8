import { languages } from '@article21/model';
import { expect, it } from 'vitest';
import { chartTexts, words } from '../src/index.ts';

const ofPlaces = ['bar', 'stacked', 'heatmap', 'multiples', 'compare'] as const;

it.each(languages)(
  'a chart of regions or phases is not called one of cities, nor said to draw them: %s',
  (language) => {
    const own = words(language);
    for (const id of ofPlaces) {
      const { name, description } = own.chart[id];
      expect(chartTexts(id, { by: ['place'] }, own)).toMatchObject({ name, description });
      for (const by of ['region', 'phase'] as const) {
        const texts = chartTexts(id, { by: [by, 'period'] }, own);
        expect(texts).toBe(own.chart[id][by]);
        expect(texts.description).not.toBe(description);
      }
    }
    expect(chartTexts('map', { by: ['region'] }, own)).toBe(own.chart.map);
  },
);
