import type { CountsRead } from '@article21/contract/client';
import type { ChartQuery } from '@article21/model';

/** What a reader seems about to choose, and its counts. */
export interface Meant {
  query: ChartQuery;
  counts: CountsRead;
}

const listeners = new Set<(meant: Meant) => void>();

/** Hears of what readers seem about to choose once its counts are there. Answers how to hear no more. */
export function hearOfMeant(listener: (meant: Meant) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells it when the browser has done what waits: whoever has chosen it by now comes first. */
export function tellOfMeant(meant: Meant): void {
  setTimeout(() => {
    for (const listener of listeners) listener(meant);
  });
}
