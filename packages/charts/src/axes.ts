import type { Words } from '@article21/messages';
import type { Scale } from './scale.ts';
import type { Theme } from './theme.ts';
import type { TimeAxis } from './time.ts';

/** The axis of values of columns: a few quiet lines, each with its number. */
export function valueAxis(scale: Scale, words: Words, theme: Theme): object {
  return {
    type: 'value',
    min: 0,
    max: scale.end,
    interval: scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      fontSize: 12,
      fontFamily: theme.sans,
      color: theme.muted,
      margin: 8,
      formatter: (value: number) => words.number(value),
    },
    splitLine: { lineStyle: { color: theme.rule, width: 1 } },
  };
}

/** The line under columns that are drawn together, whose names are written beside it: ECharts would ask for each. */
export function timeLine(time: TimeAxis, theme: Theme): object {
  return {
    ...{ type: 'value', min: 0, max: time.names.length },
    axisLine: { show: true, lineStyle: { color: theme.baseline, width: 1 } },
    axisTick: { show: false },
    axisLabel: { show: false },
    splitLine: { show: false },
  };
}

/** The axis of time under columns; several plots may share the names under the lowest of them. */
export function bucketAxis(time: TimeAxis, named: boolean, theme: Theme): object {
  return {
    type: 'category',
    data: time.names.map((_, i) => String(i)),
    axisLine: { show: true, lineStyle: { color: theme.baseline, width: 1 } },
    // A name stands under the middle of its column; ticks would only add those that ECharts puts at either end.
    axisTick: { show: false },
    axisLabel: {
      show: named,
      interval: (i: number) => time.ticks.has(i),
      lineHeight: 15,
      fontSize: 12,
      fontFamily: theme.sans,
      color: theme.muted,
      margin: 8,
      formatter: (_: string, i: number) => time.ticks.get(i) ?? '',
    },
  };
}
