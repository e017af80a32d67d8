import { isUnnumbered } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw, officeCharts } from '../../src/index.ts';
import type { OfficeChart } from '../../src/office/panel.ts';
import { contextFor, spring } from '../fixtures/context.ts';
import { byCity, byDay, byMonth, count, countsOf, everyUncertainty } from '../fixtures/counts.ts';
import { examples } from '../fixtures/examples.ts';

const chartOf = (panel: unknown) => panel as OfficeChart;
const seriesOf = ({ series }: OfficeChart, hatched: boolean) => series.filter((it) => it.hatched === hatched);

describe('a chart for an office program', () => {
  it.each(chartIds.map((id) => [id]))('is there for %s, with all that the drawing counts', (id) => {
    let withReports = 0;
    for (const { chart, counts, context } of examples.filter((it) => it.chart === id)) {
      const { panels, notes } = officeCharts(chart, counts, context);
      const { marks } = draw(chart, counts, context);
      const most = marks.filter((mark) => mark.estimate.unnumbered > 0).length;
      const said = panels.flatMap((panel) =>
        panel.kind === 'number'
          ? [...(panel.isWords ? [panel.number] : []), ...panel.under.slice(0, -1)]
          : panel.kind === 'table'
            ? panel.rows
                .flat()
                .filter((cell) => cell.text.includes('+'))
                .map((cell) => cell.text)
            : panel.labels.texts.flatMap((label) => (label?.reports ? [label.reports] : [])),
      );
      // A stack has one label for all places of a period, a drawing of many places leaves marks out.
      expect(said.length).toBeGreaterThanOrEqual(Math.min(most, 1));
      withReports += Math.min(most, 1);
      expect(panels.length).toBeGreaterThanOrEqual(new Set(marks.map((mark) => mark.measure)).size);
      for (const panel of panels)
        expect(panel.kind === 'number' || panel.description.startsWith(panel.title)).toBe(true);
      expect(notes.every((note) => note.trim() !== '')).toBe(true);
    }
    expect(withReports).toBeGreaterThan(0);
  });

  it('shows every way in which a number can be open', () => {
    const context = contextFor(everyUncertainty);
    const { panels, notes } = officeCharts('bar', everyUncertainty, context);
    const chart = chartOf(panels[0]);
    const { marks } = draw('bar', everyUncertainty, context);
    const [low] = seriesOf(chart, false);
    const [high] = seriesOf(chart, true);
    expect(chart.categories).toHaveLength(marks.length);
    marks.forEach(({ estimate }, i) => {
      const stated = isUnnumbered(estimate) ? null : estimate.low;
      expect([i, low?.values[i]]).toEqual([i, stated]);
      const ranged = estimate.high !== null && estimate.high > estimate.low ? estimate.high : null;
      expect([i, high?.values[i]]).toEqual([i, ranged]);
      expect(chart.labels.at[i]).toBe(ranged ?? stated ?? 0);
      expect(chart.labels.texts[i]?.signs).toBe(context.words.signs(estimate));
      expect(chart.labels.texts[i]?.reports).toBe(estimate.unnumbered > 0 ? `+${estimate.unnumbered}` : '');
      expect(chart.columns[0]?.values[i]).toBe(context.words.count(estimate, 'detentions'));
    });
    for (const text of ['Hatched', '≥', '≈', '+1']) expect(notes.join()).toContain(text);
  });

  it('has the stages as numbers, each with its unit: bars of several units would all be full', () => {
    const stages = examples.filter(({ chart }) => chart === 'funnel');
    for (const { chart, counts, context } of stages) {
      const { panels } = officeCharts(chart, counts, context);
      expect(panels.map(({ kind }) => kind)).toEqual(panels.map(() => 'number'));
      expect(panels.map((panel) => 'under' in panel && panel.under.at(-1))).toEqual(
        panels.map(({ measure }) => context.words.measure(measure).panel),
      );
    }
  });

  it('never puts two units on one axis', () => {
    const { panels } = officeCharts('bar', byCity, contextFor(byCity));
    expect(panels.map((panel) => chartOf(panel).title)).toEqual([
      'Rejected applications',
      'Detentions (people)',
      'Fines imposed (EUR)',
      'Administrative arrest imposed (days)',
    ]);
  });

  it('draws nothing, not zero, where no record is', () => {
    const counts = countsOf([
      count('detentions', { period: '2012-04' }, '3'),
      count('detentions', { period: '2012-06' }, '?', 2),
    ]);
    const { panels } = officeCharts(
      'line',
      counts,
      contextFor(counts, { query: { every: 'month', ...spring } }),
    );
    const chart = chartOf(panels[0]);
    expect(chart.categories).toEqual(['April 2012', 'May 2012', 'June 2012']);
    expect(seriesOf(chart, false)[0]?.values).toEqual([3, null, null]);
    expect(chart.labels.texts).toEqual([{ signs: '3', reports: '' }, null, { signs: '', reports: '+1' }]);
  });

  it('stacks the least of each place, and what is open on top for all together', () => {
    const at = (place: string) => ({ place, period: '2012-04' });
    const counts = countsOf([
      count('detentions', at('almaty'), '10-14'),
      count('detentions', at('astana'), '3'),
      count('detentions', at('taraz'), '?'),
    ]);
    const { panels } = officeCharts('stacked', counts, contextFor(counts, { query: { every: 'month' } }));
    const chart = chartOf(panels[0]);
    expect(seriesOf(chart, false).map((it) => [it.name, it.values])).toEqual([
      ['Almaty', [10]],
      ['Astana', [3]],
      ['Taraz', [null]],
    ]);
    expect(seriesOf(chart, true).map((it) => it.values)).toEqual([[4]]);
    expect(chart.labels).toMatchObject({ at: [17], texts: [{ signs: '≥ 13', reports: '+1' }] });
  });

  it('makes a table of places and periods, and a stack where a table would have too many', () => {
    const context = contextFor(byMonth, { query: { every: 'month' } });
    expect(new Set(officeCharts('heatmap', byMonth, context).panels.map((panel) => panel.kind))).toEqual(
      new Set(['table']),
    );
    const days = countsOf([
      count('detentions', { place: 'almaty', period: '2012-04-01' }, '1'),
      count('detentions', { place: 'astana', period: '2012-06-30' }, '1'),
    ]);
    const daily = contextFor(days, { query: { every: 'day', ...spring } });
    expect(officeCharts('heatmap', days, daily).panels.map((panel) => panel.kind)).toEqual(['stacked']);
  });

  it('tells what was not monitored from zero, and claims no zero where nothing is known of who watched', () => {
    const table = (name: string) => {
      const { counts, context } = examples.find((it) => it.name === name) ?? expect.unreachable(name);
      const { panels, notes } = officeCharts('heatmap', counts, context);
      const cells = panels.flatMap((it) => (it.kind === 'table' ? it.rows.flat() : []));
      const zeros = cells.filter((it) => it.text === '0').length;
      return { zeros, hatched: cells.filter((it) => it.hatched).length, notes: notes.join() };
    };
    const known = table('heatmap-coverage');
    expect(known.hatched).toBeGreaterThan(0);
    for (const key of ['0: monitored', 'Grey hatching: not monitored']) expect(known.notes).toContain(key);
    const unknown = table('heatmap-many');
    expect(unknown.hatched).toBe(0);
    // A few sources state a zero; those that the coverage adds are more.
    expect(known.zeros).toBeGreaterThan(unknown.zeros);
    expect(unknown.notes).toContain('Empty: no record, which is not the number zero');

    const { counts, context } =
      examples.find((it) => it.name === 'calendar-coverage') ?? expect.unreachable('calendar-coverage');
    const { panels, notes } = officeCharts('calendar', counts, context);
    const chart = chartOf(panels[0]);
    const at = (text: string) => chart.columns[0]?.values.lastIndexOf(text) ?? -1;
    const silent = [at('0 detentions'), at('not monitored, or no report')];
    expect(silent.map((i) => chart.series.at(-1)?.values[i])).toEqual([0, null]);
    expect(notes.join()).toContain('0: monitored');
    const line = chartOf(officeCharts('line', counts, context).panels[0]);
    const zeros = ({ columns }: OfficeChart) =>
      columns[0]?.values.filter((it) => it === '0 detentions') ?? [];
    expect(zeros(chart).length).toBeGreaterThan(zeros(line).length);
  });

  it('splits a long list into panels that can be read, and says what is left out', () => {
    const places = Array.from({ length: 75 }, (_, i) => ({
      id: `p-${i}`,
      name_en: `Place ${i}`,
      kind: 'city',
    }));
    const counts = countsOf(places.map(({ id }, i) => count('detentions', { place: id }, String(100 - i))));
    const known = { get: (id: string) => places.find((it) => it.id === id), countries: [] } as never;
    const { panels, notes } = officeCharts('bar', counts, contextFor(counts, { places: known }));
    expect(panels.map((panel) => chartOf(panel).categories.length)).toEqual([12, 12, 12, 12, 12]);
    expect(notes.join()).toContain('15 more places are not drawn: the table has every place');
  });

  it('refuses a chart that there is not', () => {
    expect(() => officeCharts('pie', byDay, contextFor(byDay))).toThrow('unknown chart: pie (known: bar, ');
    expect(() => officeCharts('__proto__', byDay, contextFor(byDay))).toThrow('unknown chart');
  });
});
