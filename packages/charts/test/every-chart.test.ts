import { type Counts, emptyQuery, languages, noCounts } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw, queryFor } from '../src/index.ts';
import { contextFor, spring } from './fixtures/context.ts';
import { count, countsOf, totalsOf } from './fixtures/counts.ts';
import { examples } from './fixtures/examples.ts';
import { kz } from './fixtures/kz.ts';
import { hostileNames } from './fixtures/places.ts';
import { svgOf } from './svg.ts';
import { textsOf } from './texts-of.ts';

/** Counts of two of the hostile places, grouped as a chart needs them. */
function countsFor(chart: string): Counts {
  const { by, every } = queryFor(chart, { ...emptyQuery, measure: ['detentions'] });
  const period = by.includes('period') ? { period: every === 'day' ? '2012-05-03' : '2012-05' } : {};
  // More than six places are not told apart in one plot.
  const named = hostileNames.places.slice(1, chart === 'compare' ? 7 : undefined);
  const places = by.includes('place') ? named : [undefined];
  const rows = places.map((place, i) =>
    count('detentions', { ...(place ? { place: place.id } : {}), ...period }, `~${i + 2}-9 & 2?`, 3),
  );
  return by.length === 0 ? totalsOf(rows) : countsOf(rows);
}

function contextOf(chart: string, counts: Counts, given: Parameters<typeof contextFor>[1] = {}) {
  const query = queryFor(chart, { ...emptyQuery, ...spring, measure: ['detentions'] });
  return contextFor(counts, { places: hostileNames, outlines: kz, ...given, query });
}

describe.each(chartIds)('%s', (chart) => {
  const counts = countsFor(chart);
  const context = contextOf(chart, counts);
  const { marks, option, description } = draw(chart, counts, context);

  it('has examples in every language, in the dark, on a phone, empty, hostile and synthetic', () => {
    const names = examples.filter((example) => example.chart === chart).map(({ name }) => name);
    const ways = [...languages.map((it) => `-${it}`), 'dark', 'phone', 'empty', 'synthetic'];
    expect(ways.filter((way) => !names.some((name) => name.includes(way)))).toEqual([]);
  });

  it('has a mark for every count, found again from the datum that a click names', () => {
    const data = (option.series as { data: { mark?: number }[] }[]).map((it) => it.data);
    const all = counts.rows.length > 0 ? counts.rows : counts.totals;
    // A stack has one mark for the places that share a segment.
    expect(marks).toHaveLength(chart === 'stacked' ? Math.min(6, all.length) : all.length);
    const records = (list: readonly { records: number }[]) => list.reduce((sum, it) => sum + it.records, 0);
    expect(records(marks)).toBe(records(all));
    expect(marks.map((mark) => mark.index)).toEqual(marks.map((_, i) => i));
    for (const mark of marks) expect(data[mark.seriesIndex]?.[mark.dataIndex]?.mark).toBe(mark.index);
    const named = data.flat().filter((datum) => datum.mark !== undefined);
    expect(named).toHaveLength(marks.length);
  });

  it('says each number in full, with what is not known', () => {
    for (const mark of marks)
      expect(mark.label).toMatch(/at least about \d+ detentions, and \d reports without a number$/);
    expect(description).toContain(marks[0]?.label ?? 'a mark');
  });

  it('says each number in full also where plots of several measures stand side by side', () => {
    const example = examples.find((it) => it.chart === chart && /^\w+-(measures-|months-)?en$/.test(it.name));
    if (!example) throw new Error('no example in English');
    const wide = draw(chart, example.counts, { ...example.context, width: 1200, compact: true });
    for (const mark of wide.marks) expect(mark.label).toMatch(/\S: /);
    expect(wide.description).not.toMatch(/[.;] ?;/);
  });

  it('draws hostile names as letters, and nothing else', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const svg = svgOf(chart, counts, { ...context, title: '__proto__' });
    expect(svg).not.toMatch(/<(?:script|img|foreignObject|a )/i);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.hasOwn(Object, 'next') || Object.hasOwn(Object, 'prev')).toBe(false);
    expect(textsOf(svg).map(({ text }) => text)).toContain('__proto__');
  });

  it('names synthetic data as such, in the picture and in words', () => {
    const synthetic = { ...context, synthetic: true };
    const texts = textsOf(svgOf(chart, counts, synthetic)).map(({ text }) => text);
    expect(texts).toContain('Synthetic data');
    expect(draw(chart, counts, synthetic).description).toMatch(/^Synthetic data/);
    // Across the picture, over every mark: filled cells, too, must not cover it.
    const svg = svgOf(chart, counts, synthetic);
    expect(svg.lastIndexOf(context.words.drawing.synthetic)).toBeGreaterThan(svg.lastIndexOf('<path'));
    expect(svgOf(chart, counts, context)).not.toContain('Synthetic');
  });

  it('says of a measure without a number that it has none', () => {
    const none = noCounts();
    const drawn = draw(chart, none, { ...context, query: { ...context.query, measure: ['fines'] } });
    expect(drawn.marks).toEqual([]);
    expect(drawn.description).toContain('No number to show.');
  });

  it('is drawn at any width without a text leaving it', () => {
    for (const width of [320, 480, 1440]) {
      const { height } = draw(chart, counts, { ...context, width });
      const outside = textsOf(svgOf(chart, counts, { ...context, width })).filter(
        (text) =>
          text.opacity === 1 && (text.left < 0 || text.right > width || text.top < 0 || text.bottom > height),
      );
      expect(outside).toEqual([]);
    }
  });
});
