import { exactly } from '@article21/model';
import type { EChartsOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import { colourOf } from '../../src/marks/mark.ts';
import { mix, themeOf } from '../../src/theme.ts';
import { contextFor, plotFor, spring } from '../fixtures/context.ts';
import { count, countsOf, totalsOf } from '../fixtures/counts.ts';
import { countsOfMade, thousands } from '../fixtures/made.ts';
import { kazakhstan } from '../fixtures/places.ts';
import { plotsOf } from '../plots-of.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

/** As many detentions more in one place. */
const large = (place: string, n: number) => [
  { measure: 'detentions' as const, place, day: thousands().from, estimate: exactly(100 * n) },
];
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
    // In an office program, too, the light part would be a hole in the column.
    const [panel] = officeCharts('stacked', many, context).panels;
    if (panel?.kind !== 'stacked') throw new Error('no stack');
    expect(panel.series.map(({ edge }) => edge)).toEqual([...Array(5).fill(undefined), muted]);
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

describe('a stack of so many places that even the largest are too small to be seen', () => {
  const data = thousands();
  const of = {
    places: data.places,
    query: {
      ...spring,
      by: ['place', 'period'] as const,
      every: 'quarter' as const,
      from: data.from,
      to: data.to,
    },
  };
  const measures = ['detentions', 'fines'] as const;
  const all = countsOfMade(data, { measures, place: true, every: 'quarter' });
  const context = contextFor(all, of);
  const detentions = all.rows.filter(({ measure }) => measure === 'detentions');

  it('has them together in the colour of their measure, and says how many they are and how to see one', () => {
    const { marks, foot } = draw('stacked', all, context);
    const own = marks.filter(({ measure }) => measure === 'detentions');
    expect(new Set(own.map(({ period }) => period)).size).toBe(own.length);
    const sum = own.reduce((n, { estimate }) => n + estimate.low, 0);
    expect(sum).toBe(detentions.reduce((n, { low }) => n + low, 0));
    const places = new Set(detentions.map(({ place }) => place)).size.toLocaleString('en');
    expect(foot[0]).toContain(`${places} places together: even the largest are too small`);
    expect(foot.join()).not.toContain('of each part');
    const svg = svgOf('stacked', all, context);
    const { theme, words } = plotFor(all, of);
    expect(svg).toContain(`fill="${colourOf('detentions', { theme, words })}"`);
    expect(textsOf(svg).map(({ text }) => text)).toContain(`${places} places`);
  });

  it('is the same in an office program', () => {
    const { panels, notes } = officeCharts('stacked', all, context);
    const names = panels.map(
      (panel) => 'series' in panel && panel.series.filter(({ hatched }) => !hatched).map(({ name }) => name),
    );
    expect(names).toEqual([
      [expect.stringMatching(/^[\d,]+ places$/)],
      [expect.stringMatching(/^[\d,]+ places$/)],
    ]);
    expect(notes[0]).toContain('places together');
    expect(notes.join()).not.toContain('of each part');
  });

  it('has parts where a few of them have most of it', () => {
    const few = {
      ...data,
      records: [...data.records, ...large(data.places.places[1]?.id ?? '', data.records.length)],
    };
    const counts = countsOfMade(few, { measures: ['detentions'], place: true, every: 'quarter' });
    const { foot, marks } = draw('stacked', counts, contextFor(counts, of));
    expect(foot.join()).not.toContain('places together');
    expect(new Set(marks.map(({ label }) => label.split(',')[0])).size).toBe(6);
  });

  it('has notes of a line each', () => {
    const watched = contextFor(all, { ...of, coverage: data.coverage });
    for (const compact of [false, true])
      for (const note of draw('stacked', all, { ...watched, compact }).foot)
        expect(note.length).toBeLessThan(160);
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
