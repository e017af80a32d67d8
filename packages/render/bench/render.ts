// Times the package against bare ECharts, and watches its memory. `--json` prints one JSON array instead of a table.
import { cpus } from 'node:os';
import { setImmediate as nextRequest } from 'node:timers/promises';
import { type EChartsCoreOption, init } from 'echarts/core';
import { createRenderer } from '../src/index.ts';
import { useModules } from '../src/vector.ts';
import { stacked } from '../test/options.ts';

const RUNS = 200;
const WARM = 60;
const RENDERS = 10_000;
const frame = {
  width: 1200,
  height: 630,
  title: 'Detentions by month',
  description: 'Detentions in eleven cities by month of 2012.',
  language: 'en',
};

interface Row {
  name: string;
  value: number;
  unit: 'ms' | '×' | 'MB';
}

function bare(option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: frame.width, height: frame.height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Medians of several things that take turns, so that what else the machine does falls on all of them alike. Each run is
 * a turn of the event loop, as each request is: ECharts lets go of a chart only when a timer of it has fired.
 */
async function medians(runs: readonly (() => unknown)[], count: number): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let i = -Math.min(WARM, count); i < count; i++) {
    for (const [k, run] of runs.entries()) {
      await nextRequest();
      const time = timed(run);
      if (i >= 0) times[k]?.push(time);
    }
  }
  return times.map((it) => it.sort((a, b) => a - b)[Math.floor(it.length / 2)] ?? Number.NaN);
}

/** Megabytes in use after each quarter of many renders, no two of the same words. */
async function memory(render: (option: EChartsCoreOption) => unknown): Promise<number[]> {
  const used: number[] = [];
  for (let i = 1; i <= RENDERS; i++) {
    await nextRequest();
    render({ ...small, title: { text: `Алматы ${i}` }, xAxis: { ...small.xAxis, data: [`қала ${i}`, 'b'] } });
    if (i % (RENDERS / 4) !== 0) continue;
    globalThis.gc?.();
    used.push(process.memoryUsage().rss / 2 ** 20);
  }
  return used;
}

const small = {
  grid: { left: 40, right: 10, top: 30, bottom: 30 },
  xAxis: { type: 'category' },
  yAxis: { type: 'value' },
  series: [{ type: 'bar', data: [3, 5], label: { show: true } }],
};

useModules();
const [alone = Number.NaN] = await medians([() => bare(stacked)], RUNS);
const renderer = createRenderer();
const [ours = Number.NaN, beside = Number.NaN] = await medians(
  [() => renderer.svg(stacked, frame), () => bare(stacked)],
  RUNS,
);
const svg = renderer.svg(stacked, frame);
const scales: Row[] = [];
for (const scale of [1, 2, 3] as const) {
  const [value = Number.NaN] = await medians([() => renderer.png(svg, { scale })], scale === 1 ? RUNS : 20);
  scales.push({ name: `PNG 1200 × 630 at ${scale}×`, value, unit: 'ms' });
}
const used = await memory((option) => renderer.svg(option, { ...frame, width: 300, height: 200 }));

const rows: Row[] = [
  { name: 'bare ECharts, before ours is loaded', value: alone, unit: 'ms' },
  { name: 'bare ECharts, taking turns with ours', value: beside, unit: 'ms' },
  { name: 'SVG', value: ours, unit: 'ms' },
  { name: 'SVG / bare, taking turns', value: ours / beside, unit: '×' },
  { name: 'SVG / bare before', value: ours / alone, unit: '×' },
  ...scales,
  ...used.map((value, i) => ({
    name: `memory after ${((i + 1) * RENDERS) / 4} SVGs`,
    value,
    unit: 'MB' as const,
  })),
];
const lines = rows.map(
  ({ name, value, unit }) => `${name.padEnd(40)} ${value.toFixed(3).padStart(9)} ${unit}`,
);
const text = [`${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}`, ...lines].join('\n');
process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(rows) : text}\n`);
