import { type EChartsCoreOption, init } from 'echarts/core';
import { elementsOf } from './echarts-private.ts';
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

/**
 * Runs something that may write to Object.prototype, which every object of the process would then inherit. What it adds
 * there is taken away again, and the run throws: a bad name breaks one picture, not all that follow.
 */
function guardPrototype<Result>(run: () => Result): Result {
  const before = Reflect.ownKeys(Object.prototype).length;
  let result: Result;
  try {
    result = run();
  } finally {
    const added = Reflect.ownKeys(Object.prototype).slice(before);
    for (const key of added) Reflect.deleteProperty(Object.prototype, key);
    if (added.length > 0) {
      // biome-ignore lint/correctness/noUnsafeFinally: what else was thrown is a consequence of this
      throw new Error(`unknown name in an option: it writes ${added.map(String).join(', ')} to every object`);
    }
  }
  return result;
}
