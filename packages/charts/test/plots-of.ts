import type { Drawing } from '../src/index.ts';

interface Series {
  silent?: boolean;
  data: { mark: number }[];
}

/** What a picture is made of, as ECharts is told. */
export function seriesOf(option: Drawing['option']): Series[] {
  return option.series as unknown as Series[];
}

/** The plots among it: no pointer reaches the others. */
export function plotsOf(option: Drawing['option']): Series[] {
  return seriesOf(option).filter(({ silent }) => silent !== true);
}
