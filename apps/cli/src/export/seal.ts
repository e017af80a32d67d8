import { printManifest, sealFiles } from '@article21/mirror/seal';
import type { Snapshot } from '@article21/store';
import type { NewFolder } from './folder.ts';

/** Lists every file that was written, with its length and hash. */
export async function writeManifest(folder: NewFolder, { id, manifest }: Snapshot): Promise<string> {
  const { title, version, synthetic } = manifest.meta;
  const data = printManifest({
    format: 1,
    kind: 'article21-mirror',
    snapshot: id,
    title,
    version,
    synthetic,
    records: manifest.records,
    files: [...folder.files],
  });
  await folder.beside({ path: sealFiles.manifest, data });
  return data;
}
