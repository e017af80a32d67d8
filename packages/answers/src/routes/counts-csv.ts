import { endpoints, fileName } from '@article21/contract';
import { rollUp } from '@article21/cube';
import { type ChartQuery, measure, printQuery, publishCounts } from '@article21/model';
import { readCountsQuery } from '../counts-query.ts';
import type { Request, Route } from '../route.ts';

const columns = [
  'part',
  'measure',
  'unit',
  'place',
  'period',
  'from',
  'to',
  'low',
  'high',
  'stated_high',
  'approximate',
  'unnumbered',
  'records',
  'assembly_day',
  'within',
  'synthetic',
];

export const countsCsv: Route = {
  endpoint: endpoints.countsCsv,
  read(request) {
    const { query: asked, groups } = readCountsQuery(endpoints.countsCsv, request);
    const query = { ...asked, lang: null };
    return {
      canonical: printQuery(query),
      groups,
      headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
      answer: async () => countsTable(query, request),
    };
  },
};

/** The same numbers as lines. */
export async function countsTable(query: ChartQuery, { served }: Request): Promise<string> {
  const { rows, undated, totals } = publishCounts(rollUp(served.cube, query), query);
  const { synthetic } = served.snapshot.catalogue.meta;
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const parts = { row: rows, undated, total: totals };
  const lines = Object.entries(parts).flatMap(([part, counts]) =>
    counts.map((it) => ({
      ...{ part, ...it, unit: measure(it.measure).unit, synthetic },
      ...{ stated_high: it.statedHigh, assembly_day: 'assemblyDay' in it ? it.assemblyDay : null },
    })),
  );
  // RFC 4180: commas, CRLF, a header. Only ids, numbers and true or false stand in it, nothing that anybody typed.
  return stringify(lines, { header: true, columns, record_delimiter: 'windows', cast: { boolean: String } });
}
