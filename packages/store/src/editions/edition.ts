import { snapshotId } from '../snapshots/folder.ts';
import { type Manifest, parseManifest, printManifest } from '../snapshots/manifest.ts';
import { type EditionFile, MOST_PIECE, PIECE, piecesOf } from './pieces.ts';

/** Signed by whoever publishes: which snapshot is served, and the hash of the list of all there are. */
export const STATEMENT = 'current.minisig';

/** A public edition of somebody else's snapshot. */
export interface Edition {
  id: string;
  /** The name of its dataset. */
  dataset: string;
  records: number;
  files: readonly EditionFile[];
}

/** The files that an edition may have, and so the only paths that are written for it. */
const knownPath =
  /^(?:records\.[a-z]+|cells\.bin|catalogue\.json|outlines\.json|texts\/[\w-][\w.~-]*\.txt|tables\/[\w-][\w.~-]*\/(?:head|\d+)\.json)$/;

/** Reads the manifest of a public edition. Throws one sentence on what is none. */
export function readEdition(bytes: Uint8Array): Edition {
  const { id, meta, records, files } = editionManifest(bytes);
  return { id, dataset: meta.name, records, files };
}

/** The same, whole. */
export function editionManifest(bytes: Uint8Array): Manifest {
  const { manifest, problem } = parseManifest(Buffer.from(bytes));
  if (!manifest) throw new Error(`the manifest of an edition ${problem}`);
  const wrong = (what: string) => new Error(`the manifest of edition ${manifest.id} ${what}`);
  if (manifest.format !== 3) throw wrong('is that of a snapshot, which is not for others');
  if (snapshotId(manifest.meta.created, manifest.contentHash) !== manifest.id)
    throw wrong('has an id that is not that of its content hash');
  if (printManifest(manifest) !== Buffer.from(bytes).toString())
    throw wrong('is of a later version of the program');
  for (const file of manifest.files) {
    const pieces = piecesOf(file).length;
    const isOdd = pieces === 1 ? file.bytes > MOST_PIECE : pieces !== Math.ceil(file.bytes / PIECE);
    if (!knownPath.test(file.path) || isOdd)
      throw wrong(`lists what no edition has: ${file.path.slice(0, 100)}`);
  }
  return manifest;
}
