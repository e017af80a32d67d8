import { describe, expect, it } from 'vitest';
import type { SlideChart } from '../../src/index.ts';
import { withPlacedLabels } from '../../src/slides/labels.ts';
import type { Typesetter } from '../../src/typesetter.ts';

/** Every letter is as wide as the next, so that what has room can be counted. */
const typesetter = { width: (text: string) => text.length * 7 } as unknown as Typesetter;

function columns(heights: readonly number[], kind: SlideChart['kind'] = 'column'): SlideChart {
  return {
    ...{ kind, title: 'Detentions', description: '', legend: false, columns: [] },
    categories: heights.map((_, i) => `day ${i}`),
    series: [{ name: 'least', values: heights, colour: '#28A197', hatched: false }],
    labels: {
      ...{ name: 'labels', at: heights },
      texts: heights.map((height) => ({ signs: `≥ ${height}`, reports: '+1' })),
    },
    highest: Math.max(...heights),
  };
}

const shown = (chart: SlideChart, width = 400) =>
  withPlacedLabels(chart, width, typesetter).labels.texts.flatMap((label, i) => (label ? [i] : []));

describe('labels of columns', () => {
  it('all stay where each has room', () => {
    expect(shown(columns([3, 5, 4]))).toEqual([0, 1, 2]);
  });

  it('of a hundred columns are those of the highest, none over another', () => {
    const heights = Array.from({ length: 100 }, (_, i) => 1 + ((i * 37) % 100));
    const kept = shown(columns(heights));
    expect(kept).toContain(heights.indexOf(100));
    expect(kept.length).toBeGreaterThan(2);
    // A label is about 60 points wide, a column less than 4.
    for (const [n, at] of kept.slice(1).entries()) expect(at - (kept[n] ?? at)).toBeGreaterThan(10);
  });

  it('do not stand in a higher column', () => {
    expect(shown(columns([9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1]))).not.toContain(1);
  });

  it('do not reach into a higher column beside theirs that has none', () => {
    const alone = (heights: readonly number[]) => {
      const chart = columns(heights);
      const texts = chart.labels.texts.map((label, i) => (i === 3 ? label : null));
      return shown({ ...chart, labels: { ...chart.labels, texts } });
    };
    expect(alone(Array(10).fill(1))).toEqual([3]);
    expect(alone([1, 1, 1, 1, 9, 1, 1, 1, 1, 1])).toEqual([]);
    // Two columns away there is room.
    expect(alone([1, 1, 1, 1, 1, 9, 1, 1, 1, 1])).toEqual([3]);
  });

  it('are moved into the chart from its edges, and stay where they are in its middle', () => {
    const heights = Array.from({ length: 41 }, (_, i) => (i % 20 === 0 ? 9 : 0));
    const { texts } = withPlacedLabels(columns(heights), 400, typesetter).labels;
    expect(texts[0]?.shift).toBeGreaterThan(0);
    expect(texts[20]?.shift).toBeCloseTo(0, 5);
    expect(texts[40]?.shift).toBeLessThan(0);
  });

  it('beside bars are all there', () => {
    expect(shown(columns(Array(30).fill(2), 'bar'))).toHaveLength(30);
  });
});
