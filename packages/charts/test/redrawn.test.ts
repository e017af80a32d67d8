import * as echarts from 'echarts';
import { describe, expect, it } from 'vitest';
import { chartIds, draw } from '../src/index.ts';
import type { Example } from './fixtures/context.ts';
import { examples } from './fixtures/examples.ts';
import { renumber, svgOf } from './svg.ts';

/** A picture drawn in the place of another one, as a page does it. */
function svgAfter(before: Example, { chart, counts, context }: Example): string {
  const first = draw(before.chart, before.counts, before.context);
  const size = { width: before.context.width, height: first.height };
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    instance.setOption(first.option);
    instance.renderToSVGString();
    const { option, height } = draw(chart, counts, context);
    instance.getZr().resize({ width: context.width, height });
    instance.setOption(option, { notMerge: true });
    return renumber(instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
}

/** What is drawn, in any order: a mark that was there before keeps its turn. */
function elementsOf(svg: string): string[] {
  const elements = svg
    .split('\n')
    .map((line) => line.replace(/ class="id-\d+"|url\(#id-\d+\)| id="id-\d+"/g, ''));
  return elements.filter((line) => !/^[.@]|id-\d/.test(line)).sort();
}

describe.each(chartIds)('a %s that is drawn in the place of another one', (chart) => {
  const own = examples.filter((it) => it.chart === chart);
  it.each(own.map((example, i) => [example.name, own.at(i - 1)?.name ?? '', example] as const))(
    'keeps nothing of it: %s after %s',
    (_, name, example) => {
      const before = own.find((it) => it.name === name) ?? expect.unreachable(name);
      const fresh = svgOf(chart, example.counts, example.context);
      expect(elementsOf(svgAfter(before, example))).toEqual(elementsOf(fresh));
    },
  );
});
