import {
  attributeFilters,
  type Cells,
  type ChartQuery,
  cellColumns,
  createCells,
  createPlaceTree,
  createVocabulary,
  emptyQuery,
  hasAttributes,
  NO_DAY,
  orUnstated,
} from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCube, cellsToRead, groupCount, possibleDays, rollUp, sourcesOf } from '../src/index.ts';
import { narrowed } from '../src/narrowed.ts';
import { placeOf, queriesOf, snapshots } from './arbitraries.ts';
import { cells, query, tree } from './kazakhstan.ts';
import { naiveRollUp } from './oracle.ts';

const value = (id: string) => ({ id, label_en: id });
const declared = (id: string, ...values: string[]) => ({
  ...{ ...value(id), definition_en: 'As stated.' },
  values: values.map(value),
});
const vocabulary = createVocabulary({
  kinds: [],
  measures: [],
  attributes: [declared('topic', 'labour', 'land'), declared('authorised', 'yes')],
});
/** The combinations by their numbers: authorised is the lower digit. */
const combinations = [
  {},
  { authorised: 'yes' },
  { topic: 'labour' },
  { topic: 'labour', authorised: 'yes' },
  { topic: 'land' },
  { topic: 'land', authorised: 'yes' },
];

/** The cells that filters leave, chosen by their attributes in words. */
function some(all: Cells, filters: readonly string[]): Cells {
  const rows = [...all.combination.keys()].filter((row) =>
    hasAttributes({ attributes: combinations[all.combination[row] as number] }, filters),
  );
  const left = createCells(all.places, rows.length, all.vocabulary);
  for (const name of cellColumns) left[name].set(rows.map((row) => all[name][row] as number));
  return left;
}

const asked = fc.subarray(attributeFilters(vocabulary.attributes));

test('counts of a filter are those of the cells that it leaves', () => {
  const example = snapshots.chain(({ cells, tree }) =>
    fc.record({
      ...{ cells: fc.constant(cells), tree: fc.constant(tree), query: queriesOf(tree), asked },
      drawn: fc.array(fc.nat(5), { minLength: cells.place.length, maxLength: cells.place.length }),
    }),
  );
  fc.assert(
    fc.property(example, ({ cells, tree, drawn, query, asked }) => {
      const all = { ...cells, vocabulary, combination: Float64Array.from(drawn) };
      const filtered: ChartQuery = { ...query, attribute: asked };
      const cube = buildCube(all, tree);
      const { unattributed, ...counts } = rollUp(cube, filtered);
      const { unattributed: _, ...naive } = naiveRollUp(some(all, asked), tree, filtered);
      expect(counts).toEqual(naive);
      expect(groupCount(cube, filtered)).toBeGreaterThanOrEqual(counts.rows.length);
      // Of what may be meant, as many as the wider filter has more, here or where it may lie in the period.
      const inOrAt = (filters: readonly string[], measure: string) => {
        const { totals, undated } = naiveRollUp(some(all, filters), tree, { ...filtered, by: [] });
        return [...totals, ...undated.filter((it) => !it.within)]
          .filter((it) => it.measure === measure)
          .reduce((sum, { records }) => sum + records, 0);
      };
      for (const measure of query.measure) {
        const more = inOrAt(orUnstated(asked), measure) - inOrAt(asked, measure);
        expect(unattributed.find((it) => it.measure === measure)?.records ?? 0).toBe(more);
      }
    }),
  );
});

const at = (combination: number, source: number) => ({ combination, source });
const few = [at(2, 0), at(0, 1), at(4, 2), at(3, 0)];
const told: Cells = {
  ...cells(
    ['almaty', '2012-04-28', 10],
    ['almaty', '2012-05-02', 20],
    ['astana', '2012-06-01', 40],
    ['kz', '2012-06-05', 80],
  ),
  vocabulary,
  combination: Float64Array.from(few, (it) => it.combination),
  sources: {
    ids: ['a', 'b', 'c'],
    starts: Uint32Array.of(0, 1, 2, 3, 4),
    source: Uint32Array.from(few, (it) => it.source),
  },
};

