import { words } from '@article21/messages';
import { type Counts, languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { countsOfMade, decade } from '../fixtures/made.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const made = decade();
const { places, from, to } = made;

describe('bars of forty places where the room is given', () => {
  const counts = countsOfMade(made, { place: true, measures: ['detentions'] });
  const context = contextFor(counts, { places, compact: true });
  const { marks } = draw('bar', counts, context);

  it('are the fifteen largest, and the others as one number without a bar', () => {
    const rest =
      counts.rows.reduce((sum, row) => sum + row.low, 0) -
      marks.reduce((sum, it) => sum + it.estimate.low, 0);
    expect(marks).toHaveLength(15);
    const texts = textsOf(svgOf('bar', counts, context)).map(({ text }) => text);
    expect(texts).toContain('25 more places');
    const number = Number(rest.toPrecision(3)).toLocaleString('en');
    expect(texts.some((text) => text.includes(number))).toBe(true);
  });

  it('have a higher row only where a name is broken', () => {
    const phone = textsOf(svgOf('bar', counts, { ...context, compact: false, width: 343 }));
    const top = (name: string) => phone.find(({ text }) => text === name)?.top ?? Number.NaN;
    expect(top('Zhanatas') - top('Akbulak')).toBe(26);
    expect(top('Saryagash') - top('Shalkar')).toBeGreaterThan(52);
  });

  it('are the same on a slide, in the same order', () => {
    // In as many panels as letters of their size need.
    const names = officeCharts('bar', counts, context).panels.flatMap((panel) =>
      panel.kind === 'bar' ? panel.categories : [],
    );
    expect(names).toHaveLength(16);
    expect(names.at(-1)).toBe('25 more places');
    expect(names.slice(0, 15)).toEqual(marks.map((mark) => mark.label.split(':')[0]));
  });

  it('are all there where there is room, and what is placed in no city is not one more place', () => {
    expect(draw('bar', counts, { ...context, compact: false }).marks).toHaveLength(40);
    const wide = countsOf([...counts.rows, count('detentions', { place: 'kz' }, '900')]);
    const labels = draw('bar', wide, context).marks.map((mark) => mark.label);
    expect(labels).toHaveLength(16);
    expect(labels.at(-1)).toContain('900');
  });
});

it.each(languages)(
  'what is said in %s of places without room names the filter that draws them',
  (language) => {
    const { drawing, ui, plural } = words(language);
    for (const { undrawn } of Object.values(drawing.others))
      for (const n of [1, 2, 36]) expect(plural(undrawn, n)).toContain(ui.filter.places);
  },
);

describe('small charts', () => {
  const months = countsOfMade(made, { place: true, every: 'month', measures: ['detentions'] });
  const few = (n: number) => countsOf(months.rows.filter(({ place = '' }) => Number(place.slice(5)) <= n));
  const context = contextFor(months, { places, width: 1100, query: { from, to } });

  it('are at most 24, the largest first, and say how many more there are', () => {
    const { marks, description } = draw('multiples', months, context);
    expect(new Set(marks.map((mark) => mark.place)).size).toBe(24);
    expect(description).toContain('16 more places');
  });

  it('have a scale each where most would be flat on one, and say which it is, on a slide too', () => {
    const saidOf = (counts: Counts) =>
      textsOf(svgOf('multiples', counts, { ...context, width: 1100 }))
        .map(({ text }) => text)
        .filter((text) => text.includes('scale'));
    const alike = countsOf(
      ['1', '2', '3'].flatMap((n) => [
        count('detentions', { place: `made-${n}`, period: '2015-05' }, `3${n}`),
      ]),
    );
    expect(saidOf(months)).toEqual([expect.stringMatching(/^Each on a scale of its own/)]);
    expect(saidOf(alike)).toEqual(['All on one scale']);
    const highest = (counts: Counts) =>
      officeCharts('multiples', counts, context).panels.map((panel) =>
        'highest' in panel ? panel.highest : 0,
      );
    expect(new Set(highest(alike))).toEqual(new Set([33]));
    expect(new Set(highest(months)).size).toBeGreaterThan(5);
  });

  it('are the larger, the fewer they are', () => {
    const heights = [3, 6, 12].map((n) => {
      const texts = textsOf(svgOf('multiples', few(n), context));
      const zero = texts.find(({ text }) => text === '0');
      if (!zero) throw new Error('no axis');
      const numbers = texts.filter(
        ({ text, right }) => /^[\d,]+$/.test(text) && Math.abs(right - zero.right) < 1,
      );
      return zero.top - Math.min(...numbers.map(({ top }) => top).filter((top) => zero.top - top < 160));
    });
    for (const [i, height] of heights.slice(1).entries()) expect(height).toBeLessThan(heights[i] ?? 0);
  });

  it('name years alone where every name begins a year', () => {
    const texts = textsOf(svgOf('multiples', few(2), context)).map(({ text }) => text);
    expect(texts).toContain('2016');
    expect(texts).not.toContain('Jan');
  });
});
