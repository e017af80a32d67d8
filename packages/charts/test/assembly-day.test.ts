import { type Counts, emptyQuery, exactly } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts, queryFor } from '../src/index.ts';
import { cell } from '../src/marks/cell.ts';
import { inkOn } from '../src/theme.ts';
import { contextFor, plotFor, spring } from './fixtures/context.ts';
import { count, countsOf } from './fixtures/counts.ts';
import { svgOf } from './svg.ts';

/** One count of each of two days or months, of which the second stands on the day of an assembly. */
function countsFor(chart: string, standing: number): Counts {
  const { by, every } = queryFor(chart, { ...emptyQuery, measure: ['detentions'] });
  const place = by.includes('place') ? { place: 'almaty' } : {};
  const other = by.includes('place') ? { place: 'astana' } : {};
  const periods = every === 'day' ? ['2012-05-03', '2012-05-04'] : ['2012-04', '2012-05'];
  const [first, second] = periods.map((period) => count('detentions', { ...place, period }, '~7', 3));
  if (!first || !second) throw new Error('a chart over time has two periods');
  const rows = [first, { ...second, assemblyDay: standing }];
  return countsOf(by.includes('place') ? [...rows, { ...first, ...other }] : rows);
}

function contextOf(chart: string, counts: Counts, given: Parameters<typeof contextFor>[1] = {}) {
  const query = queryFor(chart, { ...emptyQuery, ...spring, measure: ['detentions'] });
  return contextFor(counts, { ...given, query });
}

/** The lozenges of a picture: closed lines of four sides, three pixels each way. */
function lozengesIn(svg: string): number {
  const ways = [...svg.matchAll(/M(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+?)(?=["M])/g)];
  return ways.filter(([, x1, y1, x2, y2, x3, y3, x4, , x5, y5]) => {
    const isClosed = x1 === x5 && y1 === y5 && x1 === x3;
    return (
      isClosed &&
      Math.abs(Number(x2) - Number(x4) - 6) < 0.2 &&
      Math.abs(Number(y3) - Number(y1) - 6) < 0.2 &&
      y2 !== y1
    );
  }).length;
}

const legend = '◊: on the day of the assembly; no source states its own day';

describe.each(['line', 'stacked', 'heatmap', 'calendar', 'multiples', 'compare'])('%s', (chart) => {
  it('shows and says what stands on the day of an assembly', () => {
    const counts = countsFor(chart, 2);
    const { marks } = draw(chart, counts, contextOf(chart, counts));
    const standing = marks.filter(({ label }) =>
      label.endsWith('about 7 detentions; 2 reports stand on the day of the assembly'),
    );
    expect(standing).toHaveLength(1);
    const svg = svgOf(chart, counts, contextOf(chart, counts));
    expect(lozengesIn(svg)).toBe(1);
    expect(svg).toContain(legend);
  });

  it('has no such sign where sources state every day', () => {
    const counts = countsFor(chart, 0);
    const svg = svgOf(chart, counts, contextOf(chart, counts));
    expect(lozengesIn(svg)).toBe(0);
    expect(svg).not.toContain('◊');
  });

  it('says so on a slide', () => {
    const counts = countsFor(chart, 1);
    const { panels, notes } = officeCharts(chart, counts, contextOf(chart, counts));
    expect(notes.join(' ')).toContain(legend);
    expect(JSON.stringify(panels).match(/◊/g)).toHaveLength(1);
    expect(JSON.stringify(officeCharts(chart, countsFor(chart, 0), contextOf(chart, counts)))).not.toContain(
      '◊',
    );
  });
});

it('many columns that are drawn together have their signs, too', () => {
  const rows = Array.from({ length: 90 }, (_, i) => {
    const period = new Date(Date.UTC(2012, 3, 1 + i)).toISOString().slice(0, 10);
    return {
      ...count('detentions', { period }, '3'),
      assemblyDay: i % 30 === 0 ? 1 : 0,
      approximateDates: 0,
    };
  });
  const counts = countsOf(rows);
  const query = {
    ...emptyQuery,
    measure: ['detentions' as const],
    by: ['period' as const],
    every: 'day' as const,
  };
  expect(lozengesIn(svgOf('line', counts, contextFor(counts, { query })))).toBe(3);
});

it('bars of places stand on no day', () => {
  const counts = countsOf([{ ...count('detentions', { place: 'almaty' }, '7'), assemblyDay: 1 }]);
  expect(svgOf('bar', counts, contextFor(counts, {}))).not.toContain('◊');
});

/** The two waves of the sign of an approximate date, in the paths of a picture. */
function wavesIn(svg: string): number {
  const ways = [...svg.matchAll(/M(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+?)(?=["M])/g)];
  return ways.filter(([, x1, y1, x2, y2, x3, y3, x4, y4]) => {
    const across = [x2, x3, x4].map((x) => Math.round((Number(x) - Number(x1)) * 10) / 10);
    return across.join() === '2,4,6' && y1 === y3 && y2 === y4 && Number(y1) > Number(y2);
  }).length;
}

describe.each(['line', 'stacked', 'heatmap', 'calendar', 'multiples', 'compare'])(
  '%s, of an approximate date',
  (chart) => {
    const approximate = (standing: number, dates: number) => {
      const counts = countsFor(chart, standing);
      const rows = counts.rows.map((row) =>
        row.period === '2012-05' || row.period === '2012-05-04' ? { ...row, approximateDates: dates } : row,
      );
      return { ...counts, rows };
    };

    it('has ≈ beside its mark, in its words, and in the key', () => {
      const counts = approximate(0, 2);
      const { marks } = draw(chart, counts, contextOf(chart, counts));
      expect(
        marks.filter(({ label }) => label.endsWith('; 2 reports have an approximate date')),
      ).toHaveLength(1);
      const svg = svgOf(chart, counts, contextOf(chart, counts));
      expect([wavesIn(svg), lozengesIn(svg)]).toEqual([2, 0]);
      expect(svg).toContain('≈ by itself: the date is approximate');
      const { panels, notes } = officeCharts(chart, counts, contextOf(chart, counts));
      expect(notes.join(' ')).toContain('≈ by itself');
      expect(JSON.stringify(panels)).toMatch(/"(?:reports|text)":"[^"]*≈"/);
    });

    it('has both signs beside each other where it stands on the day of an assembly, too', () => {
      const counts = approximate(1, 1);
      const svg = svgOf(chart, counts, contextOf(chart, counts));
      expect([wavesIn(svg), lozengesIn(svg)]).toEqual([2, 1]);
    });

    it('has neither where every date is exact', () => {
      const counts = approximate(0, 0);
      const svg = svgOf(chart, counts, contextOf(chart, counts));
      expect(wavesIn(svg)).toBe(0);
      expect(svg).not.toContain('≈ by itself');
    });
  },
);

it.each(['#102030', '#f0f4f8'])('the sign of an approximate date can be seen in a cell of %s', (fill) => {
  const plot = plotFor(countsOf([]));
  const paint = { fill, colour: fill, dating: { assemblyDay: 0, approximateDates: 1 } };
  const { signs } = cell(exactly(5), { left: 0, top: 0, width: 60, height: 30 }, paint, plot);
  const waves = signs.flatMap((it) => (it.type === 'polyline' ? [it.style.stroke] : []));
  const ink = inkOn(fill, plot.theme);
  expect(waves).toEqual([ink, ink]);
  // Dark on light, and light on dark.
  expect(inkOn('#102030', plot.theme)).not.toBe(inkOn('#f0f4f8', plot.theme));
});
