import {
  askedDigits,
  type CellSources,
  type Cells,
  type ChartQuery,
  cellColumns,
  createCells,
  orUnstated as filtersOrUnstated,
} from '@article21/model';
import { buildCube, type Cube } from './cube.ts';

/** So many cubes are kept for each: a page asks several questions of the same filter. */
const KEPT = 8;
const kept = new WeakMap<Cube, Map<string, Cube>>();

/**
 * The cube of the cells that a query's filter of attributes leaves, and the cube itself where it has none. All that is asked
 * of it is then asked of these alone. Made in time that grows with the cells when it is first asked for, and kept.
 * Throws on an attribute or a value that the vocabulary does not have.
 */
export function narrowed(cube: Cube, { attribute }: Pick<ChartQuery, 'attribute'>): Cube {
  if (attribute.length === 0) return cube;
  const known = kept.get(cube) ?? new Map<string, Cube>();
  kept.set(cube, known);
  const key = attribute.join();
  const found = known.get(key) ?? buildCube(cellsOf(cube.cells, attribute), cube.tree);
  // The newest are last: a Map keeps the order of insertion.
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}

/** A query for what is asked for, and for what does not state an asked attribute and so may be meant. */
export function orUnstated({ attribute }: Pick<ChartQuery, 'attribute'>): Pick<ChartQuery, 'attribute'> {
  return { attribute: filtersOrUnstated(attribute) };
}

function cellsOf(cells: Cells, attribute: readonly string[]): Cells {
  const asked = askedDigits(attribute, cells.vocabulary.attributes);
  const isAsked = (combination: number) =>
    asked.every(({ unit, base, digits }) => digits.includes(Math.floor(combination / unit) % base));
  // There are far fewer combinations than cells.
  const decided = new Map<number, boolean>();
  const left: number[] = [];
  for (const [row, combination] of cells.combination.entries()) {
    const isLeft = decided.get(combination) ?? isAsked(combination);
    decided.set(combination, isLeft);
    if (isLeft) left.push(row);
  }
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
