import { isSnapshotId } from '@article21/model';
import { isSnapshotDamaged, snapshotMissing } from '../snapshots/errors.ts';
import { createInspect } from '../snapshots/inspect.ts';
import { type Inspected, inspectManifest, type Manifest, shownManifest } from '../snapshots/manifest.ts';
import { open, type Snapshot } from '../snapshots/open.ts';
import type { VerifyReport } from '../snapshots/verify.ts';
import type { Cache } from './cache.ts';

/** Snapshots of a database, read from the files on this machine; those that are not what was published are fetched anew. */
export interface LocalSnapshots {
  inspectManifest(id: string): Promise<Inspected>;
  /** Without its salt. */
  manifest(id: string): Promise<Manifest>;
  open(id: string): Promise<Snapshot>;
  inspect(id: string): Promise<VerifyReport>;
}

/**
 * `isKnown` says whether there is a snapshot, as far as that is known: ids that nobody published must not reach the database. It
 * throws a `SnapshotRetracted` on one that was.
 */
export function localSnapshots(
  { folder, bring, mend }: Cache,
  isKnown: (id: string) => Promise<boolean>,
): LocalSnapshots {
  const look = createInspect(folder);

  async function localManifest(id: string): Promise<Inspected> {
    await requireThere(id);
    const inspected = await inspectManifest(folder, id);
    return !inspected.manifest && (await mend(id)) ? inspectManifest(folder, id) : inspected;
  }

  async function requireThere(id: string): Promise<void> {
    if (!isSnapshotId(id) || !(await isKnown(id))) throw snapshotMissing(id);
  }

  /** Does something again with files fetched anew, where those on this machine are not what was published. */
  async function healed<T>(id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isSnapshotDamaged(error) || !(await mend(id))) throw error;
      return work();
    }
  }

  async function opened(id: string): Promise<Snapshot> {
    await requireThere(id);
    const snapshot = await healed(id, () => open(folder, id));
    return {
      ...snapshot,
      cells: () => healed(id, snapshot.cells),
      outlines: () => healed(id, snapshot.outlines),
      records: (filter) => healed(id, () => snapshot.records(filter)),
      record: (recordId) => healed(id, () => snapshot.record(recordId)),
      text: (sourceId) => healed(id, () => snapshot.text(sourceId)),
      table: (sourceId) => healed(id, () => snapshot.table(sourceId)),
      tablePart: (sourceId, part) => healed(id, () => snapshot.tablePart(sourceId, part)),
    };
  }

  async function inspected(id: string): Promise<VerifyReport> {
    await requireThere(id);
    await bring(id);
    const report = await look(id);
    if (report.ok || !(await mend(id))) return report;
    await bring(id);
    return look(id);
  }

  return {
    inspectManifest: localManifest,
    manifest: async (id) => {
      await requireThere(id);
      return healed(id, () => shownManifest(folder, id));
    },
    open: opened,
    inspect: inspected,
  };
}
