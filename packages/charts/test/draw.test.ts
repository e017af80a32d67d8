import { type Counts, noCounts, parseDay, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw } from '../src/index.ts';
import { contextFor, spring } from './fixtures/context.ts';
import { byCity, byDay, byMonth, count, countsOf, everyUncertainty } from './fixtures/counts.ts';
import { hostileNames, kazakhstan } from './fixtures/places.ts';
import { plotsOf, seriesOf } from './plots-of.ts';
import { svgOf } from './svg.ts';
import { textsOf } from './texts-of.ts';

const none = noCounts();

describe('draw', () => {
  it('refuses a chart that does not exist, and lists those that do', () => {
    expect(() => draw('pie', byCity, contextFor(byCity))).toThrow('unknown chart: pie (known: bar, ');
    expect(() => draw('__proto__', byCity, contextFor(byCity))).toThrow('unknown chart: __proto__');
    expect(chartIds.slice(0, 2)).toEqual(['bar', 'line']);
  });

  it('refuses a place that is not in the tree', () => {
    const counts = countsOf([count('detentions', { place: 'atlantis' }, '1')]);
    expect(() => draw('bar', counts, contextFor(counts))).toThrow('unknown place: atlantis');
  });

  it('refuses an axis of more buckets than any screen has pixels', () => {
    const years = { from: parseDay('0001-01-01'), to: parseDay('9999-12-31') };
    const context = contextFor(byDay, { query: { every: 'day', ...years } });
    expect(() => draw('line', byDay, context)).toThrow(/too many buckets: \d+ \(at most 40000\)/);
  });
});

describe('marks', () => {
  const { marks, option } = draw('bar', byCity, contextFor(byCity));

  it('are in reading order: by measure, the largest first, what no source places in a city last', () => {
    const order = marks.map((mark) => `${mark.measure} ${mark.place}`);
    expect(order.slice(0, 3)).toEqual([
      'rejected_applications almaty',
      'rejected_applications astana',
      'rejected_applications atyrau',
    ]);
    expect(order.slice(-5)).toEqual([
      'detentions almaty',
      'detentions kz',
      'fines almaty',
      'fines kz',
      'arrest_days almaty',
    ]);
  });

  it('say their number in full, with what is not known', () => {
    expect(marks.find((mark) => mark.measure === 'detentions' && mark.place === 'almaty')?.label).toBe(
      'Almaty: at least about 15 detentions, and 1 report without a number',
    );
    const monthly = draw('line', byMonth, contextFor(byMonth, { query: spring, language: 'ru' })).marks;
    expect(monthly.find((mark) => mark.measure === 'detentions')?.label).toBe(
      'апрель 2012 г.: около 13 и более задержаний и 2 сообщения без указания числа',
    );
  });

  it.each(['bar', 'line'])('are found again from the datum that a click on a %s names', (chart) => {
    const counts = chart === 'bar' ? byCity : byMonth;
    const drawing = draw(chart, counts, contextFor(counts));
    const all = seriesOf(drawing.option);
    expect(drawing.marks.map((mark) => mark.index)).toEqual(drawing.marks.map((_, i) => i));
    for (const mark of drawing.marks)
      expect(all[mark.seriesIndex]?.data[mark.dataIndex]?.mark).toBe(mark.index);
    expect(plotsOf(drawing.option).flatMap(({ data }) => data)).toHaveLength(drawing.marks.length);
  });

  it('have units that never mix: each measure has a plot of its own', () => {
    const plots = plotsOf(option);
    for (const { data } of plots)
      expect(new Set(data.map((datum) => marks[datum.mark]?.measure)).size).toBe(1);
    expect(plots).toHaveLength(4);
  });
});

