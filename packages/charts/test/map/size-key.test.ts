import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { byCity, count, countsOf } from '../fixtures/counts.ts';
import { kz } from '../fixtures/kz.ts';
import { countsOfMade, decade } from '../fixtures/made.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const radiiOf = (svg: string, paint: RegExp) =>
  (svg.match(/<circle [^>]*>/g) ?? [])
    .filter((circle) => paint.test(circle))
    .map((circle) => Number(/ r="([\d.]+)"/.exec(circle)?.[1]));

describe('the key of sizes', () => {
  it('has circles of round numbers, by area as those of the map', () => {
    const counts = countsOf([
      count('detentions', { place: 'almaty' }, '5000'),
      count('detentions', { place: 'astana' }, '500'),
    ]);
    const svg = svgOf('map', counts, contextFor(counts, { outlines: kz }));
    const key = radiiOf(svg, /fill="none"/);
    const circles = radiiOf(svg, /fill="#28937b"/).sort((a, b) => b - a);
    expect(textsOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['5,000', '500', '50']));
    expect(key.slice(0, 2)).toEqual(circles);
  });

  it('is not there for a few, who are all numbered', () => {
    const svg = svgOf(
      'map',
      byCity,
      contextFor(byCity, { outlines: kz, query: { measure: ['rejected_applications'] } }),
    );
    expect(radiiOf(svg, /fill="none" stroke="#[^"]*" stroke-width="1.25"/)).toEqual([]);
  });
});

it('a single circle is a line of text instead of a map', () => {
  const counts = countsOf([count('detentions', { place: 'almaty' }, '12')]);
  const context = contextFor(counts, { outlines: kz });
  const { height, marks } = draw('map', counts, context);
  expect(height).toBeLessThan(150);
  expect(marks).toHaveLength(1);
  const svg = svgOf('map', counts, context);
  expect(svg).not.toContain('<circle');
  expect(textsOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['Almaty', '12']));
});

it.each([760, 1440])('of forty cities the largest has its name and number, %d pixels wide', (width) => {
  const made = decade();
  const counts = countsOfMade(made, { place: true, measures: ['detentions'] });
  const { places } = made;
  const texts = textsOf(svgOf('map', counts, contextFor(counts, { places, outlines: kz, width })));
  expect(texts.map(({ text }) => text)).toContain('Akbulak and 1 more');
});
