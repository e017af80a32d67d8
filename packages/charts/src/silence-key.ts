import type { Silence } from './coverage.ts';
import type { Plot } from './plot.ts';

/** How to read the cells without a record. */
export function silenceKey(silences: ReadonlySet<Silence>, plot: Plot): string[] {
  const { legend } = plot.words.drawing;
  const kinds = ['zero', 'unmonitored', 'blank'] as const;
  return kinds.filter((kind) => silences.has(kind)).map((kind) => legend[kind]);
}
