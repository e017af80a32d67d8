import type { AskedSnapshot } from './served.ts';

/** The files of a snapshot that may be listed: the hash of a short internal text would confirm a guess at it. */
export function shownFiles({
  manifest,
  catalogue,
}: Pick<AskedSnapshot, 'manifest' | 'catalogue'>): AskedSnapshot['manifest']['files'] {
  const hidden = catalogue.sources
    .filter((it) => it.visibility === 'internal')
    .map((it) => `files/${it.file}`);
  return manifest.files.filter(({ path }) => !hidden.includes(path));
}
