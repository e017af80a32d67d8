import { datasetFiles } from '@article21/model';
import type { SnapshotSource } from './loaded-snapshot.ts';

/** Where a snapshot keeps the folder of its dataset. */
const OWN = 'files/';

/**
 * The files of a snapshot that may be listed. The length and hash of a file with internal words would confirm a guess at
 * them, so a dataset with any internal source has only those listed that were made without: its own files are many
 * (tables that quote, copies under other names, links), and any of them may hold such words. Of a dataset without one those are
 * left out that are no part of it.
 */
export function shownFiles({
  manifest,
  catalogue,
}: Pick<SnapshotSource, 'manifest' | 'catalogue'>): SnapshotSource['manifest']['files'] {
  // A public edition holds other files, and answers for its snapshot.
  if (manifest.listed) return manifest.listed;
  const { sources } = catalogue;
  const isOwn = (path: string) => path.startsWith(OWN);
  if (sources.some(({ visibility }) => visibility === 'internal'))
    // The catalogue names the files of internal sources.
    return manifest.files.filter(({ path }) => !isOwn(path) && path !== 'catalogue.json');
  const known = datasetFiles({ tallies: manifest.tallies, sources });
  return manifest.files.filter(({ path }) => !isOwn(path) || known.has(path.slice(OWN.length)));
}
