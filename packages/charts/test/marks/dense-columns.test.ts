import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { everyBucket, threeYears, weeks } from '../fixtures/crowds.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const byDay = contextFor(threeYears, { query: { every: 'day' } });
const byWeek = contextFor(weeks, { query: { every: 'week' } });

/** The subpaths of all paths with a fill or stroke. */
function subpaths(svg: string, paint: string): string[] {
  const paths = svg.match(/<path [^>]*>/g) ?? [];
  const own = paths
    .filter((path) => path.includes(paint))
    .map((path) => / d="([^"]*)"/.exec(path)?.[1] ?? '');
  return own.flatMap((d) => d.split(/(?=M)/)).filter((d) => d.trim() !== '');
}

describe('many marks', () => {
  it('are a few elements, and as many marks as there are counts', () => {
    const { marks } = draw('line', threeYears, byDay);
    expect(marks).toHaveLength(threeYears.rows.length);
    expect(marks.map((mark) => mark.period)).toEqual(threeYears.rows.map((row) => row.period));
    expect(svgOf('line', threeYears, byDay).match(/<(?:path|rect|circle|text)/g)?.length).toBeLessThan(80);
  });

  it('say each in full when asked', () => {
    const { marks } = draw('line', weeks, byWeek);
    expect(marks[5]?.label).toMatch(/^Almaty, week .* 2012.*: \d+ to \d+ detentions$/);
  });

  it('are found where they are drawn', () => {
    const { marks, markAt, boxOf } = draw('line', weeks, byWeek);
    for (const mark of marks) {
      const box = boxOf(mark);
      if (!box) throw new Error(`no box of mark ${mark.index}`);
      const near = markAt(box.left + box.width / 2, box.top + 5);
      const found = near === null ? undefined : marks[near];
      expect(found?.place).toBe(mark.place);
      // Of those that a pointer cannot tell apart, the highest.
      const [high, own] = [found?.estimate, mark.estimate].map((it) => it?.high ?? it?.low ?? 0);
      expect(high).toBeGreaterThanOrEqual(own ?? 0);
    }
    expect(markAt(1, 1)).toBeNull();
  });

  it('do not change the elements of a picture with few', () => {
    const few = countsOf(everyBucket('2012-01-01', '2012-01-20', 'day'));
    const { marks, markAt, boxOf } = draw('line', few, contextFor(few, { query: { every: 'day' } }));
    expect(marks.map(boxOf)).toEqual(marks.map(() => null));
    expect(markAt(300, 150)).toBeNull();
  });

  it('keep the labels of the highest', () => {
    const texts = textsOf(svgOf('line', weeks, byWeek)).map(({ text }) => text);
    const most = Math.max(...weeks.rows.map((row) => row.high ?? 0));
    expect(texts.some((text) => text.endsWith(String(most)))).toBe(true);
  });
});

describe('periods that share a pixel', () => {
  const quiet = everyBucket('2012-01-01', '2014-12-31', 'day').map((row) =>
    count('detentions', { period: row.period ?? '' }, row.period === '2013-03-04' ? '90' : '1'),
  );
  const peak = countsOf(quiet);

  it('show the highest of them: nobody’s number is averaged away', () => {
    const svg = svgOf('line', peak, contextFor(peak, { query: { every: 'day' } }));
    const tops = subpaths(svg, 'fill="#28937b"').map((d) => {
      const ys = [...d.matchAll(/(?:M[\d.]+ |V)([\d.]+)/g)].map(([, y]) => Number(y));
      return Math.max(...ys) - Math.min(...ys);
    });
    expect(tops.length).toBeGreaterThan(500);
    expect(Math.max(...tops)).toBeGreaterThan(80 * Math.min(...tops));
  });

  it('say so in the picture and in words', () => {
    const { description } = draw('line', threeYears, byDay);
    const said = 'Where several periods share a pixel';
    expect(textsOf(svgOf('line', threeYears, byDay)).some(({ text }) => text.includes(said))).toBe(true);
    expect(description).not.toBe('');
    expect(textsOf(svgOf('line', weeks, byWeek)).some(({ text }) => text.includes(said))).toBe(false);
  });

  it('keep an open top open, and hatching hatched', () => {
    const svg = svgOf('line', threeYears, byDay);
    expect(subpaths(svg, 'stroke="#28937b"').length).toBeGreaterThan(20);
    // Columns of a pixel are dashed in their own width.
    expect(svg).toMatch(/<path [^>]*stroke="#28937b" stroke-dasharray="1.5,2.5"/);
  });
});
