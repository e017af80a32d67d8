import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { countsOf } from '../fixtures/counts.ts';
import { everyBucket, weeks } from '../fixtures/crowds.ts';
import { svgOf } from '../svg.ts';

const days = countsOf(everyBucket('2012-01-01', '2012-06-30', 'day'));
const few = countsOf(everyBucket('2012-01-01', '2012-01-20', 'day'));
const charts = [
  ['heatmap', weeks, 'week'],
  ['stacked', weeks, 'week'],
  ['calendar', days, 'day'],
] as const;

describe.each(charts)('many marks of a %s', (chart, counts, every) => {
  const context = contextFor(counts, { query: { every } });
  const { marks, markAt, boxOf, option } = draw(chart, counts, context);

  it('are drawn together: what is none of a letter is a few elements', () => {
    const elements = svgOf(chart, counts, context).match(/<(?:path|rect|circle)/g) ?? [];
    expect(marks.length).toBeGreaterThan(150);
    expect(elements.length).toBeLessThan(60);
    const data = (option.series as { data: object[] }[]).flatMap((it) => it.data);
    expect(data.length).toBeLessThan(10);
  });

  it('are each found where they are drawn', () => {
    const lost = marks.filter((mark) => {
      const box = boxOf(mark);
      const found = box && markAt(box.left + box.width / 2, box.top + box.height / 2);
      return found === null || marks[found] !== mark;
    });
    expect(lost.map((mark) => mark.label)).toEqual([]);
    expect(markAt(1, 1)).toBeNull();
  });
});

it('few days of a calendar are elements that ECharts knows', () => {
  const { marks, boxOf, markAt } = draw('calendar', few, contextFor(few, { query: { every: 'day' } }));
  expect(marks.map(boxOf)).toEqual(marks.map(() => null));
  expect(markAt(300, 150)).toBeNull();
});
