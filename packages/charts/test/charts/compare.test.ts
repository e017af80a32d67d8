import { type Coverage, parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import { lookOf, MOST_SERIES } from '../../src/marks/series-look.ts';
import { chartThemes } from '../../src/theme.ts';
import { contextFor, spring } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const BLUE = '#324f9c';
const ORANGE = '#dd7a1c';

const counts = countsOf([
  count('detentions', { place: 'almaty', period: '2012-04' }, '12'),
  count('detentions', { place: 'almaty', period: '2012-06' }, '12'),
  count('detentions', { place: 'taraz', period: '2012-04' }, '5-9'),
  count('detentions', { place: 'taraz', period: '2012-05' }, '& 2?'),
]);
const watched = (to: string): Coverage[] => [{ place: 'almaty', from: '2012-04-01', to, source: 'kibhr' }];
const query = { ...spring, place: ['almaty', 'taraz'] };

/** From where to where the flat lines of a colour run, in thirds of the plot: the months of spring. */
function levelsIn(svg: string, colour: string): number[][] {
  const lines = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke="([^"]*)"[^>]*stroke-width="2.5"/g)];
  const pieces = lines
    .filter(([, , stroke]) => stroke === colour)
    .flatMap(([, d = '']) => [...d.matchAll(/M(\S+) (\S+?)L(\S+) (\S+?)(?=M|$)/g)]);
  return pieces.map(([, from, y, to]) => [from, to, y].map(Number));
}

const monthsOf = (svg: string, colour: string, [left, right]: readonly [number, number]) => {
  const third = (right - left) / 3;
  return [0, 1, 2].filter((month) =>
    levelsIn(svg, colour).some(([from = 0, to = 0]) => {
      const middle = (from + to) / 2;
      return middle > left + month * third && middle < left + (month + 1) * third;
    }),
  );
};

/** The left and right edge of the plot: the lines of its scale. */
function edgesOf(svg: string): readonly [number, number] {
  const [, from = '', to = ''] =
    /<path d="M(\S+) [\d.]+L(\S+) [\d.]+[^"]*"[^>]*stroke="#e3e3e3"/.exec(svg) ?? [];
  expect([from, to]).not.toContain('');
  return [Number(from), Number(to)];
}

