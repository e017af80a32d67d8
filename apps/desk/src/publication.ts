import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '@article21/import';
import { hasPolicy, readDataset, writePublicEdition } from '@article21/ingest';
import { words } from '@article21/messages';
import type { Issue, Warning } from '@article21/model';
import { createUndrawable } from '@article21/render';
import {
  type Manifest,
  openStoreAt,
  type PublishOptions,
  type SnapshotSummary,
  type Store,
} from '@article21/store';

/** What publishing the folder would do, or why it cannot be published. */
export type Trial<T> =
  | { ok: true; files: string; warnings: readonly Warning[]; content: string; result: T }
  | { ok: false; issues: readonly Issue[] };

/** What became of a publication; `stale` where the folder is not what was looked at. */
export type Published =
  | { is: 'published'; id: string }
  | { is: 'stale' }
  | { is: 'other' }
  | { is: 'unsound'; issues: readonly Issue[] };

/**
 * Publishes the folder into a store of its own, which goes with the work, and has `inspect` look at the snapshot there: so what is
 * shown before publishing is what is published, also where a policy leaves things out.
 */
export async function tryPublication<T>(
  folder: string,
  secret: string | undefined,
  inspect: (trial: Store, id: string) => Promise<T>,
): Promise<Trial<T>> {
  return withScratch(folder, async (scratch) => {
    const publishable = await publishableIn(folder, join(scratch, 'edition'), secret);
    if (!publishable.ok) return publishable;
    const trial = openStoreAt({ dataDir: join(scratch, 'data') });
    const reading = createReader();
    const result = await trial.publish(publishable.folder, reading.read);
    if (!result.ok) return { ok: false, issues: result.issues };
    const files = filesIn(await trial.manifest(result.id));
    const inspection = await inspect(trial, result.id);
    return { ok: true, files, warnings: reading.warnings(), content: reading.seen(), result: inspection };
  });
}

/**
 * Publishes the folder where it and what is served are still what was `seen` (see `shownOf`), and in the place of another
 * dataset only where that is wanted.
 */
export async function publishFolder(
  folder: string,
  store: Store,
  {
    seen,
    replaces,
    secret,
    ...options
  }: { seen: string; replaces: boolean; secret: string | undefined } & PublishOptions,
): Promise<Published> {
  return withScratch(folder, async (scratch): Promise<Published> => {
    const publishable = await publishableIn(folder, join(scratch, 'edition'), secret);
    if (!publishable.ok) return { is: 'unsound', issues: publishable.issues };
    const reading = createReader();
    let stopped: Published | null = null;
    const read = async (copy: string) => {
      const outcome = await reading.read(copy);
      if (!outcome.ok) return outcome;
      const { meta } = outcome.reading;
      const served = (await store.list()).find(({ current }) => current);
      if (shownOf(reading.seen(), served ?? null) !== seen) stopped = { is: 'stale' };
      else if (served && served.name !== meta.name && !replaces) stopped = { is: 'other' };
      return stopped === null ? outcome : { issues: [] };
    };
    const result = await store.publish(publishable.folder, read, options);
    if (stopped !== null) return stopped;
    return result.ok ? { is: 'published', id: result.id } : { is: 'unsound', issues: result.issues };
  });
}

/** What was shown before publishing, as a text to compare: what the folder held, and what was served. */
export function shownOf(content: string, served: Pick<SnapshotSummary, 'id'> | null): string {
  return `${content} ${served?.id ?? 'nothing'}`;
}

/** The files of a dataset that a snapshot is of, and their hashes, as a text to compare. */
export function filesIn({ files }: Pick<Manifest, 'files'>): string {
  const own = files.filter(({ path }) => path.startsWith('files/'));
  return JSON.stringify(own.map(({ path, sha256 }) => [path, sha256]).sort());
}

/** Reads a copy of the dataset, and remembers what it held and what it was warned of. */
function createReader() {
  let seen = '';
  let warnings = (): readonly Warning[] => [];
  return {
    async read(copy: string) {
      seen = await contentOf(copy);
      const outcome = await readDataset(copy, { undrawable: createUndrawable() });
      if (outcome.ok) warnings = () => outcome.reading.found().warnings;
      return outcome;
    },
    seen: () => seen,
    warnings: () => warnings(),
  };
}

/** All that a folder holds, as a hash. */
async function contentOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  for (const file of files.sort()) {
    hash.update(`${file.slice(folder.length)}\n${await hashOf(file)}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/** What of a dataset is published: the folder itself, or what its policy makes of it. */
async function publishableIn(
  folder: string,
  edition: string,
  secret: string | undefined,
): Promise<{ ok: true; folder: string } | { ok: false; issues: readonly Issue[] }> {
  if (!(await hasPolicy(folder))) return { ok: true, folder };
  await mkdir(edition, { mode: 0o700 });
  const written = await writePublicEdition(edition, () => readDataset(folder), {
    title: (language) => words(language).ui.evidence.protectedSource,
    secret,
  });
  return written.ok ? { ok: true, folder: edition } : { ok: false, issues: written.found.issues };
}

const SCRATCH = '.trial-';

/** Works with a folder that nobody else can read, where the tables wait: it may hold words of internal sources. */
export async function withScratch<T>(folder: string, work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = join(`${folder}.desk`, `${SCRATCH}${process.pid}-${randomUUID()}`);
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Removes what a desk that was killed has left: before this one begins, so that what is of its own process id is of an earlier one. */
export async function clearScratch(folder: string): Promise<void> {
  const root = `${folder}.desk`;
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  for (const name of names) {
    const pid = Number(/^\.(?:trial|new)-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isInteger(pid) && (pid === process.pid || !isRunning(pid)))
      await rm(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
