import type { CallOptions, Client, CountsAnswer } from '@article21/contract/client';
import { AT_HAND } from '@article21/mirror/at-hand';
import type { ChartQuery } from '@article21/model';

/** A small snapshot, counted in the browser: a choice needs no network between it and its chart. */
export interface AtHand {
  /** Brings a snapshot, if it is small enough. Where it cannot come, the API goes on answering. */
  bring(snapshot: { id: string; records: number }): Promise<void>;
  /** Whether the snapshot that a query means is at hand. */
  holds(query: ChartQuery): boolean;
  /** The counts, if the snapshot that is meant is at hand; else null, and the API is to be asked. */
  counts(query: ChartQuery, options?: CallOptions): Promise<CountsAnswer> | null;
  /** Tells which snapshot the API takes for the current one. Whether that is at hand. */
  note(current: string): boolean;
}

/** Nothing is at hand until it is brought; `load` brings the program that answers from a snapshot's files. */
export function createAtHand(load: (id: string) => Promise<Pick<Client, 'counts'>>): AtHand {
  let held: { id: string; counts: Client['counts'] } | null = null;
  let current: string | null = null;
  let coming: string | null = null;
  const heldFor = ({ snapshot }: ChartQuery) => (held && (snapshot ?? current) === held.id ? held : null);
  return {
    holds: (query) => heldFor(query) !== null,
    bring: async ({ id, records }) => {
      if (records > AT_HAND || id === held?.id || id === coming) return;
      coming = id;
      try {
        const { counts } = await load(id);
        // It is at hand when it has answered once; what answers first is slow besides.
        await counts({ snapshot: id });
        if (coming !== id) return;
        held = { id, counts };
        performance.mark('at hand', { detail: id });
      } catch {
        // Nobody waits for it: every question is still answered by the API, which says what is wrong.
      } finally {
        if (coming === id) coming = null;
      }
    },
    counts: (query, options) => heldFor(query)?.counts(query, options) ?? null,
    note: (id) => {
      current = id;
      return id === held?.id;
    },
  };
}
