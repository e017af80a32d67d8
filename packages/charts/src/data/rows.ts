import {
  add,
  type Count,
  type Counted,
  type Counts,
  type Estimate,
  type MeasureId,
  type PhaseFilter,
  type Place,
  phaseFilters,
} from '@article21/model';
import { endOf } from '../marks/bar.ts';
import type { Plot } from '../plot.ts';

/** What rows are named and ordered by. */
export interface Naming extends Pick<Plot, 'words' | 'places'> {
  query: Pick<Plot['query'], 'measure' | 'by' | 'page'>;
}

/** A place within a measure, with the count of all its periods and of what is not dated to one of them. */
export interface Row {
  measure: MeasureId;
  /** Undefined where the counts are not grouped by place. */
  place: string | undefined;
  /** What it is of where they are grouped by phase. */
  phase?: PhaseFilter | undefined;
  name: string;
  estimate: Estimate;
  records: number;
  /** Its counts, one for each period, in order of time. */
  counts: readonly Count[];
  /** Whether it stands for several places that have no row of their own; it has no `place` then. */
  isRest?: boolean;
  /** The places that it stands for together; it has no `place` then. */
  places?: readonly string[];
}

/** What a row is of: the id of its place, or its phase; undefined where it is of all together. */
export function rowId({ place, phase }: Pick<Count, 'place' | 'phase'>): string | undefined {
  return phase ?? place;
}

/** The measures that are asked for, in their fixed order. */
export function measuresOf(plot: Pick<Naming, 'query' | 'words'>): MeasureId[] {
  return plot.words.vocabulary.measureIds.filter((id) => plot.query.measure.includes(id));
}

/** How rows are called that have no room. */
export function othersOf({ query, words }: Pick<Naming, 'query' | 'words'>) {
  return words.drawing.others[query.by?.includes('region') ? 'region' : 'place'];
}

/**
 * The rows of a measure: the largest first, equals by name, and last what no source places in a city; phases in their
 * order. Rows of several periods are added up, together with what lies in the asked period but in no single one of them.
 */
export function rowsOf(counts: Counts, measure: MeasureId, plot: Naming): Row[] {
  const groups = new Map<string | undefined, GroupRow>();
  const row = (group: Pick<Count, 'place' | 'phase'>) => {
    const found = groups.get(rowId(group)) ?? new GroupRow(measure, group, plot);
    groups.set(rowId(group), found);
    return found;
  };
  for (const count of counts.rows) if (count.measure === measure) row(count).addDated(count);
  for (const count of counts.undated) if (count.within && count.measure === measure) row(count).add(count);
  const total = counts.totals.find((it) => it.measure === measure);
  // Counts that are grouped by nothing have totals only.
  if (groups.size === 0 && total) row({}).add(total);
  return [...groups.values()].sort(compare);
}

/** A class, because there can be thousands, of which sixty are drawn: names are made when they are read. */
class GroupRow implements Row {
  estimate: Estimate = nothing;
  records = 0;
  readonly counts: Count[] = [];
  readonly rank: number;
  readonly measure: MeasureId;
  readonly place: string | undefined;
  readonly phase: PhaseFilter | undefined;
  readonly #plot: Naming;

  constructor(measure: MeasureId, { place, phase }: Pick<Count, 'place' | 'phase'>, plot: Naming) {
    this.measure = measure;
    this.place = place;
    this.phase = phase;
    this.#plot = plot;
    this.rank =
      place === undefined ? phaseFilters.indexOf(phase ?? 'before') : rankOf(placeOf(place, plot).kind, plot);
  }

  get name(): string {
    const { words, places } = this.#plot;
    const id = rowId(this);
    return id === undefined ? words.drawing.allPlaces : words.rowName(id, places, this.#plot.query.by);
  }

  add(count: Counted): void {
    this.estimate = add(this.estimate, count);
    this.records += count.records;
  }

  addDated(count: Count): void {
    this.add(count);
    this.counts.push(count);
  }
}

const nothing: Estimate = { low: 0, high: 0, approximate: false, unnumbered: 0, numbered: 0 };

/** The row of a place without any record. Where it is a region, nothing in that has one. */
export function emptyRow(place: string, measure: MeasureId, plot: Plot): Row {
  const name = plot.words.placeName(placeOf(place, plot));
  return { measure, place, name, estimate: nothing, records: 0, counts: [] };
}

/** The estimate in a count, without what else it carries. */
export function estimateOf({ low, high, approximate, unnumbered, numbered }: Estimate): Estimate {
  return { low, high, approximate, unnumbered, numbered };
}

/** The order of names: the root collation orders Latin and Cyrillic alike in every browser; Chromium has none for Kazakh. */
export const byName = new Intl.Collator('und');

function compare(a: GroupRow, b: GroupRow): number {
  return (
    a.rank - b.rank ||
    b.estimate.low - a.estimate.low ||
    endOf(b.estimate) - endOf(a.estimate) ||
    b.estimate.unnumbered - a.estimate.unnumbered ||
    byName.compare(a.name, b.name) ||
    ((a.place ?? '') < (b.place ?? '') ? -1 : 1)
  );
}

/** Whether a row is of what no source places in a city or, by region, in a region. */
export function isUnplaced({ place }: Pick<Row, 'place'>, plot: Naming): boolean {
  return place !== undefined && rankOf(placeOf(place, plot).kind, plot) > 0;
}

/** Last is what is stated no nearer than what the rows are. */
function rankOf(kind: Place['kind'], { query }: Naming): number {
  const region = query.by?.includes('region') ? 0 : 1;
  return kind === 'country' ? 2 : kind === 'region' ? region : 0;
}

function placeOf(id: string, plot: Naming) {
  const place = plot.places.get(id);
  if (!place) throw new Error(`unknown place: ${id}`);
  return place;
}
