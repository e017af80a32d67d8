import { createHash } from 'node:crypto';
import type { SnapshotSummary, Store } from '@article21/store';
import type { Snapshots } from './snapshots.ts';

/** The snapshots that are published. */
export interface Versions {
  list(): Promise<VersionList>;
}

export interface VersionList {
  /** The id of the one that is served. */
  current: string;
  /** Newest first. */
  versions: readonly SnapshotSummary[];
  /** Of another list it is another text. */
  fingerprint: string;
}

interface Known {
  /** What stands in the folder, also what cannot be read. */
  ids: string;
  at: number;
  isComplete: boolean;
  summaries: readonly SnapshotSummary[];
  fingerprint: string;
}

/** In milliseconds: after that, it is looked whether what could not be read has been mended. */
const RETRY_AFTER_MS = 5_000;

/**
 * Reads the manifests when there are other snapshots than before, and not at each request: those of a snapshot never
 * change. Who asks meanwhile waits for the same.
 */
export function createVersions(
  store: Pick<Store, 'ids' | 'list'>,
  { snapshots, now }: { snapshots: Pick<Snapshots, 'current'>; now(): number },
): Versions {
  let known: Known | null = null;
  let reading: Promise<Known> | null = null;

  async function read(): Promise<Known> {
    const found = await store.ids();
    const ids = found.join();
    const isKnown = known?.ids === ids && (known.isComplete || now() - known.at < RETRY_AFTER_MS);
    if (known && isKnown) return known;
    const summaries = await store.list();
    const hash = createHash('sha256').update(summaries.map(({ id }) => id).join());
    known = {
      ids,
      at: now(),
      isComplete: summaries.length === found.length,
      summaries,
      fingerprint: hash.digest('base64url'),
    };
    return known;
  }

  return {
    async list() {
      const current = await snapshots.current();
      reading ??= read().finally(() => {
        reading = null;
      });
      const { summaries, fingerprint } = await reading;
      const versions = summaries.map((it) => ({ ...it, current: it.id === current }));
      return { current, versions, fingerprint: `${current} ${fingerprint}` };
    },
  };
}
