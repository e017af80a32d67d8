import { type CellColumn, type Cells, createCells, type Measure, type Vocabulary } from '@article21/model';
import type { DuckDBConnection, DuckDBMaterializedResult } from '@duckdb/node-api';
import { countedBy, quantityColumns } from './filter.ts';
import { items, KEYS, keyed } from './keys.ts';
import { identifier } from './literal.ts';
import { sourcesOf } from './sources.ts';

type Column = Exclude<CellColumn, 'measure'>;

/** The columns of the grouping's answer, in its order, each of the SQL type that its column of cells copies. */
const COLUMNS: readonly Column[] = [
  'place',
  'from',
  'to',
  'day',
  'phase',
  'basis',
  'combination',
  'low',
  'high',
  'open',
  'approximate',
  'unnumbered',
  'numbered',
  'approximateDates',
  'records',
];

/**
 * Groups a relation that has `recordColumns` into cells, one measure after the other. The answer goes from DuckDB's
 * columns to those of the cells without a row in between, so that ten million records take seconds.
 */
export async function cellsFrom(
  connection: DuckDBConnection,
  relation: string,
  vocabulary: Vocabulary,
): Promise<Cells> {
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT place, kind FROM ${identifier(relation)} ORDER BY place`,
  );
  const [placeOfEach = [], kindOfEach = []] = found.getColumns();
  const places = [...new Set(placeOfEach.map(String))];
  const kinds = new Set(kindOfEach);
  const parts: Cells[] = [];
  for (const [index, it] of vocabulary.measures.entries()) {
    // To plan a question takes longer than to answer it of a few records, and most datasets have few of the kinds.
    if (it.kind !== null && !kinds.has(it.kind)) {
      parts.push(createCells(places, 0, vocabulary));
      continue;
    }
    const result = await connection.run(grouping(relation, it, vocabulary));
    parts.push(copy(result, createCells(places, result.rowCount, vocabulary), index));
  }
  const sources = await sourcesOf(connection, relation, vocabulary, parts);
  return { ...join(places, parts, vocabulary), sources };
}

/** A record states a number unless it gives nothing but reports without one. */
const NUMBERED = 'low <> 0 OR high IS NULL OR high <> 0 OR approximate OR unnumbered = 0';

function grouping(relation: string, it: Measure, { attributes }: Vocabulary): string {
  // Sums of whole numbers are exact as doubles, which are faster.
  return `
    WITH ${keyed(relation, countedBy(it), `${estimateOf(it)}, charted_approximate AS inexact`, attributes)}
    SELECT ${KEYS.join(', ')},
      sum(low), coalesce(sum(high), 0), (count(*) - count(high))::UINTEGER,
      count_if(approximate)::UINTEGER, sum(unnumbered)::UINTEGER, count_if(${NUMBERED})::UINTEGER,
      count_if(inexact)::UINTEGER, count(*)::UINTEGER
    FROM keyed
    GROUP BY ALL
    ORDER BY ${KEYS.join(', ')}`;
}

function estimateOf(it: Measure): string {
  if (it.quantity === 'records')
    return '1::DOUBLE AS low, 1::DOUBLE AS high, false AS approximate, 0::BIGINT AS unnumbered';
  const name = quantityColumns(it);
  return `${name}_low::DOUBLE AS low, ${name}_high::DOUBLE AS high, ${name}_approximate AS approximate,
        ${name}_unnumbered AS unnumbered`;
}

function copy(result: DuckDBMaterializedResult, cells: Cells, measureIndex: number): Cells {
  cells.measure.fill(measureIndex);
  let row = 0;
  for (let i = 0; i < result.chunkCount; i++) {
    const chunk = result.getChunk(i);
    for (const [at, name] of COLUMNS.entries()) cells[name].set(items(chunk.getColumnVector(at)), row);
    row += chunk.rowCount;
  }
  return cells;
}

function join(places: readonly string[], parts: readonly Cells[], vocabulary: Vocabulary): Cells {
  const all = createCells(
    places,
    parts.reduce((rows, part) => rows + part.place.length, 0),
    vocabulary,
  );
  let row = 0;
  for (const part of parts) {
    for (const name of COLUMNS) all[name].set(part[name], row);
    all.measure.set(part.measure, row);
    row += part.place.length;
  }
  return all;
}
