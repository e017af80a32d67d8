import { expect, it } from 'vitest';
import { examples } from './fixtures/examples.ts';
import { svgOf } from './svg.ts';

/** What is painted, without ECharts' style sheet of what is pointed at. */
const painted = (...drawn: Parameters<typeof svgOf>) =>
  svgOf(...drawn)
    .replace(/<style[\s\S]*/, '')
    .replace(/ class="[^"]*"/g, '');
const pair = /light-dark\((#[\da-f]{6}),(#[\da-f]{6})\)/g;

it.each(
  examples.filter(({ name }) => name.endsWith('-en')).map((example) => [example.name, example] as const),
)('%s in both themes is the one of each, in its colours', (_, { chart, counts, context }) => {
  const both = painted(chart, counts, { ...context, theme: 'both' });
  expect(both.match(pair)?.length).toBeGreaterThan(0);
  expect(both.replace(pair, '$1')).toBe(painted(chart, counts, { ...context, theme: 'light' }));
  expect(both.replace(pair, '$2')).toBe(painted(chart, counts, { ...context, theme: 'dark' }));
});
