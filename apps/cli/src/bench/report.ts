import { availableParallelism, cpus, totalmem } from 'node:os';
import { table } from '../output.ts';
import type { Build, Line } from './measure.ts';
import { questions } from './questions.ts';

/** The measurements as tables for people, with the machine they were made on. */
export function report(measured: readonly { build: Build; lines: readonly Line[] }[]): string[] {
  return [
    `Synthetic records; ${machine()}. Times are medians in milliseconds.`,
    ...questions.map(({ name, title }) => `${name}: ${title}`),
    '',
    ...table([
      ['question', 'records', 'cities', 'cube', 'cube p99', 'DuckDB', 'ratio', 'equal'],
      ...measured.flatMap(({ lines }) => lines.map(lineCells)),
    ]),
    '',
    ...table([
      [
        'records',
        'cities',
        'cells',
        'grouping',
        'cube',
        'first totals',
        'first days',
        'first grid',
        'cells MB',
        'cube MB',
      ],
      ...measured.map(({ build }) => buildCells(build)),
    ]),
  ];
}

function lineCells(line: Line): string[] {
  const { question, records, places, cube_ms, cube_p99_ms, duckdb_ms, ratio, equal } = line;
  const times = [cube_ms, cube_p99_ms, duckdb_ms].map(String);
  return [question, whole(records), whole(places), ...times, `${whole(ratio)} ×`, equal ? 'yes' : 'NO'];
}

function buildCells(build: Build): string[] {
  const { totals, days, grid } = build.firstMs;
  const times = [build.groupMs, build.buildMs, totals, days, grid].map((ms) => ms.toFixed(1));
  const sizes = [build.cellBytes, build.cubeBytes].map((bytes) => (bytes / 1e6).toFixed(1));
  return [whole(build.records), whole(build.places), whole(build.cells), ...times, ...sizes];
}

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores (${model}), ${memory} GiB, Node ${process.version.slice(1)}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
