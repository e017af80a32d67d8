import {
  bucketName,
  bucketStart,
  type Cells,
  type ChartQuery,
  type Counts,
  cellBases,
  cellMeasures,
  cellPhases,
  contains,
  type MeasureId,
  measure,
  nextBucket,
  OPEN_END,
  OPEN_START,
  overlaps,
  type Period,
  type PlaceTree,
} from '@article21/model';

type Value = Omit<Counts['totals'][number], 'measure'>;

/** The definitions of the counts written down as a loop over the cells, one look at each for each group. */
export function naiveRollUp(cells: Cells, tree: PlaceTree, query: ChartQuery): Counts {
  const counts: Counts = { rows: [], totals: [], undated: [] };
  const asked: Period = { from: query.from, to: query.to };
  const step = query.by.includes('period') ? query.every : null;
  const byPlace = query.by.includes('place');
  for (const id of cellMeasures.filter((it) => query.measure.includes(it))) {
    const chosen = [...cells.place.keys()].filter((i) => isChosen(cells, tree, query, id, i));
    const whole = chosen.filter((i) => contains(asked, periodOf(cells, i)));
    const reaching = chosen.filter((i) => overlaps(asked, periodOf(cells, i)) && !whole.includes(i));
    const places = byPlace ? [...cells.places].sort() : [undefined];
    if (whole.length > 0) counts.totals.push({ measure: id, ...sumOf(cells, id, whole) });
    for (const place of places) {
      const here = (i: number) => place === undefined || cells.places[cells.place[i] ?? -1] === place;
      const labels = place === undefined ? { measure: id } : { measure: id, place };
      const inside = whole.filter(here);
      const loose = step ? inside.filter((i) => bucketOf(periodOf(cells, i), step) === null) : [];
      const outside = reaching.filter(here);
      if (step) {
        const settled = inside.filter((i) => !loose.includes(i));
        const starts = new Set(settled.map((i) => bucketOf(periodOf(cells, i), step) ?? Number.NaN));
        for (const start of [...starts].sort((a, b) => a - b)) {
          const group = settled.filter((i) => bucketOf(periodOf(cells, i), step) === start);
          counts.rows.push({ ...labels, period: bucketName(start, step), ...sumOf(cells, id, group) });
        }
      } else if (byPlace && inside.length > 0) {
        counts.rows.push({ ...labels, ...sumOf(cells, id, inside) });
      }
      if (loose.length > 0) counts.undated.push({ ...labels, ...sumOf(cells, id, loose), within: true });
      if (outside.length > 0) counts.undated.push({ ...labels, ...sumOf(cells, id, outside), within: false });
    }
  }
  return counts;
}

function isChosen(cells: Cells, tree: PlaceTree, query: ChartQuery, id: MeasureId, i: number): boolean {
  const place = cells.places[cells.place[i] ?? -1] ?? '';
  const phase = cellPhases[cells.phase[i] ?? -1] ?? 'unstated';
  return (
    cellMeasures[cells.measure[i] ?? -1] === id &&
    cellBases[cells.basis[i] ?? -1] === query.basis &&
    (query.phase.length === 0 || query.phase.includes(phase)) &&
    (query.place.length === 0 || query.place.some((outer) => tree.within(outer).includes(place)))
  );
}

function periodOf(cells: Cells, i: number): Period {
  const from = cells.from[i] ?? OPEN_START;
  const to = cells.to[i] ?? OPEN_END;
  return { from: from === OPEN_START ? null : from, to: to === OPEN_END ? null : to };
}

/** The first day of the single bucket that a period lies in; null when there is none. */
function bucketOf({ from, to }: Period, step: ChartQuery['every']): number | null {
  if (from === null || to === null) return null;
  const start = bucketStart(from, step);
  return to < nextBucket(start, step) ? start : null;
}

function sumOf(cells: Cells, id: MeasureId, indices: readonly number[]): Value {
  const sum = (column: ArrayLike<number>) => indices.reduce((total, i) => total + (column[i] ?? 0), 0);
  const { scale } = measure(id);
  return {
    low: sum(cells.low) / scale,
    high: sum(cells.open) > 0 ? null : sum(cells.high) / scale,
    approximate: sum(cells.approximate) > 0,
    unnumbered: sum(cells.unnumbered),
    records: sum(cells.records),
  };
}
