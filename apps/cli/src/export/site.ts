import type { LoadedSnapshot } from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import type { SnapshotsAnswer } from '@article21/contract';
import type { Retraction } from '@article21/model';
import { snapshotFiles, summaryOf } from '@article21/static-site/write';
import type { Snapshot, Store } from '@article21/store';
import { counted } from '../output.ts';
import type { Progress } from '../progress.ts';
import type { Dashboard } from './assets.ts';
import { editionFiles } from './editions.ts';
import { type NewFolder, NO_JEKYLL } from './folder.ts';

export interface Site {
  store: Store;
  snapshot: Snapshot;
  dashboard: Dashboard;
  folder: NewFolder;
  progress: Progress;
  /** Where the mirror will stand, with a slash at its end; null where nobody said. */
  baseUrl: string | null;
}

/** Writes the site into a folder: program, pages, snapshot. */
export async function writeSite(site: Site): Promise<void> {
  const { loadSnapshot } = await import('@article21/answers');
  const loaded = await loadSnapshot(site.snapshot);
  site.progress.at(0, null, 'comparing with the snapshot before');
  const { toldRetractions } = await import('./tombstones.ts');
  const version = {
    loaded,
    summary: summaryOf(loaded),
    changes: await changesSinceBefore(site.store, loaded),
    retractions: toldRetractions(await site.store.retractions()),
  };
  await writeProgram(site, version);
  await writeSnapshot(site, version);
  for await (const file of editionFiles(site.store)) await site.folder.put(file);
}

/** The snapshot, as the API lists it, and what it changed. */
interface Version {
  loaded: LoadedSnapshot;
  summary: SnapshotsAnswer['snapshots'][number];
  changes: Changes;
  /** What was retracted before, the last first. */
  retractions: readonly Retraction[];
}

async function writeProgram({ dashboard, folder, progress, baseUrl }: Site, version: Version): Promise<void> {
  await folder.put({ path: NO_JEKYLL, data: '' });
  for (const path of dashboard.paths) await folder.put(await dashboard.read(path));
  // What draws is loaded for an export alone.
  const { staticSite } = await import('./static-site.ts');
  const tell = (done: number, total: number) => progress.at(done, total, `drawing ${counted(total, 'page')}`);
  for await (const file of staticSite({ html: dashboard.html, ...version, baseUrl, tell }))
    await folder.put(file);
}

async function writeSnapshot({ folder, progress }: Site, version: Version): Promise<void> {
  const { records } = version.summary;
  const tell = (n: number) => progress.at(n, records, `writing ${counted(records, 'record')}`);
  for await (const file of snapshotFiles({ ...version, tell })) await folder.put(file);
}

/** What changed, or why nobody can say: an older snapshot that is damaged must not keep a sound one from being mirrored. */
async function changesSinceBefore(store: Store, loaded: LoadedSnapshot): Promise<Changes> {
  const [{ loadSnapshot }, { changesFor, publishedBefore }, { isSnapshotDamaged }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/answers/changes'),
    import('@article21/store'),
  ]);
  const before = publishedBefore(loaded.id, await store.list());
  if (before === null) return changesFor(null, loaded);
  try {
    const snapshot = await store.open(before);
    try {
      return await changesFor(await loadSnapshot(snapshot), loaded);
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    if (!isSnapshotDamaged(error)) throw error;
    const message = `the snapshot before, ${before}, was damaged when this mirror was made`;
    return { refusal: { kind: 'unavailable', message } };
  }
}
