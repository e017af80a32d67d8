import {
  type CellSources,
  type Cells,
  type ChartQuery,
  cellColumns,
  createCells,
  filterDigits,
  orUnstated as filtersOrUnstated,
  keepRecent,
} from '@article21/model';
import { buildCube, type Cube } from './cube.ts';

/** So many cubes are kept for each: a page asks several questions of the same filter. */
const KEPT = 8;
/**
 * Where they have more cells together than the whole: one question needs two, and whoever asks by one filter after another
 * must not fill the memory.
 */
const KEPT_OF_LARGE = 2;
const kept = new WeakMap<Cube, Map<string, Cube>>();

/**
 * The cube of the cells that a query's filter of attributes leaves, and the cube itself where it has none. All that is asked
 * of it is then asked of these alone. Made in time that grows with the cells when it is first asked for, and kept.
 * Throws on an attribute or a value that the vocabulary does not have.
 */
export function narrowed(cube: Cube, query: Filtered): Cube {
  const { attribute } = query;
  if (attribute.length === 0) return cube;
  const known = kept.get(cube) ?? new Map<string, Cube>();
  kept.set(cube, known);
  const key = attribute.join();
  const found = known.get(key) ?? buildCube(cellsOf(cube.cells, attribute), cube.tree);
  return keepRecent(known, key, found, (all) => {
    const cells = [...all.values()].reduce((sum, it) => sum + it.cells.place.length, 0);
    return all.size > (cells > cube.cells.place.length ? KEPT_OF_LARGE : KEPT);
  });
}

/** How many cells are read and ordered before a query can be answered: none once its narrowed cubes are kept. */
export function cellsToNarrow(cube: Cube, query: Filtered): number {
  const missing = [query, orUnstated(query)].filter((it) => !isReady(cube, it));
  return missing.length * cube.cells.place.length;
}

/** Whether `narrowed` has nothing to make. */
export function isReady(cube: Cube, { attribute }: Filtered): boolean {
  return attribute.length === 0 || (kept.get(cube)?.has(attribute.join()) ?? false);
}

type Filtered = Pick<ChartQuery, 'attribute'>;

/** A query for what is asked for, and for what does not state an asked attribute and so may be meant. */
export function orUnstated({ attribute }: Filtered): Filtered {
  return { attribute: filtersOrUnstated(attribute) };
}

/** Which cells a filter of attributes leaves, told by their row. Throws as `narrowed` does. */
export function leftBy(
  { combination, vocabulary }: Cells,
  attribute: readonly string[],
): (row: number) => boolean {
  if (attribute.length === 0) return () => true;
  const digits = filterDigits(attribute, vocabulary.attributes);
  // There are far fewer combinations than cells.
  const decided = new Map<number, boolean>();
  return (row) => {
    const of = combination[row] as number;
    const known = decided.get(of);
    if (known !== undefined) return known;
    const isLeft = digits.every(({ unit, base, digits }) => digits.includes(Math.floor(of / unit) % base));
    decided.set(of, isLeft);
    return isLeft;
  };
}

function cellsOf(cells: Cells, attribute: readonly string[]): Cells {
  const isLeft = leftBy(cells, attribute);
  const left = [...cells.place.keys()].filter(isLeft);
  const some = createCells(cells.places, left.length, cells.vocabulary);
  for (const name of cellColumns)
    left.forEach((row, i) => {
      some[name][i] = cells[name][row] as number;
    });
  return { ...some, measures: cells.measures, sources: cells.sources && sourcesOf(cells.sources, left) };
}

function sourcesOf({ ids, starts, source }: CellSources, left: readonly number[]): CellSources {
  const ends = new Uint32Array(left.length + 1);
  left.forEach((row, i) => {
    ends[i + 1] = (ends[i] as number) + (starts[row + 1] as number) - (starts[row] as number);
  });
  const some = new Uint32Array(ends[left.length] as number);
  left.forEach((row, i) => {
    some.set(source.subarray(starts[row], starts[row + 1]), ends[i]);
  });
  return { ids, starts: ends, source: some };
}
