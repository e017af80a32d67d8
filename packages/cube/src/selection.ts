import {
  type ChartQuery,
  cellBases,
  cellPhases,
  isByPlace,
  NOT_QUOTED,
  OPEN_END,
  OPEN_START,
  type PhaseFilter,
  phaseFilters,
} from '@article21/model';
import type { Cube } from './cube.ts';
import { inOrder, type Nodes } from './nodes.ts';
import { EVERY_PHASE, type Series } from './series.ts';

/** A query in the numbers of the cube. */
export interface Selection {
  readonly measures: readonly number[];
  readonly basis: number;
  /** Disjoint, to be added. */
  readonly phases: readonly number[];
  /** Open ends are those of cells. */
  readonly from: number;
  readonly to: number;
  readonly groups: readonly Group[];
  /** All that the groups take in, each once. */
  readonly nodes: readonly number[];
  /** The nodes of what is placed no nearer than a place that the asked ones lie in; empty where none are asked for. */
  readonly above: readonly number[];
}

/** What is counted together: disjoint nodes and phases, to be added. Named when counts are asked for by place or by phase. */
interface Group {
  readonly place?: string;
  readonly phase?: PhaseFilter;
  readonly nodes: readonly number[];
  readonly phases: readonly number[];
}

/** Reads a query. Throws on a place that the tree does not have. */
export function select(cube: Cube, query: ChartQuery): Selection {
  const measures: number[] = [];
  cube.cells.vocabulary.measureIds.forEach((id, i) => {
    if (query.measure.includes(id)) measures.push(i);
  });
  const phases = phasesOf(cube, query);
  const byPlace = isByPlace(query) ? placesOf(cube, query) : null;
  const nodes = byPlace ? byPlace.flatMap((it) => it.nodes) : nodesOf(cube, query.place);
  return {
    measures,
    basis: cellBases.indexOf(query.basis),
    phases,
    from: query.from ?? OPEN_START,
    to: query.to ?? OPEN_END,
    groups: byPlace
      ? byPlace.map((it) => ({ ...it, phases }))
      : query.by.includes('phase')
        ? phaseGroups(cube, query).map((it) => ({ ...it, nodes }))
        : [{ nodes, phases }],
    nodes,
    above: aboveOf(cube, query.place),
  };
}

/** One group for each phase that is asked for, in order. */
function phaseGroups(cube: Cube, query: ChartQuery): Pick<Group, 'phase' | 'phases'>[] {
  const phases = phaseFilters.filter((it) => query.phase.length === 0 || query.phase.includes(it));
  // Asked for alone, it is never taken for every phase.
  return phases.map((phase) => ({ phase, phases: phasesOf(cube, { ...query, phase: [phase] }) }));
}

/** Phases that are asked for, of what is quoted and of what is not: where every phase and any evidence is, as one. */
function phasesOf({ notQuoted }: Cube, { phase, evidence }: ChartQuery): readonly number[] {
  const all = phase.length === 0 || new Set(phase).size === cellPhases.length;
  const isAny = evidence === null || notQuoted === 0;
  if (all && isAny) return [EVERY_PHASE];
  const phases = all ? [...cellPhases.keys()] : [...new Set(phase)].map(phaseNumber);
  return isAny && notQuoted > 0 ? phases.flatMap((it) => [it, it + NOT_QUOTED]) : phases;
}

function phaseNumber(phase: ChartQuery['phase'][number]): number {
  return cellPhases.indexOf(phase === 'unstated' ? null : phase);
}

/** What of a selection nothing is quoted of; null where there can be none. */
export function notQuotedOf({ notQuoted }: Cube, selection: Selection): Selection | null {
  if (notQuoted === 0) return null;
  const every = selection.phases.includes(EVERY_PHASE);
  const phases = every
    ? [...cellPhases.keys()].map((it) => it + NOT_QUOTED)
    : selection.phases.filter((it) => it >= NOT_QUOTED);
  return phases.length === 0 ? null : { ...selection, phases };
}

/** The series that a selection asks for of some nodes. */
export function partsOf(
  cube: Pick<Cube, 'series'>,
  { phases, basis }: Pick<Selection, 'phases' | 'basis'>,
  measure: number,
  nodes: readonly number[],
): Series[] {
  const parts: Series[] = [];
  for (const node of nodes) {
    for (const phase of phases) {
      const series = cube.series(node, measure, basis, phase);
      if (series) parts.push(series);
    }
  }
  return parts;
}

/** One group for each place itself that a list of places takes in, or for each of their regions, ordered by id. */
function placesOf(cube: Cube, { by, place }: ChartQuery): Nodes['own'] {
  const { nodes, tree } = cube;
  const own = ownOf(cube, place);
  if (!by.includes('region')) return own;
  // All that lies in a region is summed up already.
  if (place.length === 0) return nodes.regions;
  const regions = new Map<string, number[]>();
  for (const it of own) {
    const region = tree.regionOf(it.place);
    const found = regions.get(region);
    if (found) found.push(...it.nodes);
    else regions.set(region, [...it.nodes]);
  }
  return inOrder(regions);
}

function ownOf({ tree, nodes }: Cube, places: readonly string[]): Nodes['own'] {
  if (places.length === 0) return nodes.own;
  const chosen = new Set<string>();
  for (const id of places) {
    if (!nodes.inside.has(id)) throw unknownPlace(id, nodes.inside);
    for (const inner of tree.within(id)) chosen.add(inner);
  }
  return nodes.own.filter(({ place }) => chosen.has(place));
}

function nodesOf({ tree, nodes }: Cube, places: readonly string[]): readonly number[] {
  if (places.length === 0) return nodes.everything;
  const found: number[] = [];
  for (const id of places.length === 1 ? places : tree.outermost(places)) {
    const node = nodes.inside.get(id);
    if (node === undefined) throw unknownPlace(id, nodes.inside);
    if (node !== null) found.push(node);
  }
  return found;
}

function aboveOf({ tree, nodes }: Cube, places: readonly string[]): readonly number[] {
  const outermost = places.length < 2 ? places : tree.outermost(places);
  return [...new Set(outermost.flatMap((id) => nodes.above.get(id) ?? []))];
}

function unknownPlace(id: string, known: ReadonlyMap<string, unknown>): Error {
  const ids = [...known.keys()];
  const more = ids.length > 20 ? ` and ${ids.length - 20} more` : '';
  return new Error(`unknown place: ${id} (known: ${ids.slice(0, 20).join(', ')}${more})`);
}
