import type { SnapshotSource } from './loaded-snapshot.ts';

/**
 * The files of a snapshot that may be listed. The length and hash of a file with internal words would confirm a guess at
 * them, so a dataset with any internal source has only those listed that were made without: its own files are many
 * (tables that quote, copies under other names, links), and any of them may hold such words.
 */
export function shownFiles({
  manifest,
  catalogue,
}: Pick<SnapshotSource, 'manifest' | 'catalogue'>): SnapshotSource['manifest']['files'] {
  // A public edition holds other files, and answers for its snapshot.
  if (manifest.listed) return manifest.listed;
  if (!catalogue.sources.some(({ visibility }) => visibility === 'internal')) return manifest.files;
  // The catalogue names the files of internal sources.
  const isMade = (path: string) => !path.startsWith('files/') && path !== 'catalogue.json';
  return manifest.files.filter(({ path }) => isMade(path));
}