describe('what is not known', () => {
  const svg = svgOf('bar', everyUncertainty, contextFor(everyUncertainty));

  it('is hatched on the server too', () => {
    const lines = svg.match(/<path [^>]*stroke-width="1.5"[^>]*>/g) ?? [];
    expect(lines).toHaveLength(1);
    expect(lines.join().match(/M/g)?.length).toBeGreaterThan(20);
  });

  it('has no bar where reports give no number, and none for what is absent', () => {
    const bodies = (counts: Counts) =>
      svgOf('bar', counts, contextFor(counts)).match(/fill="#28937b"/g)?.length ?? 0;
    expect(bodies(countsOf([count('detentions', { place: 'almaty' }, '& 2?')]))).toBe(0);
    expect(bodies(countsOf([count('detentions', { place: 'almaty' }, '2')]))).toBe(1);
    expect(bodies(none)).toBe(0);
  });

  it('draws nothing in a bucket without a record: it is not the number zero', () => {
    const texts = textsOf(svgOf('line', byDay, contextFor(byDay, { query: { every: 'day', ...spring } })));
    expect(texts.filter(({ text }) => text === '0')).toHaveLength(2);
    const marks = draw('line', byDay, contextFor(byDay, { query: { every: 'day', ...spring } })).marks;
    expect(marks).toHaveLength(byDay.rows.length);
  });

  it('says of a measure without a number that it has none, beside the others', () => {
    const context = contextFor(byDay, { query: { measure: ['detentions', 'fines'] } });
    const { description } = draw('bar', byDay, context);
    expect(description).toContain('Fines imposed (EUR). No number to show.');
    expect(textsOf(svgOf('bar', byDay, context)).map(({ text }) => text)).toContain('No number to show.');
  });

  it('stands under the chart where it cannot be dated, and adds to the bar of its place', () => {
    const undated = [
      { measure: 'detentions' as const, place: 'almaty', ...unstated, records: 1, within: true },
      { measure: 'detentions' as const, place: 'almaty', ...unstated, records: 2, within: false },
    ];
    const counts = countsOf([count('detentions', { place: 'almaty', period: '2012-05' }, '2')], undated);
    const line = draw('line', counts, contextFor(counts, { query: spring }));
    expect(line.description).toContain('Not dated to a month: 1 report without a number.');
    expect(line.marks.map((mark) => mark.label)).toEqual(['Almaty, May 2012: 2 detentions']);
    const bar = draw('bar', counts, contextFor(counts));
    expect(bar.marks.map((mark) => mark.label)).toEqual([
      'Almaty: at least 2 detentions, and 1 report without a number',
    ]);
  });

  it('never scales a plot by what it does not know: an open end reaches four pixels, whatever it means', () => {
    const open = countsOf([count('detentions', { place: 'almaty' }, '0+')]);
    expect(() => svgOf('bar', open, contextFor(open))).not.toThrow();
    expect(svgOf('bar', open, contextFor(open))).not.toMatch(/NaN|Infinity/);
  });
});

describe('a chart of many places', () => {
  const places = {
    get: (id: string) => ({ ...kazakhstan.get('almaty'), id, name_en: id }) as never,
    regionOf: (id: string) => id,
    countries: [],
  };
  const many = countsOf(
    Array.from({ length: 200 }, (_, i) => count('detentions', { place: `place-${i}` }, `${i}`)),
  );

  it('draws the largest and says how many it leaves out', () => {
    const { marks, description } = draw('bar', many, contextFor(many, { places }));
    expect(marks).toHaveLength(60);
    expect(marks[0]?.label).toBe('place-199: 199 detentions');
    expect(description).toContain('140 more places are not drawn: the table has every place');
  });
});

describe('synthetic data', () => {
  it.each(['bar', 'line'])('are named as such in the picture and in the words of a %s', (chart) => {
    const counts = chart === 'bar' ? byCity : byMonth;
    const context = contextFor(counts, { synthetic: true });
    const texts = textsOf(svgOf(chart, counts, context)).map(({ text }) => text);
    expect(texts).toContain('Synthetic data');
    expect(texts).toContain('Synthetic data: generated for tests, not evidence');
    expect(draw(chart, counts, context).description).toMatch(/^Synthetic data/);
    expect(svgOf(chart, counts, { ...context, synthetic: false })).not.toContain('Synthetic');
  });
});

describe('hostile names', () => {
  const counts = countsOf(
    hostileNames.places
      .slice(1)
      .map((place) => count('detentions', { place: place.id, period: '2012-05' }, '3')),
  );

  it.each(['bar', 'line'])('are letters in a %s, and nothing else', (chart) => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const svg = svgOf(
      chart,
      counts,
      contextFor(counts, { places: hostileNames, title: '{b|x}', query: spring }),
    );
    const texts = textsOf(svg).map(({ text }) => text);
    for (const place of hostileNames.places.slice(1)) expect(texts).toContain(place.name_en);
    expect(texts).toContain('{b|x}');
    expect(svg).not.toMatch(/<(?:script|img|foreignObject|a )/i);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.hasOwn(Object, 'next') || Object.hasOwn(Object, 'prev')).toBe(false);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
