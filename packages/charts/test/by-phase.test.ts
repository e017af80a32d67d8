import { chartTexts, words } from '@article21/messages';
import { emptyQuery, languages, type PhaseFilter } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts, resolveQuery } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { count, countsOf } from './fixtures/counts.ts';

const asked: [PhaseFilter, string][] = [
  ['unstated', '20'],
  ['after', '3'],
  ['before', '1'],
  ['during', '~15'],
];
const rows = asked.map(([phase, text]) => count('detentions', { phase }, text));
const dated = rows.map((row) => ({ ...row, period: '2012-04' }));
const by = (...by: ('phase' | 'period')[]) => ({ query: { by, measure: ['detentions' as const] } });

describe('rows by phase', () => {
  it('stand in the order of an assembly, not of their numbers, and lead to their records', () => {
    const { marks, description } = draw('bar', countsOf(rows), contextFor(countsOf(rows), by('phase')));
    expect(marks.map(({ label }) => label)).toEqual([
      'Before the assembly: 1 detention',
      'During the assembly: about 15 detentions',
      'After the assembly: 3 detentions',
      'Phase not stated: 20 detentions',
    ]);
    expect(marks.map(({ phase, place }) => [phase, place])).toEqual(
      ['before', 'during', 'after', 'unstated'].map((phase) => [phase, undefined]),
    );
    expect(description).toContain('By phase');
  });

  it.each(['line', 'stacked', 'heatmap', 'multiples', 'compare'] as const)(
    'are told apart over time: %s',
    (chart) => {
      const context = contextFor(countsOf(dated), by('phase', 'period'));
      const { marks } = draw(chart, countsOf(dated), context);
      expect(new Set(marks.map(({ phase }) => phase)).size).toBe(4);
      expect(marks.map(({ label }) => label)).toContain('After the assembly, April 2012: 3 detentions');
      expect(JSON.stringify(officeCharts(chart, countsOf(dated), context))).toContain('After the assembly');
    },
  );

  it.each(languages)('have names of their own, and their charts say so: %s', (language) => {
    const context = contextFor(countsOf(rows), { language, ...by('phase') });
    const { marks, description } = draw('bar', countsOf(rows), context);
    expect(new Set(marks.map(({ label }) => label.split(':')[0])).size).toBe(4);
    expect(description).toContain(chartTexts('bar', { by: ['phase'] }, words(language)).name);
  });

  it('stay chosen in each chart that has rows, and give way on a map', () => {
    const drawn = (chart: string) => resolveQuery({ ...emptyQuery, by: ['phase'], chart }).by;
    expect(drawn('bar')).toEqual(['phase']);
    expect(drawn('heatmap')).toEqual(['phase', 'period']);
    expect(drawn('line')).toEqual(['phase', 'period']);
    expect(drawn('map')).toEqual(['place']);
  });
});
