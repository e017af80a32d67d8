import { availableParallelism, cpus } from 'node:os';
import type { FirstLoad } from './first-load.ts';
import type { Visit } from './interactions.ts';

/** One dataset, measured. */
export interface Measured {
  name: string;
  loads: FirstLoad[];
  visit: Visit;
}

/** The measurements as a table for people. */
export function report(measured: readonly Measured[]): string[] {
  const head = ['', ...measured.map(({ name }) => name), 'at most'];
  const rows = lines.map(({ title, most, value }) => [title, ...measured.map(value), most]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown processor'}), milliseconds unless said otherwise`,
    ...[head, ...rows].map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')),
  ];
}

const lines: readonly { title: string; most: string; value(of: Measured): string }[] = [
  { title: 'presses', most: '', value: ({ visit }) => String(visit.presses.length) },
  { title: 'press to painted chart, p50', most: '', value: ({ visit }) => share(visit.presses, 0.5) },
  {
    title: 'press to painted chart, p95',
    most: '100, 100, 200',
    value: ({ visit }) => share(visit.presses, 0.95),
  },
  {
    title: 'press to ten years by day in eight cities, p50',
    most: '300',
    value: ({ visit }) => share(visit.days, 0.5),
  },
  { title: 'hovering: longest frame', most: '50', value: ({ visit }) => share(visit.frames, 1) },
  {
    title: 'layout shift, worst page',
    most: '0.02',
    value: ({ visit, loads }) => Math.max(...visit.shifts, ...loads.map(({ shift }) => shift)).toFixed(3),
  },
  {
    title: 'chart in the page at 1.6 Mbit/s, 150 ms: median',
    most: '2500',
    value: ({ loads }) =>
      share(
        loads.map(({ served }) => served),
        0.5,
      ),
  },
  {
    title: 'chart that can be pressed: median',
    most: '2500',
    value: ({ loads }) =>
      share(
        loads.map(({ chart }) => chart),
        0.5,
      ),
  },
  {
    title: '  slowest',
    most: '',
    value: ({ loads }) =>
      share(
        loads.map(({ chart }) => chart),
        1,
      ),
  },
  {
    title: 'kB JavaScript before it',
    most: '300',
    value: ({ loads }) =>
      share(
        loads.map(({ javascript }) => javascript / 1000),
        1,
      ),
  },
];

/** The value that this share of all does not exceed, rounded. */
function share(values: readonly number[], part: number): string {
  const ordered = [...values].sort((a, b) => a - b);
  const value = ordered[Math.max(0, Math.ceil(ordered.length * part) - 1)];
  return value === undefined ? 'none' : value.toFixed(0);
}
