import { type EChartsCoreOption, init } from 'echarts/core';
import { elementsOf } from './echarts-private.ts';
import { guardPrototype } from './guard-prototype.ts';
import type { SvgNode } from './node.ts';

/** Draws an option as elements, without anything that moves. What it throws is thrown after tidying up. */
export function paint(option: EChartsCoreOption, width: number, height: number): SvgNode {
  return guardPrototype(() => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      chart.setOption({ ...option, animation: false });
      return elementsOf(chart);
    } finally {
      // A chart that stays keeps a timer, and the process with it.
      chart.dispose();
    }
  });
}
