import { endpoints, fileName } from '@article21/contract';
import { rollUp } from '@article21/cube';
import { type ChartQuery, measure, printQuery } from '@article21/model';
import { readCountsQuery } from '../counts-query.ts';
import type { Request, Route } from '../route.ts';

const columns = [
  'part',
  'measure',
  'unit',
  'place',
  'period',
  'low',
  'high',
  'approximate',
  'unnumbered',
  'records',
  'within',
  'synthetic',
];

export const countsCsv: Route = {
  endpoint: endpoints.countsCsv,
  read(request) {
    const query = { ...readCountsQuery(endpoints.countsCsv, request), lang: null };
    return {
      canonical: printQuery(query),
      headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
      answer: async () => countsTable(query, request),
    };
  },
};

/** The same numbers as lines. */
export async function countsTable(query: ChartQuery, { served }: Request): Promise<string> {
  const { rows, undated, totals } = rollUp(served.cube, query);
  const { synthetic } = served.snapshot.catalogue.meta;
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const parts = { row: rows, undated, total: totals };
  const lines = Object.entries(parts).flatMap(([part, counts]) =>
    counts.map((it) => ({ part, ...it, unit: measure(it.measure).unit, synthetic })),
  );
  // RFC 4180: commas, CRLF, a header. Only ids, numbers and true or false stand in it, nothing that anybody typed.
  return stringify(lines, { header: true, columns, record_delimiter: 'windows', cast: { boolean: String } });
}
