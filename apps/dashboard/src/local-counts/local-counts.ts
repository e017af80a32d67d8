import type { CallOptions, Client, CountsAnswer } from '@article21/contract/client';
import { LOCAL_COUNTS_LIMIT } from '@article21/contract/local-counts';
import type { ChartQuery } from '@article21/model';

/** Counts a small snapshot in the browser, so that a new choice needs no request. */
export interface LocalCounts {
  /** Loads a snapshot if it has at most `LOCAL_COUNTS_LIMIT` records. If loading fails, the API answers as before. */
  load(snapshot: { id: string; records: number }): Promise<void>;
  /** Whether the snapshot of a query is loaded. */
  has(query: ChartQuery): boolean;
  /** The counts if the snapshot of the query is loaded, else null. */
  counts(query: ChartQuery, options?: CallOptions): Promise<CountsAnswer> | null;
  /** Sets which snapshot is the current one, by an answer of the API. Returns whether it is the loaded one. */
  setCurrent(id: string): boolean;
}

/** Nothing is loaded at first. `openSnapshot` loads the code and the files of a snapshot. */
export function createLocalCounts(
  openSnapshot: (id: string) => Promise<Pick<Client, 'counts'>>,
): LocalCounts {
  let loaded: { id: string; counts: Client['counts'] } | null = null;
  let current: string | null = null;
  let loading: string | null = null;
  const loadedFor = ({ snapshot }: ChartQuery) =>
    loaded && (snapshot ?? current) === loaded.id ? loaded : null;
  return {
    has: (query) => loadedFor(query) !== null,
    load: async ({ id, records }) => {
      if (records > LOCAL_COUNTS_LIMIT || id === loaded?.id || id === loading) return;
      loading = id;
      try {
        const { counts } = await openSnapshot(id);
        // The first answer is slow (cold code), and shows that the files can be read.
        await counts({ snapshot: id });
        if (loading !== id) return;
        loaded = { id, counts };
        performance.mark('local counts', { detail: id });
      } catch {
        // Local counts are an addition: the API still answers every query, and reports what is wrong.
      } finally {
        if (loading === id) loading = null;
      }
    },
    counts: (query, options) => loadedFor(query)?.counts(query, options) ?? null,
    setCurrent: (id) => {
      current = id;
      return id === loaded?.id;
    },
  };
}
