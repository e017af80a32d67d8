import {
  type CellColumn,
  type Cells,
  cellBases,
  cellMeasures,
  cellPhases,
  createCells,
  type Measure,
  measure,
  NO_DAY,
  OPEN_END,
  OPEN_START,
} from '@article21/model';
import type { DuckDBConnection, DuckDBMaterializedResult, DuckDBVector } from '@duckdb/node-api';
import { countedBy, day, quantityColumns } from './filter.ts';
import { identifier, literal } from './literal.ts';

type Column = Exclude<CellColumn, 'measure'>;

/** The columns of the grouping's answer, in its order, each of the SQL type that its column of cells copies. */
const COLUMNS: readonly Column[] = [
  'place',
  'from',
  'to',
  'day',
  'phase',
  'basis',
  'low',
  'high',
  'open',
  'approximate',
  'unnumbered',
  'numbered',
  'records',
];

/**
 * Groups a relation that has `recordColumns` into cells, one measure after the other. The answer goes from DuckDB's
 * columns to those of the cells without a row in between, so that ten million records take seconds.
 */
export async function cellsFrom(connection: DuckDBConnection, relation: string): Promise<Cells> {
  const named = await connection.runAndReadAll(
    `SELECT DISTINCT place FROM ${identifier(relation)} ORDER BY place`,
  );
  const places = named.getColumns()[0]?.map(String) ?? [];
  const parts: Cells[] = [];
  for (const [index, id] of cellMeasures.entries()) {
    const result = await connection.run(grouping(relation, measure(id)));
    parts.push(copy(result, createCells(places, result.rowCount), index));
  }
  return join(places, parts);
}

/** A record states a number unless it gives nothing but reports without one. */
const NUMBERED = 'low <> 0 OR high IS NULL OR high <> 0 OR approximate OR unnumbered = 0';

function grouping(relation: string, it: Measure): string {
  const from = identifier(relation);
  // Keys are numbers before they are grouped, and sums of whole numbers are exact as doubles: both are faster.
  return `
    WITH places AS (
      SELECT place, (row_number() OVER (ORDER BY place) - 1)::UINTEGER AS place_index
      FROM (SELECT DISTINCT place FROM ${from})
    ), counted AS (
      SELECT place_index, ${day('from_day', OPEN_START)} AS from_key, ${day('to_day', OPEN_END)} AS to_key,
        ${day('assembly_day', NO_DAY)} AS day_key,
        ${numbered('phase', cellPhases)} AS phase_index, ${numbered('basis', cellBases)} AS basis_index,
        ${estimateOf(it)}
      FROM ${from} JOIN places USING (place)
      WHERE ${countedBy(it)}
    )
    SELECT place_index, from_key, to_key, day_key, phase_index, basis_index,
      sum(low), coalesce(sum(high), 0), (count(*) - count(high))::UINTEGER,
      count_if(approximate)::UINTEGER, sum(unnumbered)::UINTEGER, count_if(${NUMBERED})::UINTEGER, count(*)::UINTEGER
    FROM counted
    GROUP BY ALL
    ORDER BY place_index, from_key, to_key, day_key, phase_index, basis_index`;
}

function estimateOf(it: Measure): string {
  if (it.quantity === 'records')
    return '1::DOUBLE AS low, 1::DOUBLE AS high, false AS approximate, 0::BIGINT AS unnumbered';
  const name = quantityColumns(it);
  return `${name}_low::DOUBLE AS low, ${name}_high::DOUBLE AS high, ${name}_approximate AS approximate,
        ${name}_unnumbered AS unnumbered`;
}

function numbered(column: string, values: readonly (string | null)[]): string {
  const cases = values.map((value, i) =>
    value === null ? `WHEN ${column} IS NULL THEN ${i}` : `WHEN ${column} = ${literal(value)} THEN ${i}`,
  );
  return `(CASE ${cases.join(' ')} ELSE error('unknown ${column}: ' || ${column}) END)::UTINYINT`;
}

function copy(result: DuckDBMaterializedResult, cells: Cells, measureIndex: number): Cells {
  cells.measure.fill(measureIndex);
  let row = 0;
  for (let i = 0; i < result.chunkCount; i++) {
    const chunk = result.getChunk(i);
    for (const [at, name] of COLUMNS.entries()) cells[name].set(items(chunk.getColumnVector(at), name), row);
    row += chunk.rowCount;
  }
  return cells;
}

/** The numbers of a vector as they lie in memory; none is null here. */
function items(vector: DuckDBVector, name: Column): ArrayLike<number> {
  const found = (vector as unknown as { items?: unknown }).items;
  if (!ArrayBuffer.isView(found)) throw new Error(`DuckDB gave no plain numbers for ${name}`);
  return found as unknown as ArrayLike<number>;
}

function join(places: readonly string[], parts: readonly Cells[]): Cells {
  const all = createCells(
    places,
    parts.reduce((rows, part) => rows + part.place.length, 0),
  );
  let row = 0;
  for (const part of parts) {
    for (const name of COLUMNS) all[name].set(part[name], row);
    all.measure.set(part.measure, row);
    row += part.place.length;
  }
  return all;
}
