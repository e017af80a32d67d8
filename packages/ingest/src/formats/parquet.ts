import { stat } from 'node:fs/promises';
import { LARGEST_FILE, problem, type TableFormat, type TablePart, tooLong } from './table-format.ts';

/** Columns in a file, as databases and statistics programs write them. */
export const parquet: TableFormat = { id: 'parquet', extensions: ['parquet'], read };

async function* read(path: string): AsyncGenerator<TablePart> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE)
    return yield problem('too_large', 'the file is larger than 2 GB', 'cut it into several');
  // Loaded here: that takes longer than to read a table of another format.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  try {
    // DuckDB takes `table [1].parquet` for a pattern that means `table 1.parquet`, and the folder `count=5` for a column of fives.
    const file = path.replace(/[*?[]/g, '[$&]').replaceAll("'", "''");
    const table = `read_parquet('${file}', hive_partitioning = false)`;
    const result = await connection.stream(`SELECT COLUMNS(*)::VARCHAR FROM ${table}`);
    yield { head: { format: 'parquet', encoding: null, separator: null, sheet: null, sheets: [] } };
    yield { rows: [{ row: 1, cells: result.columnNames() }] };
    let number = 1;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const rows = chunk.getRows().map((values) => {
        number += 1;
        return { row: number, cells: values.map((value) => (value === null ? '' : String(value))) };
      });
      const long = rows.map(tooLong).find((it) => it !== null);
      if (long) return yield long;
      yield { rows };
    }
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    yield problem(
      { code: 'damaged', values: { detail: message ?? '' } },
      `the Parquet file cannot be read: ${message}`,
      'write it again from the program that made it',
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
