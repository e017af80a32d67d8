import type { Counts } from '@article21/model';
import { useOutlines } from '@article21/render/echarts-private';
import * as echarts from 'echarts';
import { type ChartContext, draw } from '../src/index.ts';

useOutlines();

/** Draws a chart as SVG text, with ids named by their first appearance: ECharts counts them on from chart to chart. */
export function svgOf(chart: string, counts: Counts, context: ChartContext): string {
  const { option, height } = draw(chart, counts, context);
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width: context.width, height });
  try {
    instance.setOption(option);
    return renumber(instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
}

/** Names ids by their first appearance, and puts each element on a line of its own. */
export function renumber(svg: string): string {
  const names = new Map<string, string>();
  const stable = svg.replace(/\bzr\d+-[a-z]+-?\d+\b/g, (id) => {
    const name = names.get(id) ?? `id-${names.size}`;
    names.set(id, name);
    return name;
  });
  // One element a line, so that a change can be read.
  return `${stable.replace(/>\s*</g, '>\n<')}\n`;
}