test('what is not stated is told apart, and is a value that can be asked for', () => {
  const cube = buildCube(told, tree);
  const count = (attribute: string[], more: Partial<ChartQuery> = {}) => {
    const { totals, unattributed, unplaced } = rollUp(cube, query({ ...more, attribute }));
    return [totals[0]?.low, unattributed[0]?.low, unplaced[0]?.low];
  };
  expect(count(['topic:labour'])).toEqual([90, 20, undefined]);
  expect(count(['topic:labour', 'topic:unstated'])).toEqual([110, undefined, undefined]);
  expect(count(['topic:unstated'])).toEqual([20, undefined, undefined]);
  expect(count(['topic:land', 'authorised:yes'])).toEqual([undefined, 60, undefined]);
  expect(count(['topic:labour'], { place: ['almaty'] })).toEqual([10, 20, 80]);
  expect(count(['topic:labour'], { from: 15_490 })).toEqual([80, undefined, undefined]);
  expect(count([])).toEqual([150, undefined, undefined]);
});

test('whose numbers they are, and where nothing is zero, takes in what may be meant', () => {
  const cube = buildCube(told, tree);
  const of = (...attribute: string[]) => query({ attribute });
  const sources = (asked: ChartQuery) => sourcesOf(cube, asked, rollUp(cube, asked));
  expect(sources(of('topic:labour'))).toEqual(['a', 'b']);
  expect(sources(of('topic:land'))).toEqual(['b', 'c']);
  const watched = [{ place: 'astana', from: '2012-06-01', to: '2012-06-30', source: 'a' }];
  const possible = (asked: ChartQuery) => possibleDays(cube, { ...asked, by: ['place'] }, watched);
  expect(possible(of('topic:land'))).toHaveLength(1);
  expect(possible(of('authorised:yes', 'topic:labour'))).toHaveLength(1);
  const none = { ...told, combination: Float64Array.of(2, 2, 2, 2) };
  const cubeOfLabour = buildCube(none, tree);
  expect(possibleDays(cubeOfLabour, { ...of('topic:land'), by: ['place'] }, watched)).toEqual([]);
});

test('an attribute that there is not is refused', () => {
  const cube = buildCube(told, tree);
  expect(() => rollUp(cube, query({ attribute: ['organiser:union'] }))).toThrow(
    'unknown attribute: organiser (known: topic, authorised)',
  );
  expect(() => rollUp(cube, query({ attribute: ['topic:x'] }))).toThrow('unknown value: x');
});

test('to say how many groups a filter leaves of many cells orders none of them', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const many = createCells(ids, 20_000, vocabulary);
  for (const row of many.place.keys()) {
    many.place[row] = Math.floor((row * ids.length) / 20_000);
    many.from[row] = many.to[row] = row % 3000;
    many.day[row] = NO_DAY;
    many.records[row] = 1;
    many.combination[row] = row % 7 === 0 ? 2 : 0;
  }
  const cube = buildCube(
    many,
    createPlaceTree([placeOf('kz', null, 'country'), ...ids.map((id) => placeOf(id, 'kz'))]),
  );
  const asked: ChartQuery = {
    ...emptyQuery,
    ...{ measure: [vocabulary.measureIds[0] ?? ''], attribute: ['topic:labour'] },
    ...{ by: ['place', 'period'], every: 'month' },
  };
  const groups = groupCount(cube, asked);
  expect(cellsToRead(cube, asked)).toBe(2 * 20_000);
  const { rows } = rollUp(cube, asked);
  expect(groups).toBe(rows.length);
  expect(cellsToRead(cube, asked)).toBe(0);
  expect(groupCount(cube, asked)).toBe(groups);
});

test('cubes of filters are kept as far as they have no more cells together than the whole', () => {
  const told = Array.from({ length: 60 }, (_, i): [string, string, number] => [
    'almaty',
    `20${i + 10}-01-01`,
    i,
  ]);
  const made = cells(...told);
  const combination = Float64Array.from(made.place, (_, row) => row % combinations.length);
  const whole = buildCube({ ...made, vocabulary, combination }, tree);
  const small = [
    ['topic:land', 'authorised:yes'],
    ['topic:labour', 'authorised:yes'],
    ['topic:land', 'authorised:unstated'],
  ];
  const cubes = small.map((attribute) => narrowed(whole, { attribute }));
  small.forEach((attribute, i) => {
    expect(narrowed(whole, { attribute })).toBe(cubes[i]);
  });
  for (const attribute of [
    ['topic:land', 'topic:labour'],
    ['topic:unstated', 'topic:labour'],
  ])
    narrowed(whole, { attribute });
  for (const [i, attribute] of small.entries()) expect(narrowed(whole, { attribute })).not.toBe(cubes[i]);
});
