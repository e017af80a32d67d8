import { words } from '@article21/messages';
import { languages, parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { count, countsOf, manyCities } from '../fixtures/counts.ts';
import { countsOfMade, decade } from '../fixtures/made.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const made = decade();
const { places, from, to } = made;
/** The lines of a hatching that says that more is possible. */
const HATCHING = /stroke-width="1.5"/;

describe('a heat map', () => {
  const months = countsOfMade(made, { place: true, every: 'month', measures: ['detentions'] });
  const context = contextFor(months, { places, width: 1440, query: { from, to } });
  const svg = svgOf('heatmap', months, context);

  it('of ten years in forty cities is filled cells: no letters, no hatching, no outlines but of what has no number', () => {
    expect(svg).not.toMatch(HATCHING);
    expect(svg).not.toMatch(/<path [^>]*fill="#(?!ffffff)[\da-f]{6}"[^>]* stroke="#/);
    const numbers = textsOf(svg).filter(({ text }) => /^[≥≈]/.test(text));
    expect(numbers.filter(({ text }) => !text.includes(':'))).toEqual([]);
    expect(draw('heatmap', months, context).height).toBeLessThan(950);
  });

  it('has its headings of time above its first row, and the ranges of its colours above those', () => {
    const texts = textsOf(svg);
    const topOf = (wanted: RegExp) => texts.find(({ text }) => wanted.test(text))?.top ?? Number.NaN;
    expect(topOf(/^2014$/)).toBeLessThan(topOf(/^Akbulak$/));
    expect(topOf(/^\d+–\d+$/)).toBeLessThan(topOf(/^2014$/));
  });

  it('has signs over the number in a cell that is too narrow for both beside each other', () => {
    const one = countsOf([count('detentions', { place: 'almaty', period: '2012-05-05' }, '~12+')]);
    const query = { every: 'day' as const, from: parseDay('2012-04-20'), to: parseDay('2012-06-01') };
    const texts = textsOf(svgOf('heatmap', one, contextFor(one, { width: 900, query })));
    const [signs, number] = ['≥≈', '12'].map((wanted) => texts.find(({ text }) => text === wanted));
    expect(signs?.bottom).toBeLessThanOrEqual(number?.top ?? Number.NaN);
  });

  it('with room hatches what may be more, and says so', () => {
    const large = svgOf('heatmap', manyCities, contextFor(manyCities));
    expect(large).toMatch(HATCHING);
    expect(large).toContain('Hatched edge of a cell');
  });
});

describe('a calendar', () => {
  const days = countsOfMade(made, { every: 'day', measures: ['detentions'] });
  const at = (width: number, given = {}) =>
    contextFor(days, { places, width, query: { every: 'day', from, to }, ...given });

  it.each([760, 1100, 1440])('of ten years is at most 1,300 pixels high in %d', (width) => {
    expect(draw('calendar', days, at(width)).height).toBeLessThanOrEqual(1300);
  });

  const card = { compact: true, most: 1, stretch: 15 };
  it.each([
    [1200, card],
    [760, {}],
    [930, {}],
    [1440, {}],
  ])('of ten years fills %d pixels from side to side, with days that are wider than high', (wide, given) => {
    const { marks, boxOf, width } = draw('calendar', days, at(wide, given));
    const boxes = marks.map((mark) => boxOf(mark) ?? { left: 0, top: 0, width: 0, height: 0 });
    expect(Math.max(...boxes.map((box) => box.left + box.width))).toBeGreaterThan(0.9 * width);
    for (const box of boxes) expect(box.width / box.height).toBeLessThan(1.8);
  });

  it('has a row of weeks for each year, two side by side where there is room', () => {
    const januaries = (width: number) =>
      textsOf(svgOf('calendar', days, at(width))).filter(({ text }) => /^(Jan )?20\d\d$/.test(text));
    expect(new Set(januaries(760).map(({ left }) => left)).size).toBe(1);
    expect(januaries(760)).toHaveLength(10);
    expect(new Set(januaries(1440).map(({ left }) => left)).size).toBe(2);
  });

  describe.each(languages)('in %s', (language) => {
    const { tick } = words(language);
    const months = Array.from({ length: 12 }, (_, i) => tick(`2014-${String(i + 1).padStart(2, '0')}`).label);

    it.each([343, 375, 400, 760, 1100, 1440])('of ten years names each month of each in %d', (width) => {
      const texts = textsOf(svgOf('calendar', days, at(width, { language }))).map(({ text }) => text);
      for (const month of months)
        expect(texts.filter((text) => new RegExp(`^${month}( 20\\d\\d)?$`).test(text))).toHaveLength(10);
    });

    it.each([
      [343, 20],
      [760, 10],
    ])('names the year of each of its rows in %d', (width, rows) => {
      const texts = textsOf(svgOf('calendar', days, at(width, { language })));
      const years = texts.filter(({ text, left }) => /(^| )20\d\d$/.test(text) && left >= 0);
      expect(years).toHaveLength(rows);
      expect(new Set(years.map(({ text }) => text.length)).size).toBe(1);
    });
  });

  it('of a few weeks has its numbers in its days', () => {
    const few = countsOf([count('detentions', { period: '2012-05-01' }, '12')]);
    const query = { every: 'day' as const, from: parseDay('2012-05-01'), to: parseDay('2012-06-30') };
    const texts = textsOf(svgOf('calendar', few, contextFor(few, { query })));
    expect(texts.map(({ text }) => text)).toContain('12');
  });
});
