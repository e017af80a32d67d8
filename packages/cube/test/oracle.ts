import {
  type Cells,
  type ChartQuery,
  type Counted,
  type Counts,
  cellBases,
  cellPhases,
  type MeasureId,
  measureIds,
  NO_DAY,
  OPEN_END,
  OPEN_START,
  type Place,
  type PlaceTree,
} from '@article21/model';

/**
 * The definitions of the counts written down as a loop over the cells, one look at each for each group. Nothing of
 * what is tested here is used: days, periods, buckets and sums are worked out anew, in the plainest way.
 */
export function naiveRollUp(cells: Cells, tree: PlaceTree, query: ChartQuery): Counts {
  const counts: Counts = {
    rows: [],
    totals: [],
    undated: [],
    unplaced: [],
    unattributed: [],
    otherBasis: [],
    uncounted: [],
    sources: null,
    possible: null,
  };
  const asked = { from: query.from ?? -Infinity, to: query.to ?? Infinity };
  const all = [...cells.place.keys()].map((i) => factsOf(cells, i));
  const byRegion = query.by.includes('region');
  const byPlace = query.by.includes('place') || byRegion;
  const byPhase = query.by.includes('phase');
  const groupOf = (place: string) => (byRegion ? regionOf(place, tree) : place);
  const step = query.by.includes('period') ? query.every : null;
  const within = (it: Fact) => it.from >= asked.from && it.to <= asked.to;
  const possible = (it: Fact) => Math.max(it.from, asked.from) <= Math.min(it.to, asked.to);
  const lies = (it: Fact) =>
    query.place.length === 0 || query.place.some((outer) => tree.within(outer).includes(it.place));
  const contains = (it: Fact) =>
    query.place.some((asked) => it.place !== asked && tree.within(it.place).includes(asked)) && !lies(it);

  for (const measure of measureIds.filter((it) => query.measure.includes(it))) {
    if (!cells.measures.includes(measure)) {
      counts.uncounted.push(measure);
      continue;
    }
    const ofPhase = all.filter(
      (it) => it.measure === measure && (query.phase.length === 0 || query.phase.includes(it.phase)),
    );
    const ofBasis = ofPhase.filter((it) => it.basis === query.basis);
    const here = ofBasis.filter(lies);
    const groups = [...new Set(cells.places.map(groupOf))].sort();
    const ids = byPhase ? ['before', 'during', 'after', 'unstated'] : byPlace ? groups : [undefined];
    for (const id of ids) {
      const own = here.filter((it) => id === undefined || (byPhase ? it.phase : groupOf(it.place)) === id);
      const labels = id === undefined ? {} : byPhase ? { phase: id as Fact['phase'] } : { place: id };
      const [settled, loose] = step
        ? split(own.filter(within), (it) => bucketOf(it, asked, step) !== null)
        : [[], []];
      for (const period of [
        ...new Set(settled.map((it) => bucketOf(it, asked, step ?? 'day') ?? '')),
      ].sort()) {
        const group = settled.filter((it) => bucketOf(it, asked, step ?? 'day') === period);
        counts.rows.push({ ...sumOf(measure, group), ...labels, period, ...datingOf(group) });
      }
      const whole = own.filter(within);
      if (!step && (byPlace || byPhase) && whole.length > 0)
        counts.rows.push({ ...sumOf(measure, whole), ...labels, ...datingOf(whole) });
      if (loose.length > 0) counts.undated.push({ ...sumOf(measure, loose), ...labels, within: true });
      const reaching = own.filter((it) => possible(it) && !within(it));
      if (reaching.length > 0) counts.undated.push({ ...sumOf(measure, reaching), ...labels, within: false });
    }
    const counted = here.filter(within);
    if (counted.length > 0)
      counts.totals.push({
        ...sumOf(measure, counted),
        ...whenOf(measure, counted),
        approximateDates: datingOf(counted).approximateDates,
      });
    const unplaced = ofBasis.filter((it) => contains(it) && possible(it));
    if (unplaced.length > 0) counts.unplaced.push(sumOf(measure, unplaced));
    const other = ofPhase.filter((it) => it.basis !== query.basis && lies(it) && possible(it));
    const [inside, cut] = counted.length === 0 ? split(other, within) : [[], []];
    if (inside.length > 0) counts.otherBasis.push({ ...sumOf(measure, inside), within: true });
    if (cut.length > 0) counts.otherBasis.push({ ...sumOf(measure, cut), within: false });
  }
  return counts;
}

