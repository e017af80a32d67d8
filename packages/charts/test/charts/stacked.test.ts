import type { EChartsOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import { mix, themeOf } from '../../src/theme.ts';
import { contextFor, spring } from '../fixtures/context.ts';
import { count, countsOf, totalsOf } from '../fixtures/counts.ts';
import { kazakhstan } from '../fixtures/places.ts';
import { plotsOf } from '../plots-of.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const at = (place: string, typed: string) => count('detentions', { place, period: '2012-05' }, typed);

describe('a stack', () => {
  const counts = countsOf([at('almaty', '10-14'), at('astana', '~5'), at('taraz', '2 & 3?')]);
  const context = contextFor(counts, { query: spring });
  const svg = svgOf('stacked', counts, context);

  it('writes the sum of all places over it, with all that is not known', () => {
    const texts = textsOf(svg).map(({ text }) => text);
    expect(texts).toContain('≥ ≈ 17');
    expect(texts).toContain('+3');
  });

  it('hatches once, on top of the whole, and not within it', () => {
    expect(svg.match(/stroke-width="1.5"/g)).toHaveLength(1);
  });

  it('has one open end where one place has no upper limit', () => {
    const open = countsOf([at('almaty', '10+'), at('astana', '5'), at('taraz', '2')]);
    const drawn = svgOf('stacked', open, contextFor(open, { query: spring }));
    expect(textsOf(drawn).map(({ text }) => text)).toContain('≥ 17');
    expect(drawn.match(/stroke-width="1.5"/g)).toBeNull();
  });

  it('has a mark for a place without a number too, after those with one', () => {
    const unnumbered = countsOf([at('almaty', '10'), at('astana', '& 2?')]);
    const { marks } = draw('stacked', unnumbered, contextFor(unnumbered, { query: spring }));
    expect(marks.map((mark) => mark.label)).toEqual([
      'Almaty, May 2012: 10 detentions',
      'Astana, May 2012: 2 reports without a number',
    ]);
  });
});

describe('a stack of many places', () => {
  const many = countsOf(
    Array.from({ length: 12 }, (_, i) =>
      ['2012-05', '2012-06'].map((period) =>
        count(
          'detentions',
          { place: `place-${i}`, period },
          period === '2012-06' && i === 9 ? '50' : `${30 - i}`,
        ),
      ),
    ).flat(),
  );
  const places = {
    get: (id: string) => ({ ...kazakhstan.get('almaty'), id, name_en: id }) as never,
    regionOf: (id: string) => id,
    countries: [],
  };
  const context = contextFor(many, { places, query: { ...spring, by: ['place', 'period'] } });
  const { marks } = draw('stacked', many, context);

  it('has at most six segments in each column, the same ones in the same order', () => {
    const columns = ['2012-05', '2012-06'].map((period) => marks.filter((mark) => mark.period === period));
    for (const column of columns)
      expect(column.map((mark) => mark.label.split(',')[0])).toEqual(namesOf(columns[0]));
    expect(columns[0]).toHaveLength(6);
  });

  it('says how many places the neutral one stands for, and counts all of them', () => {
    expect(marks.map((mark) => mark.label)).toContain('7 more places, May 2012: 159 detentions');
    expect(textsOf(svgOf('stacked', many, context)).map(({ text }) => text)).toContain('7 more places');
    const sum = marks.reduce((all, mark) => all + mark.estimate.low, 0);
    expect(sum).toBe(many.rows.reduce((all, row) => all + row.low, 0));
  });

  it('is higher than a column of one place', () => {
    const one = countsOf(many.rows.filter(({ place }) => place === 'place-1'));
    const { height } = draw('stacked', one, contextFor(one, { places, query: context.query }));
    expect(draw('stacked', many, context).height).toBeGreaterThan(height + 100);
  });

  it('has the other places lighter than their own edge, and no other part has one that can be seen', () => {
    const { muted, ground } = themeOf('light');
    const edges = [
      ...svgOf('stacked', many, context).matchAll(/<path [^>]*fill="([^"]+)" stroke="([^"]+)"/g),
    ];
    const ofOthers = edges.filter(([, , edge]) => edge === muted).map(([, fill]) => fill);
    expect(new Set(ofOthers)).toEqual(new Set([mix(ground, '#1a1a1a', 0.1)]));
    expect(edges.filter(([, , edge]) => edge === ground)).toHaveLength(5);
  });

  it('is the same in an office program, where the sheet has every place', () => {
    const [panel] = officeCharts('stacked', many, context).panels;
    if (panel?.kind !== 'stacked') throw new Error('no stack');
    expect(panel.series.map(({ name }) => name)).toEqual(
      namesOf(marks.filter(({ period }) => period === '2012-05')),
    );
    expect(panel.columns.map(({ name }) => name).filter((name) => name.startsWith('place-'))).toHaveLength(7);
  });
});

const namesOf = (marks: readonly { label: string }[] = []) => marks.map((mark) => mark.label.split(',')[0]);

it('stages keep units apart: each number has a plot of its own, and nothing leads from one to the next', () => {
  const totals = [
    count('rejected_applications', {}, '12+', 12),
    count('fines', {}, '~770'),
    count('people_fined', {}, '9'),
    count('warnings', {}, '3'),
  ];
  const counts = totalsOf(totals);
  const { marks, option, description } = draw('funnel', counts, contextFor(counts));
  expect(marks.map((mark) => mark.measure)).toEqual([
    'rejected_applications',
    'people_fined',
    'fines',
    'warnings',
  ]);
  expect(plotsOf(option)).toHaveLength(4);
  expect(description).toContain('nobody is followed from stage to stage');
});

it('bars of one unit share a scale, and no other bar is on it', () => {
  const totals = [
    count('detentions', {}, '20'),
    count('fines', {}, '770'),
    count('people_arrested', {}, '5'),
    count('arrest_days', {}, '30'),
  ];
  const counts = totalsOf(totals);
  const { option, marks } = draw('funnel', counts, contextFor(counts));
  const lengths = marks.map(({ measure, seriesIndex }) => [measure, barLength(option, seriesIndex)]);
  const whole = barLength(option, 0);
  expect(whole).toBeGreaterThan(100);
  // What is alone in its unit has no bar: it would be as long as any other.
  expect(Object.fromEntries(lengths)).toEqual({
    ...{ detentions: whole, people_arrested: (whole ?? 0) / 4 },
    ...{ fines: null, arrest_days: null },
  });
});

/** The pixels of the bar that the only datum of a series draws; null where it draws none. */
function barLength(option: EChartsOption, index: number): number | null {
  const series = [option.series].flat()[index] as unknown as {
    renderItem(
      params: object,
      api: object,
    ): { children: { type: string; shape: { width: number; height: number } }[] };
  };
  const { children } = series.renderItem({ dataIndex: 0 }, {});
  const bar = children.find(({ type, shape }) => type === 'rect' && shape.height === 14);
  return bar?.shape.width ?? null;
}
