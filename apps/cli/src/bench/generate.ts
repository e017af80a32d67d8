import { createPlaceTree, type Place, type PlaceTree } from '@article21/model';
import { createRecordsTable } from '@article21/store';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The first of the ten years that are generated, 2012 to 2021. */
export const FIRST_DAY = '2012-01-01';
export const DAYS = 3653;

/**
 * Fills a table `records` with records made up from a seed: the same numbers give the same records. Five in seven
 * are of a kind that the default measures count; three in a hundred are known to an interval only (a few days,
 * a month, a quarter, an open end), two in a hundred are summaries. Every note says that the record is synthetic.
 */
export async function generateRecords(
  connection: DuckDBConnection,
  records: number,
  places: number,
): Promise<void> {
  await connection.run('DROP TABLE IF EXISTS records');
  await connection.run(createRecordsTable('records'));
  await connection.run(`
    INSERT INTO records BY NAME
    SELECT 'synthetic-' || i AS id, kind, format('city-{:04d}', ${draw(1)} % ${places}) AS place,
      NULL AS date, NULL AS assembly, phase, basis, 'synthetic' AS note,
      ${span('from_day')}, ${span('to_day')},
      CASE WHEN shape < 97 THEN 'day' ELSE 'interval' END AS charted_by, false AS charted_approximate,
      ${quantity('count', 'true', 30)},
      ${quantity('days', "kind = 'arrest'", 15)},
      ${quantity('amount_cents', "kind = 'fine'", 50_000)}
    FROM (
      SELECT i, DATE '${FIRST_DAY}' + (${draw(2)} % ${DAYS})::INTEGER AS day, ${draw(3)} % 100 AS shape,
        ${pick(4, ['application_rejected', 'detention', 'detention', 'fine', 'arrest', 'warning', 'other'])} AS kind,
        ${pick(5, ['before', 'during', 'after', null])} AS phase,
        CASE WHEN ${draw(6)} % 100 < 2 THEN 'summary' ELSE 'incident' END AS basis
      FROM range(${records}) AS numbers(i)
    )`);
}

/** As many cities, in regions of ten, in one country. */
export function generatePlaces(places: number): PlaceTree {
  const cities = Array.from({ length: places }, (_, i) => cityId(i));
  const regions = cities.filter((_, i) => i % 10 === 0).map((_, i) => `region-${i}`);
  return createPlaceTree([
    place('synthetica', 'country', null),
    ...regions.map((id) => place(id, 'region', 'synthetica')),
    ...cities.map((id, i) => place(id, 'city', `region-${Math.floor(i / 10)}`)),
  ]);
}

/** The id of a city, counted from 0. */
export function cityId(index: number): string {
  return `city-${String(index).padStart(4, '0')}`;
}

function place(id: string, kind: Place['kind'], parent: string | null): Place {
  const words = { name_en: id, aliases: [], wikidata: null };
  return { id, kind, parent, country: 'ZZ', lat: null, lon: null, ...words };
}

/** A whole number from the record's number and a seed. */
function draw(seed: number): string {
  return `hash(i * 100 + ${seed})`;
}

function pick(seed: number, values: readonly (string | null)[]): string {
  const list = values.map((value) => (value === null ? 'NULL' : `'${value}'`)).join(', ');
  return `[${list}][1 + (${draw(seed)} % ${values.length})::INTEGER]`;
}

function span(column: 'from_day' | 'to_day'): string {
  const [few, month, quarter, open] =
    column === 'from_day'
      ? [
          'day',
          "date_trunc('month', day)",
          "date_trunc('quarter', day)",
          `CASE WHEN i % 20 < 10 THEN day END`,
        ]
      : [
          `day + (1 + i % 6)::INTEGER`,
          'last_day(day)',
          "date_trunc('quarter', day) + INTERVAL 3 MONTH - INTERVAL 1 DAY",
          'CASE WHEN i % 20 >= 10 THEN day END',
        ];
  const interval = `CASE WHEN shape = 97 THEN ${few} WHEN i % 10 < 7 THEN ${month}
    WHEN i % 10 < 9 THEN ${quarter} ELSE ${open} END`;
  return `(CASE WHEN shape < 97 THEN day ELSE ${interval} END)::DATE AS ${column}`;
}

/** The columns of an estimate up to about `most`: one in twenty has no number, one in thirty no upper end. */
function quantity(name: string, applies: string, most: number): string {
  const seed = name.length * 1000;
  const shape = `${draw(seed)} % 100`;
  const low = `(1 + ${draw(seed + 1)} % ${most})::BIGINT`;
  const when = (value: string) => `CASE WHEN ${applies} THEN ${value} END`;
  return `
    ${when(`CASE WHEN ${shape} < 5 THEN 0 ELSE ${low} END`)} AS ${name}_low,
    ${when(`CASE WHEN ${shape} < 5 THEN 0 WHEN ${shape} < 8 THEN NULL
      WHEN ${shape} < 20 THEN ${low} + (${draw(seed + 2)} % ${most})::BIGINT ELSE ${low} END`)} AS ${name}_high,
    ${when(`${shape} BETWEEN 15 AND 25`)} AS ${name}_approximate,
    ${when(`CASE WHEN ${shape} < 5 THEN 1 ELSE 0 END`)} AS ${name}_unnumbered`;
}
