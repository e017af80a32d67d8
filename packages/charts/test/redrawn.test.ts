import * as echarts from 'echarts';
import { afterAll, describe, expect, it } from 'vitest';
import { chartIds, draw } from '../src/index.ts';
import type { Example } from './fixtures/context.ts';
import { examples } from './fixtures/examples.ts';
import { renumber, svgOf } from './svg.ts';

/** Pictures that are drawn one in the place of the other, as a page does it. */
function createPage() {
  const page = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 1, height: 1 });
  let shown: Example | null = null;
  const show = (example: Example): string => {
    const { option, height } = draw(example.chart, example.counts, example.context);
    page.getZr().resize({ width: example.context.width, height });
    page.setOption(option, { notMerge: true });
    shown = example;
    return page.renderToSVGString();
  };
  return {
    /** A picture in the place of the one before, which is there already where the test before this one has drawn it. */
    svgAfter(before: Example, example: Example): string {
      if (shown !== before) show(before);
      return renumber(show(example));
    },
    dispose: () => page.dispose(),
  };
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
  const { svgAfter, dispose } = createPage();
  afterAll(dispose);
  it.each(own.map((example, i) => [example.name, own.at(i - 1)?.name ?? '', example] as const))(
    'keeps nothing of it: %s after %s',
    (_, name, example) => {
      const before = own.find((it) => it.name === name) ?? expect.unreachable(name);
      const fresh = svgOf(chart, example.counts, example.context);
      expect(elementsOf(svgAfter(before, example))).toEqual(elementsOf(fresh));
    },
  );
});
