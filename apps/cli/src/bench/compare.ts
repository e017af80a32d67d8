import {
  bucketName,
  type Counted,
  type Counts,
  type MeasureId,
  measure,
  parseDay,
  usualVocabulary,
} from '@article21/model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Question } from './questions.ts';

/** Whether DuckDB gives the same rows, totals and undated as an answer of the cube, to the last number. */
export async function isEqual(
  connection: DuckDBConnection,
  { query, sql, totalsSql, undatedSql }: Question,
  { rows, totals, undated }: Counts,
): Promise<boolean> {
  const place = query.by.includes('place');
  const period = query.by.includes('period') ? query.every : null;
  const ask = async (text: string, keys: readonly string[]) => {
    const answer = await connection.runAndReadAll(text);
    return answer.getRowsJson().map((row) => sqlLine(row, keys, period));
  };
  const keys = [...(place ? ['place'] : []), ...(period ? ['period'] : [])];
  const fromSql = query.by.length > 0 ? await ask(sql, keys) : [];
  return (
    sameLines(fromSql, rows.map(line)) &&
    sameLines(await ask(totalsSql, []), totals.map(line)) &&
    sameLines(await ask(undatedSql, [...(place ? ['place'] : []), 'within']), undated.map(line))
  );
}

type Row = Counted & { place?: string | undefined; period?: string | undefined; within?: boolean };

function line(row: Row): string {
  const { measure: id, place, low, high, approximate, unnumbered, records } = row;
  const keys = [id, place, row.period, row.within].filter((key) => key !== undefined);
  return [...keys, low, high, approximate, unnumbered, records].join(' ');
}

function sqlLine(
  row: readonly unknown[],
  keys: readonly string[],
  period: Parameters<typeof bucketName>[1] | null,
): string {
  const id = String(row[0]) as MeasureId;
  const { scale } = measure(id, usualVocabulary);
  const named = keys.map((key, i) => {
    const value = String(row[i + 1]);
    return key === 'period' && period
      ? bucketName(parseDay(value.slice(0, 10)) ?? Number.NaN, period)
      : value;
  });
  const [low, high, open, approximate, unnumbered, records] = row.slice(keys.length + 1).map(Number);
  const top = open === 0 ? Number(high) / scale : null;
  return [id, ...named, Number(low) / scale, top, approximate !== 0, unnumbered, records].join(' ');
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  const left = [...a].sort();
  const right = [...b].sort();
  return left.length === right.length && left.every((text, i) => text === right[i]);
}
