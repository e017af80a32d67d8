import type { Served } from '@article21/answers';
import { type Changes, changesFor, snapshotFiles } from '@article21/mirror/write';
import type { Snapshot, Store } from '@article21/store';
import { counted } from '../output.ts';
import type { Progress } from '../progress.ts';
import type { Dashboard } from './assets.ts';
import type { NewFolder } from './folder.ts';

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
  const { serve } = await import('@article21/answers');
  const served = await serve(site.snapshot);
  await writeProgram(site, served);
  await writeSnapshot(site, served);
}

async function writeProgram({ dashboard, folder, progress, baseUrl }: Site, served: Served): Promise<void> {
  for (const path of dashboard.paths) await folder.put(await dashboard.read(path));
  // What draws is loaded for an export alone.
  const { staticSite } = await import('./static-site.ts');
  const tell = (done: number, total: number) => progress.at(done, total, `drawing ${counted(total, 'page')}`);
  for await (const file of staticSite({ html: dashboard.html, served, baseUrl, tell }))
    await folder.put(file);
}

async function writeSnapshot({ store, snapshot, folder, progress }: Site, served: Served): Promise<void> {
  const { id, manifest } = snapshot;
  const { title, version, created, synthetic } = manifest.meta;
  progress.at(0, null, 'comparing with the snapshot before');
  const changes = await changesSinceBefore(store, served);
  const { records } = manifest;
  const tell = (n: number) => progress.at(n, records, `writing ${counted(records, 'record')}`);
  const summary = { id, title, version, created, synthetic, records };
  for await (const file of snapshotFiles({ served, summary, changes, tell })) await folder.put(file);
}

/** What changed, or why nobody can say: an older snapshot that is damaged must not keep a sound one from being mirrored. */
async function changesSinceBefore(store: Store, served: Served): Promise<Changes> {
  const [{ serve }, { publishedBefore }, { isSnapshotDamaged }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/answers/changes'),
    import('@article21/store'),
  ]);
  const before = publishedBefore(served.id, await store.list());
  if (before === null) return changesFor(served, null);
  try {
    const snapshot = await store.open(before);
    try {
      return await changesFor(served, await serve(snapshot));
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    if (!isSnapshotDamaged(error)) throw error;
    const message = `the snapshot before, ${before}, was damaged when this mirror was made`;
    return { refusal: { kind: 'unavailable', message } };
  }
}