describe('places that are compared', () => {
  it('have no line through a month that nobody watched, and one at zero where it was watched', () => {
    const svgFor = (coverage: Coverage[]) =>
      svgOf('compare', counts, contextFor(counts, { query, coverage }));
    const without = svgFor([]);
    expect(monthsOf(without, BLUE, edgesOf(without))).toEqual([0, 2]);
    expect(monthsOf(svgFor(watched('2012-05-30')), BLUE, edgesOf(without))).toEqual([0, 2]);
    expect(monthsOf(svgFor(watched('2012-05-31')), BLUE, edgesOf(without))).toEqual([0, 1, 2]);
    expect(without).toContain('A line breaks off where there is no record');
    expect(without).not.toContain('Line at 0');
    expect(svgFor(watched('2012-05-31'))).toContain('Line at 0: monitored, nothing recorded');
  });

  it('have no level where reports have no number', () => {
    const svg = svgOf('compare', counts, contextFor(counts, { query }));
    expect(monthsOf(svg, ORANGE, edgesOf(svg))).toEqual([0]);
    expect(svg).toContain('Small ring: such reports');
  });

  it('that have one level have pieces of it in turn', () => {
    const same = countsOf(
      ['almaty', 'taraz'].map((place) => count('detentions', { place, period: '2012-05' }, '8')),
    );
    const svg = svgOf('compare', same, contextFor(same, { query }));
    const [blue, orange] = [levelsIn(svg, BLUE), levelsIn(svg, ORANGE)];
    expect(blue.length).toBeGreaterThan(5);
    expect(Math.abs(blue.length - orange.length)).toBeLessThanOrEqual(1);
    const all = [...blue, ...orange].sort(([a = 0], [b = 0]) => a - b);
    for (const [i, [, to = 0]] of all.slice(0, -1).entries()) expect(all[i + 1]?.[0]).toBeCloseTo(to, 0);
  });

  it('are named at the ends of their lines, of more than six the largest', () => {
    const many = countsOf(
      ['almaty', 'astana', 'taraz', 'shymkent', 'atyrau', 'uralsk', 'semey'].map((place, i) =>
        count('detentions', { place, period: '2012-05' }, `${20 - i}`),
      ),
    );
    const texts = textsOf(svgOf('compare', many, contextFor(many, { query: spring }))).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(
      expect.arrayContaining(['Almaty', 'Astana', 'Taraz', 'Shymkent', 'Atyrau', 'Uralsk']),
    );
    expect(texts).not.toContain('Semey');
    expect(texts.join(' ')).toContain('1 more place is not drawn');
    expect(draw('compare', many, contextFor(many, { query: spring })).marks).toHaveLength(6);
  });

  it('have a look each, in both themes', () => {
    for (const theme of Object.values(chartThemes)) {
      const looks = Array.from({ length: MOST_SERIES }, (_, i) => lookOf(i, theme));
      expect(new Set(looks.map(({ colour }) => colour)).size).toBe(6);
      expect(new Set(looks.map(({ sign }) => sign)).size).toBe(6);
    }
  });

  it('are pressed wherever their levels lie, drawn one by one or together', () => {
    const { marks } = draw('compare', counts, contextFor(counts, { query }));
    expect(marks.map(({ place, period }) => `${place} ${period}`)).toEqual([
      'almaty 2012-04',
      'almaty 2012-06',
      'taraz 2012-04',
      'taraz 2012-05',
    ]);
    const days = countsOf(
      ['almaty', 'taraz'].flatMap((place, n) =>
        Array.from({ length: 60 }, (_, i) => {
          const period = new Date(Date.UTC(2012, 3, 1 + i)).toISOString().slice(0, 10);
          return count('detentions', { place, period }, `${1 + ((i * 7 + n * 5) % 23)}`);
        }),
      ),
    );
    const drawn = draw('compare', days, contextFor(days, { query: { ...query, every: 'day' } }));
    const missed = drawn.marks.filter((mark) => {
      const box = drawn.boxOf(mark);
      if (!box) return true;
      return drawn.markAt(box.left + box.width / 2, box.top + box.height / 2) === null;
    });
    expect(missed).toEqual([]);
  });

  it('are columns of one scale in an office program', () => {
    const { panels } = officeCharts('compare', counts, contextFor(counts, { query }));
    expect(panels).toHaveLength(2);
  });

  it('in narrow buckets have their ranges as dashed lines, and signs at their highest and last levels alone', () => {
    const days = Array.from({ length: 300 }, (_, i) => {
      const period = new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10);
      return count('detentions', { place: 'almaty', period }, i === 40 ? '9-20' : '3');
    });
    const dense = countsOf(days);
    const year = { from: parseDay('2012-01-01'), to: parseDay('2012-12-31'), every: 'day' as const };
    const svg = svgOf('compare', dense, contextFor(dense, { query: { ...year, place: ['almaty'] } }));
    const dashed = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke-dasharray="2,2"/g)];
    expect(dashed.map(([, d = '']) => d.split('M').length - 1)).toEqual([1]);
    const signs = [...svg.matchAll(/<path d="([^"]*)"[^>]*fill="#324f9c"[^>]*stroke="#ffffff"/g)];
    expect(signs.map(([, d = '']) => d.split('Z').length - 1)).toEqual([2]);
  });
});

describe('many narrow steps of several places', () => {
  const months = (n: number) =>
    Array.from(
      { length: n },
      (_, i) => `${2012 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
  const lines = (places: readonly string[], n: number) =>
    countsOf(
      places.flatMap((place, p) =>
        months(n).map((period, i) => count('detentions', { place, period }, String(1 + ((i * 7 + p) % 20)))),
      ),
    );
  const drawn = (of: typeof counts, language: 'en' | 'ru' | 'kk' = 'en') => {
    const context = contextFor(of, { language, width: 760 });
    const { marks } = draw('compare', of, context);
    return {
      marks,
      text: textsOf(svgOf('compare', of, context))
        .map((it) => it.text)
        .join(' '),
    };
  };
  const three = ['almaty', 'taraz', 'semey'];

  it('have a plot for each place, on one scale, the others grey behind it, and say so', () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const { marks, text } = drawn(lines(three, 120), language);
      const { words } = contextFor(counts, { language });
      expect(text).toContain(words.drawing.legend.others);
      // What is grey is pressed where it has its colour: each count is one mark.
      expect(marks).toHaveLength(360);
      expect(new Set(marks.map(({ seriesIndex }) => seriesIndex)).size).toBe(3);
      expect(new Set(marks.map(({ seriesIndex, place }) => `${seriesIndex} ${place}`)).size).toBe(3);
    }
  });

  it('stay in one plot where they can be followed: two places, or few steps', () => {
    for (const of of [lines(three.slice(0, 2), 120), lines(three, 12)]) {
      const { marks, text } = drawn(of);
      expect(new Set(marks.map(({ seriesIndex }) => seriesIndex)).size).toBe(1);
      expect(text).not.toContain('Grey lines');
    }
  });
});
