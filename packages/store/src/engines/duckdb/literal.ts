/** A path or a word as an SQL literal, for the statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The path of one file as DuckDB's readers take it: `data [1]` would be a pattern that means `data 1`. */
export function fileLiteral(path: string): string {
  return literal(path.replace(/[*?[]/g, '[$&]'));
}

/**
 * A Parquet file as a table. Nothing is taken from the names of the folders around it, which DuckDB otherwise puts in the place of
 * what is in the file: every record below a folder `kind=fine` would be a fine.
 */
export function parquetTable(file: string): string {
  return `read_parquet(${fileLiteral(file)}, hive_partitioning = false)`;
}

/** The name of a table or column as SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
