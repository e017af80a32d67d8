import { type ChartQuery, type CountColumns, readColumns, readCounts, rowGrouping } from '@article21/model';
import type { CountsAnswer, CountsRead } from './endpoints/counts.ts';

/** The answer of `counts`, its rows in columns. */
export interface ColumnsAnswer extends Omit<CountsAnswer, 'rows'> {
  rows: CountColumns;
}

/** What is asked for counts: a part of the client. */
interface Counting<Options> {
  counts(query: ChartQuery, options: Options): Promise<CountsAnswer>;
  countsColumns(query: ChartQuery, options: Options): Promise<CountsRead>;
}

/** Asks for the counts of a query; of a series for each of several places in columns, which are a fraction of the bytes. */
export async function askCounts<Options>(
  client: Counting<Options>,
  query: ChartQuery,
  options: Options,
): Promise<CountsRead> {
  const isLong = query.by.includes('period') && rowGrouping(query) !== null;
  return isLong
    ? client.countsColumns(query, options)
    : readCountsAnswer(await client.counts(query, options));
}

/** Reads the counts of an answer, so that they can be drawn. */
export function readCountsAnswer(answer: CountsAnswer): CountsRead {
  const { totals, ...counts } = readCounts(answer);
  const textsOf = (i: number) => {
    const { sentence = '', headline = '' } = answer.totals[i] ?? {};
    return { sentence, headline };
  };
  return { ...answer, ...counts, totals: totals.map((total, i) => ({ ...total, ...textsOf(i) })) };
}

/** The same of one whose rows are in columns. */
export function readColumnsAnswer({ rows, ...answer }: ColumnsAnswer): CountsRead {
  return { ...readCountsAnswer({ ...answer, rows: [] }), rows: readColumns(rows) };
}
