import { languages } from '@article21/model';
import { expect, it } from 'vitest';
import { chartTexts, words } from '../src/index.ts';

const ofPlaces = ['bar', 'stacked', 'heatmap', 'multiples', 'compare'] as const;

it.each(languages)(
  'a chart of regions is not called one of cities, nor said to draw them: %s',
  (language) => {
    const own = words(language);
    for (const id of ofPlaces) {
      const { name, description } = own.chart[id];
      expect(chartTexts(id, { by: ['place'] }, own)).toMatchObject({ name, description });
      const region = chartTexts(id, { by: ['region', 'period'] }, own);
      expect(region).toBe(own.chart[id].region);
      expect(region.description).not.toBe(description);
    }
    expect(chartTexts('map', { by: ['region'] }, own)).toBe(own.chart.map);
  },
);
