import { cellPhases, measureIds, NOT_QUOTED, OPEN_END, OPEN_START, usualVocabulary } from '@article21/model';
import { cellsFrom } from '@article21/store';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { generatePlaces, generateRecords } from '../../src/bench/generate.ts';

async function generated(records: number, places: number) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await generateRecords(connection, records, places);
    const unmarked = await connection.runAndReadAll(
      `SELECT count(*)::INTEGER FROM records WHERE note <> 'synthetic' OR id NOT LIKE 'synthetic-%'`,
    );
    return {
      cells: await cellsFrom(connection, 'records', usualVocabulary),
      unmarked: unmarked.getRows()[0]?.[0],
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

it('the same numbers give the same records, each marked as synthetic', async () => {
  const [once, again] = [await generated(3_000, 20), await generated(3_000, 20)];
  expect(once.cells).toEqual(again.cells);
  expect([once.unmarked, again.unmarked]).toEqual([0, 0]);
});

it('records are of every shape that a real dataset may have', async () => {
  const { cells } = await generated(20_000, 20);
  const all = [...cells.place.keys()];
  const share = (is: (i: number) => boolean) => all.filter(is).length / all.length;
  // Nothing is quoted of any.
  for (const phase of cellPhases.keys())
    expect(share((i) => cells.phase[i] === phase + NOT_QUOTED)).toBeGreaterThan(0.2);
  for (const it of measureIds.keys()) expect(share((i) => cells.measure[i] === it)).toBeGreaterThan(0.05);
  const intervals = share((i) => cells.from[i] !== cells.to[i]);
  expect(intervals).toBeGreaterThan(0.02);
  expect(intervals).toBeLessThan(0.05);
  for (const found of [
    share((i) => cells.from[i] === OPEN_START),
    share((i) => cells.to[i] === OPEN_END),
    share((i) => cells.basis[i] === 1),
    share((i) => (cells.open[i] ?? 0) > 0),
    share((i) => (cells.approximate[i] ?? 0) > 0),
    share((i) => (cells.unnumbered[i] ?? 0) > 0),
  ])
    expect(found).toBeGreaterThan(0);
});

it('every place of the records is in the tree', async () => {
  const tree = generatePlaces(25);
  const { cells } = await generated(2_000, 25);
  expect(cells.places).toHaveLength(25);
  expect(cells.places.filter((id) => !tree.get(id))).toEqual([]);
  expect(tree.within('synthetica')).toHaveLength(25 + 3 + 1);
});
