import { type EChartsCoreOption, init } from 'echarts/core';
import type { SvgNode } from './node.ts';
import { unpolluted } from './unpolluted.ts';

/** The part of the SVG painter of ECharts that is used here; it is not in its types. */
interface SvgPainter {
  renderToVNode(options: {
    animation: boolean;
    emphasis: boolean;
    compress: boolean;
    useViewBox: boolean;
  }): SvgNode;
}

/** Draws an option as elements, without anything that moves. What it throws is thrown after tidying up. */
export function paint(option: EChartsCoreOption, width: number, height: number): SvgNode {
  return unpolluted(() => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      chart.setOption({ ...option, animation: false });
      const painter = chart.getZr().painter as unknown as SvgPainter;
      return painter.renderToVNode({ animation: false, emphasis: false, compress: true, useViewBox: true });
    } finally {
      // A chart that stays keeps a timer, and the process with it.
      chart.dispose();
    }
  });
}
