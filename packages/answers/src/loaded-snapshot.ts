import { buildCube, type Cube } from '@article21/cube';
import { createPlaceTree, type PlaceTree, type Vocabulary } from '@article21/model';
import type { Manifest, Snapshot } from '@article21/store';
import { type Extent, extentOf } from './extent.ts';

/**
 * What is asked of a published snapshot. The store's own is one; another may read the same files from elsewhere.
 * Its records are whole: what may not be shown is withheld when they are answered.
 */
export interface SnapshotSource
  extends Pick<
    Snapshot,
    | 'id'
    | 'catalogue'
    | 'cells'
    | 'outlines'
    | 'records'
    | 'record'
    | 'text'
    | 'table'
    | 'tablePart'
    | 'parquet'
  > {
  readonly manifest: Pick<Manifest, 'records' | 'recordsFile' | 'files' | 'listed' | 'tallies'>;
}

/** A snapshot loaded for queries: its cells in a cube, its places in a tree. */
export interface LoadedSnapshot {
  id: string;
  snapshot: SnapshotSource;
  /** Its kinds, measures and attributes. */
  vocabulary: Vocabulary;
  cube: Cube;
  tree: PlaceTree;
  placeIds: readonly string[];
  extent: Extent;
}

/**
 * Makes a snapshot ready. Throws what reading its cells throws. Other work of the thread goes on between the steps: each
 * takes tens of milliseconds where there are thousands of places, and anybody may ask for any earlier snapshot.
 * `mostToCount`: of its cube.
 */
export async function loadSnapshot(snapshot: SnapshotSource, mostToCount?: number): Promise<LoadedSnapshot> {
  const tree = createPlaceTree(snapshot.catalogue.places);
  const cells = await snapshot.cells();
  await otherWork();
  const cube = buildCube(cells, tree, mostToCount);
  await otherWork();
  const extent = extentOf(cube);
  const placeIds = tree.places.map((place) => place.id);
  return { id: snapshot.id, snapshot, vocabulary: cells.vocabulary, cube, tree, placeIds, extent };
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
