import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Issue, Tally } from '@article21/model';
import { type Built, build, type PublishProgress, type ReadDataset } from './build.ts';
import { change } from './change.ts';
import { walk } from './fingerprint.ts';
import type { Folder } from './folder.ts';
import { holdsManifest, type Manifest, manifestBytes } from './manifest.ts';
import { publishedIn } from './published.ts';
import { whenRecovered } from './recover.ts';
import { compare } from './verify.ts';

export interface PublishOptions {
  /** Who publishes; for the log. Default: the user of this machine. */
  by?: string;
  note?: string;
  onProgress?: (progress: PublishProgress) => void;
}

export type PublishResult =
  | { ok: true; id: string; alreadyPublished: boolean; tallies: readonly Tally[] }
  | { ok: false; issues: readonly Issue[] };

/**
 * Publishes the dataset in a folder and serves it from then on. Readers see the snapshot before or this one, never a
 * mixture; with any issue, or any failure before the swap, nothing changes. The same files again are the same
 * snapshot, which is then served again.
 */
export function publish(
  folder: Folder,
  sourceDir: string,
  read: ReadDataset,
  options: PublishOptions = {},
): Promise<PublishResult> {
  return whenRecovered(folder, async () => {
    const temporary = join(folder.snapshots, `tmp-${randomUUID()}`);
    await folder.fs.makeFolder(temporary);
    let built: Built;
    try {
      const report = (stage: PublishProgress['stage'], records: number) =>
        options.onProgress?.({ stage, records });
      built = await build({ ...folder, published: publishedIn(folder) }, temporary, {
        sourceDir,
        read,
        report,
      });
      if (built.ok && !built.alreadyPublished) await makeFinal(folder, temporary, built.manifest);
    } catch (error) {
      await folder.fs.remove(temporary).catch(() => {
        // The first error is the one to report; the next publish or recover() removes the folder.
      });
      throw error;
    }
    await folder.fs.remove(temporary);
    return built.ok ? serve(folder, built.manifest, built.alreadyPublished, options) : built;
  });
}

/** Puts the snapshot in a folder on the disk, with a manifest of these bytes, reads it back, and gives it its name. */
export async function makeFinal(
  folder: Folder,
  root: string,
  manifest: Manifest,
  bytes: Uint8Array = manifestBytes(manifest),
): Promise<void> {
  const { fs, snapshots } = folder;
  await fs.write(join(root, 'manifest.json'), bytes);
  const { files, folders } = await walk(fs, root);
  for (const path of files) await fs.sync(join(root, path));
  for (const path of folders) await fs.sync(join(root, path));
  const [problem] = await compare(folder, root, manifest);
  if (problem) throw new Error(`${problem.file} ${problem.problem} on reading it back; check the disk`);
  if (!(await holdsManifest(fs, root, bytes)))
    throw new Error('manifest.json is not what was written on reading it back; check the disk');
  await fs.rename(root, join(snapshots, manifest.id));
  folder.seals.set(manifest.id, manifest.seal);
  await fs.sync(snapshots);
}

async function serve(
  folder: Folder,
  manifest: Manifest,
  alreadyPublished: boolean,
  { by, note }: PublishOptions,
): Promise<PublishResult> {
  // Also when it is served already: an earlier publication may have failed before its last steps were on the disk.
  await change(folder, manifest, { what: 'published', by, note });
  return { ok: true, id: manifest.id, alreadyPublished, tallies: manifest.tallies };
}