/** The outermost place of a country that a place is or lies in, a region if any is one; else the place itself. */
function regionOf(place: string, tree: PlaceTree): string {
  const line: Place[] = [];
  for (let it = tree.get(place); it && it.kind !== 'country'; it = tree.get(it.parent ?? ''))
    line.unshift(it);
  return (line.find(({ kind }) => kind === 'region') ?? line[0])?.id ?? place;
}

/** One cell with its numbers spelt out; open ends are infinite. */
interface Fact
  extends Record<
    'low' | 'high' | 'open' | 'approximate' | 'unnumbered' | 'numbered' | 'approximateDates' | 'records',
    number
  > {
  place: string;
  measure: MeasureId;
  phase: 'before' | 'during' | 'after' | 'unstated';
  basis: 'incident' | 'summary';
  from: number;
  to: number;
  /** The assembly's day; null where it is not drawn on it. */
  day: number | null;
}

function factsOf(cells: Cells, i: number): Fact {
  const at = (column: ArrayLike<number>) => column[i] ?? Number.NaN;
  return {
    place: cells.places[at(cells.place)] ?? '',
    measure: measureIds[at(cells.measure)] ?? 'warnings',
    phase: cellPhases[at(cells.phase)] ?? 'unstated',
    basis: cellBases[at(cells.basis)] ?? 'incident',
    from: at(cells.from) === OPEN_START ? -Infinity : at(cells.from),
    to: at(cells.to) === OPEN_END ? Infinity : at(cells.to),
    day: at(cells.day) === NO_DAY ? null : at(cells.day),
    low: at(cells.low),
    high: at(cells.high),
    open: at(cells.open),
    approximate: at(cells.approximate),
    unnumbered: at(cells.unnumbered),
    numbered: at(cells.numbered),
    approximateDates: at(cells.approximateDates),
    records: at(cells.records),
  };
}

/** The one bucket of the asked period that something stands in; null when there is none. */
function bucketOf({ from, to, day }: Fact, asked: { from: number; to: number }, step: ChartQuery['every']) {
  if (day !== null) return day >= asked.from && day <= asked.to ? nameOf(day, step) : null;
  if (from === -Infinity || to === Infinity) return null;
  return nameOf(from, step) === nameOf(to, step) ? nameOf(from, step) : null;
}

const MS_PER_DAY = 86_400_000;

/** The name of the year, quarter, month, ISO week or day that a day lies in. */
function nameOf(day: number, step: ChartQuery['every']): string {
  const date = new Date(day * MS_PER_DAY);
  const text = date.toISOString();
  if (step === 'day') return text.slice(0, 10);
  if (step === 'month') return text.slice(0, 7);
  if (step === 'year') return text.slice(0, 4);
  if (step === 'quarter') return `${text.slice(0, 4)}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
  // The week's Thursday has its year, and stands in it as the week's number.
  const thursday = new Date((day + 4 - (date.getUTCDay() || 7)) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / MS_PER_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** When some cells lie: those with both ends, and those with an open one. */
function whenOf(measure: MeasureId, group: readonly Fact[]) {
  const [closed, open] = split(group, (it) => Number.isFinite(it.from) && Number.isFinite(it.to));
  const first = (them: readonly Fact[]) => Math.min(...them.map((it) => it.from));
  const last = (them: readonly Fact[]) => Math.max(...them.map((it) => it.to));
  const finite = (n: number) => (Number.isFinite(n) ? n : null);
  return {
    dated: closed.length === 0 ? null : { from: first(closed), to: last(closed) },
    open:
      open.length === 0
        ? null
        : { ...sumOf(measure, open), from: finite(first(open)), to: finite(last(open)) },
  };
}

function sumOf(measure: MeasureId, group: readonly Fact[]): Counted {
  const sum = (of: (it: Fact) => number) => group.reduce((total, it) => total + of(it), 0);
  const scale = measure === 'fines' ? 100 : 1;
  return {
    measure,
    low: sum((it) => it.low) / scale,
    high: sum((it) => it.open) > 0 ? null : sum((it) => it.high) / scale,
    approximate: sum((it) => it.approximate) > 0,
    unnumbered: sum((it) => it.unnumbered),
    numbered: sum((it) => it.numbered),
    records: sum((it) => it.records),
  };
}

/** How many records stand on an assembly's day, and how many have an approximate date. */
function datingOf(group: readonly Fact[]) {
  return {
    assemblyDay: group.reduce((total, it) => total + (it.day === null ? 0 : it.records), 0),
    approximateDates: group.reduce((total, it) => total + it.approximateDates, 0),
  };
}

function split<T>(all: readonly T[], first: (it: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter((it) => !first(it))];
}
