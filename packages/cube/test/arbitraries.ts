import {
  type Cells,
  type ChartQuery,
  createCells,
  createPlaceTree,
  dayOf,
  emptyQuery,
  measureIds,
  NO_DAY,
  OPEN_END,
  OPEN_START,
  type Place,
  type PlaceTree,
  phaseFilters,
  steps,
  usualVocabulary,
} from '@article21/model';
import fc from 'fast-check';

/** Days around a turn of the year in which ISO weeks, months, quarters and years all end on different days. */
const FIRST = dayOf(2011, 11, 20);
const days = fc.integer({ min: FIRST, max: FIRST + 150 });
const lengths = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 20, max: 110 }));

export interface Row {
  place: number;
  measure: number;
  phase: number;
  basis: number;
  from: number;
  to: number;
  day: number;
  low: number;
  high: number;
  open: number;
  approximate: number;
  unnumbered: number;
  numbered: number;
  approximateDates: number;
  records: number;
}

/** A few days and measures make full series, many of them make thin ones. */
const rows = (places: number, span: number, measures: number): fc.Arbitrary<Row> => {
  const day = fc.integer({ min: FIRST, max: FIRST + span });
  const few = fc.integer({ min: -4, max: 2 }).map((n) => Math.max(0, n));
  const interval = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(day, lengths).map(([from, length]) => ({ from, to: from + length })) },
    { weight: 1, arbitrary: day.map((to) => ({ from: OPEN_START, to })) },
    { weight: 1, arbitrary: day.map((from) => ({ from, to: OPEN_END })) },
    { weight: 1, arbitrary: fc.constant({ from: OPEN_START, to: OPEN_END }) },
  );
  return fc
    .record({
      place: fc.nat(places - 1),
      measure: fc.nat(measures - 1),
      phase: fc.nat(3),
      basis: fc.integer({ min: 0, max: 4 }).map((n) => (n === 4 ? 1 : 0)),
      interval,
      low: fc.nat(1_000),
      width: fc.nat(100),
      open: few,
      approximate: few,
      unnumbered: few,
      approximateDates: few,
      more: fc.nat(3),
      // An assembly's day is often an end of what is possible, but need not lie in it.
      drawn: fc.oneof(fc.constantFrom('no', 'no', 'from', 'to'), day),
    })
    .map(({ interval, width, more, drawn, ...row }) => {
      const end = drawn === 'from' ? interval.from : drawn === 'to' ? interval.to : drawn;
      const day = typeof end === 'number' && end !== OPEN_START && end !== OPEN_END ? end : NO_DAY;
      const numbered = 1 + row.open + more;
      const high = row.low + width;
      return { ...row, ...interval, day, high, numbered, records: numbered + row.unnumbered };
    });
};

/** Cells of rows, in the order given. */
export function cellsOf(places: readonly string[], list: readonly Row[]): Cells {
  const cells = createCells(places, list.length, usualVocabulary);
  list.forEach((row, i) => {
    for (const name of Object.keys(row) as (keyof Row)[]) cells[name][i] = row[name];
  });
  return cells;
}

export function placeOf(id: string, parent: string | null, kind: Place['kind'] = 'city'): Place {
  const names = { name_en: id, name_ru: id, name_kk: id, aliases: [], wikidata: null };
  return { id, parent, kind, country: 'KZ', lat: null, lon: null, ...names };
}

/** A forest of one to eight places of any kind, each lying in one before it or in none. */
const trees: fc.Arbitrary<PlaceTree> = fc
  .array(fc.tuple(fc.integer({ min: -1, max: 6 }), fc.constantFrom('country', 'region', 'region', 'city')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) =>
    createPlaceTree(
      drawn.map(([parent, kind], i) =>
        placeOf(`p${i}`, i === 0 || parent < 0 ? null : `p${parent % i}`, kind as Place['kind']),
      ),
    ),
  );

/** A tree and cells of some of its places, in any order. */
export const snapshots = trees.chain((tree) => {
  const ids = tree.places.map(({ id }) => id);
  return fc
    .record({
      places: fc.shuffledSubarray(ids, { minLength: 1 }),
      size: fc.nat(80),
      span: fc.constantFrom(0, 5, 40, 150),
      measures: fc.constantFrom(1, 3, measureIds.length),
    })
    .chain(({ places, size, span, measures }) =>
      fc
        .array(rows(places.length, span, measures), { minLength: size >> 1, maxLength: size })
        .map((list) => ({ tree, cells: cellsOf(places, list) })),
    );
});

/** Any question to a tree. */
export function queriesOf(tree: PlaceTree): fc.Arbitrary<ChartQuery> {
  const ids = tree.places.map(({ id }) => id);
  return fc
    .record({
      measure: fc.shuffledSubarray([...measureIds], { minLength: 1 }),
      place: fc.oneof(fc.constant([]), fc.shuffledSubarray(ids)),
      ends: fc.tuple(fc.option(days), fc.option(days)),
      phase: fc.oneof(fc.constant([]), fc.shuffledSubarray([...phaseFilters])),
      basis: fc.constantFrom('incident', 'incident', 'summary'),
      by: fc.oneof(...['place', 'region', 'phase'].map((rows) => fc.shuffledSubarray([rows, 'period']))),
      every: fc.constantFrom(...steps),
    })
    .map(({ ends: [a, b], ...query }) => {
      const turned = a !== null && b !== null && a > b;
      return { ...emptyQuery, ...query, from: turned ? b : a, to: turned ? a : b } as ChartQuery;
    });
}
