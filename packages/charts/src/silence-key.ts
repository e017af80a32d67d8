import type { ChartContext } from './chart.ts';
import type { Silence } from './coverage.ts';

/** How to read the cells without a record. */
export function silenceKey(silences: ReadonlySet<Silence>, context: ChartContext): string[] {
  const { legend } = context.words.drawing;
  const kinds = ['zero', 'unmonitored', 'blank'] as const;
  return kinds.filter((kind) => silences.has(kind)).map((kind) => legend[kind]);
}
