import { resolveQuery } from '@article21/charts';
import { endpoints, fileName } from '@article21/contract';
import { rollUp } from '@article21/cube';
import { formulaSafe } from '@article21/messages';
import { type ChartQuery, measure, publishCounts } from '@article21/model';
import { countable } from '../counts-query.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { route } from '../route.ts';

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
  'approximate_dates',
  'within',
  'synthetic',
  'phase',
];

export const countsCsv = route(endpoints.countsCsv, ({ query, loaded }) => csvOf(query, loaded));

/** The same of the query that the chart draws. */
export const chartCsv = route(endpoints.chartCsv, ({ query, loaded }) => csvOf(resolveQuery(query), loaded));

function csvOf(requested: ChartQuery, loaded: LoadedSnapshot) {
  const { query: counted, ...size } = countable(requested, loaded);
  const query = { ...counted, lang: null };
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
    answer: async () => countsTable(query, loaded),
  };
}

/** The numbers of a query as lines. */
async function countsTable(query: ChartQuery, loaded: LoadedSnapshot): Promise<string> {
  const { rows, undated, totals } = publishCounts(rollUp(loaded.cube, query), query);
  const { synthetic } = loaded.snapshot.catalogue.meta;
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const parts = { row: rows, undated, total: totals };
  const lines = Object.entries(parts).flatMap(([part, counts]) =>
    counts.map((it) => ({
      ...{ part, ...it, unit: measure(it.measure, loaded.vocabulary).unit, synthetic },
      ...{ stated_high: it.statedHigh, assembly_day: 'assemblyDay' in it ? it.assemblyDay : null },
      ...{ approximate_dates: 'approximateDates' in it ? it.approximateDates : null },
    })),
  );
  // RFC 4180: commas, CRLF, a header. Only a unit is what somebody typed: that of a measure of the dataset's own.
  return stringify(lines, {
    header: true,
    columns,
    record_delimiter: 'windows',
    cast: { boolean: String, string: formulaSafe },
  });
}
