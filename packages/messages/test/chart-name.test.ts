import { languages } from '@article21/model';
import { expect, it } from 'vitest';
import { chartName, words } from '../src/index.ts';

it.each(languages)('a chart of regions is not called one of cities: %s', (language) => {
  const own = words(language);
  for (const id of ['bar', 'stacked', 'multiples'] as const) {
    expect(chartName(id, { by: ['place'] }, own)).toBe(own.chart[id].name);
    expect(chartName(id, { by: ['region'] }, own)).toBe(own.chart[id].byRegion);
    expect(own.chart[id].byRegion).not.toBe(own.chart[id].name);
  }
  expect(chartName('map', { by: ['region'] }, own)).toBe(own.chart.map.name);
});
