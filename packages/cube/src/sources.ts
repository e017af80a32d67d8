import {
  type Cells,
  type ChartQuery,
  type Counts,
  cellBases,
  type DaySpan,
  OPEN_START,
} from '@article21/model';
import { rankOf } from './calendar.ts';
import { type Cube, measureOf } from './cube.ts';
import { narrowed, orUnstated } from './narrowed.ts';
import { type Selection, select } from './selection.ts';
import { EVERY_PHASE } from './series.ts';

/**
 * The ids of the sources that state what an answer counts, or what is said beside it: what reaches over an edge of the
 * period, what may concern the asked places, what the other basis has. In the order of their ids. Null where cells do
 * not tell it, as in a snapshot published before they did. The cost grows with the sources; where many cells are asked for
 * the first time, also with them. Throws on a place that the cube's tree does not have.
 */
export function sourcesOf(
  whole: Cube,
  query: ChartQuery,
  { totals }: Pick<Counts, 'totals'>,
): string[] | null {
  // What may be meant is said beside the number.
  const cube = narrowed(whole, orUnstated(query));
  const { sources } = cube.cells;
  if (!sources) return null;
  const selection = select(cube, query);
  const cited = new Uint8Array(sources.ids.length);
  // However they are grouped, the same places are asked for.
  const own = select(cube, { ...query, by: [] }).nodes;
  for (const measure of selection.measures) {
    mark(cited, { cube, selection }, measure, [...own, ...selection.above]);
    if (totals.some((it) => it.measure === measureOf(cube, measure).id)) continue;
    const other = { ...selection, basis: cellBases.length - 1 - selection.basis };
    mark(cited, { cube, selection: other }, measure, own);
  }
  return sources.ids.filter((_, index) => cited[index] === 1);
}

/** Marks the sources of the cells of some nodes that share a day with the asked period. */
function mark(
  cited: Uint8Array,
  { cube, selection }: { cube: Cube; selection: Selection },
  measure: number,
  nodes: readonly number[],
): void {
  const { basis, phases } = selection;
  for (const node of nodes)
    for (const phase of phases)
      for (const { source, spans } of keptCitations(cube, { node, measure, basis, phase }))
        if (cited[source] === 0 && meets(spans, selection)) cited[source] = 1;
}

/** The days that cells with a source are about, as [from, to, from, to, …]: ascending, and no two spans touch. */
interface Citations {
  readonly source: number;
  readonly spans: number[];
}

interface Choice {
  readonly node: number;
  readonly measure: number;
  readonly basis: number;
  readonly phase: number;
}

const kept = new WeakMap<Cells, Map<string, readonly Citations[]>>();

/** What each source of some cells is cited for: made when it is first asked for. */
function keptCitations(cube: Cube, choice: Choice): readonly Citations[] {
  const ofCells = kept.get(cube.cells) ?? new Map<string, readonly Citations[]>();
  kept.set(cube.cells, ofCells);
  const key = keyOf(choice);
  const found = ofCells.get(key) ?? citationsOf(cube, choice);
  ofCells.set(key, found);
  return found;
}

/** Whether it is told already, or there is nothing to tell. */
export function hasCitations({ cells }: Cube, choice: Choice): boolean {
  return cells.sources === null || (kept.get(cells)?.has(keyOf(choice)) ?? false);
}

function keyOf({ node, measure, basis, phase }: Choice): string {
  return `${node} ${measure} ${basis} ${phase}`;
}

function citationsOf(cube: Cube, choice: Choice): Citations[] {
  const { from, to, sources } = cube.cells;
  const found = new Map<number, Citations>();
  if (!sources) return [];
  for (const cell of byFirstDay(cube, choice)) {
    const after = sources.starts[cell + 1] as number;
    for (let i = sources.starts[cell] as number; i < after; i++) {
      const source = sources.source[i] as number;
      const citations = found.get(source) ?? { source, spans: [] };
      found.set(source, citations);
      addSpan(citations.spans, from[cell] as number, to[cell] as number);
    }
  }
  return [...found.values()];
}

function addSpan(spans: number[], from: number, to: number): void {
  const last = spans.length - 1;
  const end = spans[last];
  if (end === undefined || end < from - 1) spans.push(from, to);
  else if (to > end) spans[last] = to;
}

/** The cells of a choice in the order of the days on which they begin. */
function byFirstDay({ cells, days, runs }: Cube, { node, measure, basis, phase }: Choice): Uint32Array {
  const chosen: number[] = [];
  for (const [start, end] of runs(node, measure))
    for (let cell = start; cell < end; cell++)
      if (cells.basis[cell] === basis && (phase === EVERY_PHASE || cells.phase[cell] === phase))
        chosen.push(cell);
  const rank = (cell: number) => {
    const from = cells.from[cell] as number;
    return from === OPEN_START ? 0 : rankOf(days, from) + 1;
  };
  if (chosen.length < days.days.length) return Uint32Array.from(chosen.sort((a, b) => rank(a) - rank(b)));
  // By counting, since there are fewer days than cells.
  const places = new Uint32Array(days.days.length + 2);
  for (const cell of chosen) places[rank(cell) + 1] = (places[rank(cell) + 1] as number) + 1;
  for (let i = 1; i < places.length; i++) places[i] = (places[i] as number) + (places[i - 1] as number);
  const ordered = new Uint32Array(chosen.length);
  for (const cell of chosen) {
    const place = rank(cell);
    ordered[places[place] as number] = cell;
    places[place] = (places[place] as number) + 1;
  }
  return ordered;
}

/** Whether some of the spans shares a day with a period. */
function meets(spans: readonly number[], { from, to }: DaySpan): boolean {
  let [low, high] = [0, spans.length / 2];
  // The first that ends no earlier than the period begins.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle * 2 + 1] as number) < from) low = middle + 1;
    else high = middle;
  }
  const start = spans[low * 2];
  return start !== undefined && start <= to;
}
