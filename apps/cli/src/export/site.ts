import type { LoadedSnapshot } from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import type { SnapshotsAnswer } from '@article21/contract';
import type { Retraction } from '@article21/model';
import { type MirrorFile, snapshotFiles, summaryOf } from '@article21/static-site/write';
import { piecesOf, readEdition, type Snapshot, type Store } from '@article21/store';
import { readEditionList } from '../editions/list.ts';
import { readStatement } from '../editions/statement.ts';
import { counted } from '../output.ts';
import type { Progress } from '../progress.ts';
import type { Dashboard } from './assets.ts';
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
  const { publishedRetractions } = await import('./tombstones.ts');
  const version = {
    loaded,
    summary: summaryOf(loaded),
    changes: await changesSinceBefore(site.store, loaded),
    retractions: publishedRetractions(await site.store.retractions()),
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

/**
 * What those who follow a mirror ask for, at the addresses that a server has it at; nothing where nobody signed anything, and nothing
 * of what was retracted since.
 */
export async function* editionFiles({
  editions,
  retractions,
}: Pick<Store, 'editions' | 'retractions'>): AsyncGenerator<MirrorFile> {
  const text = await editions.statement();
  if (text === null) return;
  const written = new Set<string>();
  async function* piece(hash: string): AsyncGenerator<MirrorFile, Uint8Array> {
    const data = await editions.piece(hash);
    if (!(data instanceof Uint8Array))
      throw new Error(
        `a piece of the public editions is ${data ?? 'missing'}, ${hash}: publish again with --sign, which makes it anew`,
      );
    // Editions share what has not changed between them.
    if (!written.has(hash)) yield { path: `editions/pieces/${hash}`, data };
    written.add(hash);
    return data;
  }
  const list = readEditionList(yield* piece(readStatement(text).list));
  const retracted = await retractions();
  for (const { id, manifest } of list.editions) {
    if (retracted.has(id)) continue;
    for (const file of readEdition(yield* piece(manifest)).files)
      for (const hash of piecesOf(file)) yield* piece(hash);
  }
  yield { path: 'editions/current.minisig', data: text };
}
