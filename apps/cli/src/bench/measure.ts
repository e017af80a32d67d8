import { buildCube, type Cube, rollUp } from '@article21/cube';
import { usualVocabulary } from '@article21/model';
import { cellsFrom } from '@article21/store';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { heldBytes, once, time, timeAsync } from './clock.ts';
import { isEqual } from './compare.ts';
import { generatePlaces, generateRecords } from './generate.ts';
import { type Question, questions } from './questions.ts';

/** One question at one size, times in milliseconds; `ratio` is DuckDB's median over the cube's. */
export interface Line {
  question: Question['name'];
  records: number;
  places: number;
  cube_ms: number;
  cube_p99_ms: number;
  duckdb_ms: number;
  ratio: number;
  equal: boolean;
}

/** What it took to get there: times in milliseconds, memory in bytes. */
export interface Build {
  records: number;
  places: number;
  cells: number;
  generateMs: number;
  groupMs: number;
  buildMs: number;
  /** The first time each question is asked, when its sums are made. */
  firstMs: Record<Question['name'], number>;
  cellBytes: number;
  /** What the cube holds beside its cells after the questions were asked. */
  cubeBytes: number;
}

/** Generates records of one size, and asks every question of the cube and of DuckDB. */
export async function measureSize(records: number, places: number): Promise<{ build: Build; lines: Line[] }> {
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' });
  const connection = await instance.connect();
  try {
    const generated = await once(() => generateRecords(connection, records, places));
    return await measureRecords(connection, { records, places, generateMs: generated.ms });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function measureRecords(
  connection: DuckDBConnection,
  { records, places, generateMs }: Pick<Build, 'records' | 'places' | 'generateMs'>,
): Promise<{ build: Build; lines: Line[] }> {
  const tree = generatePlaces(places);
  const atFirst = heldBytes();
  const cells = await once(() => cellsFrom(connection, 'records', usualVocabulary));
  const withCells = heldBytes();
  const cube = await once(() => buildCube(cells.value, tree));
  const firstMs = { totals: 0, days: 0, grid: 0 };
  for (const { name, query } of questions) firstMs[name] = (await once(() => rollUp(cube.value, query))).ms;
  const build: Build = {
    records,
    places,
    cells: cells.value.place.length,
    generateMs,
    groupMs: cells.ms,
    buildMs: cube.ms,
    firstMs,
    cellBytes: withCells - atFirst,
    cubeBytes: heldBytes() - withCells,
  };
  const lines: Line[] = [];
  for (const question of questions)
    lines.push({
      question: question.name,
      records,
      places,
      ...(await ask(connection, cube.value, question)),
    });
  return { build, lines };
}

type Answered = Omit<Line, 'question' | 'records' | 'places'>;

async function ask(connection: DuckDBConnection, cube: Cube, question: Question): Promise<Answered> {
  const cubeTimes = time(() => rollUp(cube, question.query), { least: 50, most: 20_000, ms: 300 });
  const statement = await connection.prepare(question.sql);
  const duckdbTimes = await timeAsync(() => statement.runAndReadAll(), { least: 5, most: 100, ms: 300 });
  statement.destroySync();
  return {
    cube_ms: round(cubeTimes.median),
    cube_p99_ms: round(cubeTimes.p99),
    duckdb_ms: round(duckdbTimes.median),
    ratio: round(duckdbTimes.median / cubeTimes.median),
    equal: await isEqual(connection, question, rollUp(cube, question.query)),
  };
}

/** Four digits are more than the machine can repeat. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
