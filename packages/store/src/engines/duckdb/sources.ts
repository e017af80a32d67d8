import type { CellSources, Cells, Vocabulary } from '@article21/model';
import type { DuckDBConnection, DuckDBMaterializedResult } from '@duckdb/node-api';
import { countedBy } from './filter.ts';
import { items, KEYS, keyed } from './keys.ts';
import { identifier } from './literal.ts';

/** The columns of cells that hold `KEYS`, in their order. */
const KEY_COLUMNS = ['place', 'from', 'to', 'day', 'phase', 'basis', 'combination'] as const;

/** The sources of cells; `parts` are the cells of each measure, in the order of the vocabulary and of `KEYS`. */
export async function sourcesOf(
  connection: DuckDBConnection,
  relation: string,
  vocabulary: Vocabulary,
  parts: readonly Cells[],
): Promise<CellSources> {
  const named = await connection.runAndReadAll(
    `SELECT DISTINCT source FROM (${cited(relation)}) ORDER BY source`,
  );
  const ids = named.getColumns()[0]?.map(String) ?? [];
  const walks = parts.map(
    (cells): Walk => ({ cells, cell: 0, counts: new Uint32Array(cells.place.length), source: [] }),
  );
  distribute(await connection.run(grouping(relation, vocabulary)), walks);
  return joined(ids, walks);
}

function cited(relation: string): string {
  return `SELECT unnest(list_transform(evidence, lambda it: it.source)) AS source FROM ${identifier(relation)}`;
}

/** Each source of what has the same keys, once for each set of measures that count it: one bit for each. */
function grouping(relation: string, { measures, attributes }: Vocabulary): string {
  const bits = measures.map((it, i) => `(CASE WHEN ${countedBy(it)} THEN ${2 ** i} ELSE 0 END)`);
  const expressions = `(${bits.join(' + ')})::UINTEGER AS measures,
        unnest(list_transform(evidence, lambda it: it.source)) AS source`;
  return `
    WITH cited AS (
      SELECT source, (row_number() OVER (ORDER BY source) - 1)::UINTEGER AS source_index
      FROM (SELECT DISTINCT source FROM (${cited(relation)}))
    ), ${keyed(relation, 'true', expressions, attributes)}
    SELECT ${KEYS.join(', ')}, source_index, measures
    FROM keyed JOIN cited USING (source)
    GROUP BY ALL
    ORDER BY ${KEYS.join(', ')}, source_index`;
}

/** The cells of a measure, at which of them one is, and of those before: how many sources each has, and which. */
interface Walk {
  readonly cells: Cells;
  cell: number;
  readonly counts: Uint32Array;
  readonly source: number[];
}

/** Both are in the order of the keys, so that each row belongs to the cell of the row before it, or to a later one. */
function distribute(result: DuckDBMaterializedResult, walks: readonly Walk[]): void {
  for (let i = 0; i < result.chunkCount; i++) {
    const chunk = result.getChunk(i);
    const keys = KEY_COLUMNS.map((_, at) => items(chunk.getColumnVector(at)));
    const source = items(chunk.getColumnVector(KEY_COLUMNS.length));
    const measures = items(chunk.getColumnVector(KEY_COLUMNS.length + 1));
    for (let at = 0; at < chunk.rowCount; at++)
      for (const [index, walk] of walks.entries())
        if (((measures[at] as number) & (1 << index)) !== 0) add(walk, keys, at, source[at] as number);
  }
}

function add(walk: Walk, keys: readonly ArrayLike<number>[], row: number, source: number): void {
  const { cells, counts } = walk;
  const isOther = (cell: number) => KEY_COLUMNS.some((name, key) => cells[name][cell] !== keys[key]?.[row]);
  while (walk.cell < counts.length && isOther(walk.cell)) walk.cell++;
  const count = counts[walk.cell] as number;
  // Records of several sets of measures may meet in a cell of one.
  if (count > 0 && walk.source.at(-1) === source) return;
  counts[walk.cell] = count + 1;
  walk.source.push(source);
}

function joined(ids: readonly string[], walks: readonly Walk[]): CellSources {
  const starts = new Uint32Array(walks.reduce((rows, { counts }) => rows + counts.length, 0) + 1);
  const source = new Uint32Array(walks.reduce((rows, walk) => rows + walk.source.length, 0));
  let cell = 0;
  let entry = 0;
  for (const walk of walks) {
    for (const count of walk.counts) starts[cell + 1] = (starts[cell++] as number) + count;
    source.set(walk.source, entry);
    entry += walk.source.length;
  }
  return { ids, starts, source };
}
