import type { Route } from '../route.ts';
import { annotations, assemblies, coverage, outlines, places } from './catalogue.ts';
import { chartJson } from './chart-json.ts';
import { counts, countsColumns } from './counts.ts';
import { chartCsv, countsCsv } from './counts-csv.ts';
import { countsSheetCsv } from './counts-sheet-csv.ts';
import { countsXlsx } from './counts-xlsx.ts';
import { datasetZip } from './dataset-zip.ts';
import { measures } from './measures.ts';
import { record } from './record.ts';
import { records } from './records.ts';
import { recordsCsv } from './records-csv.ts';
import { recordsParquet } from './records-parquet.ts';
import { recordsXlsx } from './records-xlsx.ts';
import { search } from './search.ts';
import { snapshot } from './snapshot.ts';
import { source } from './source.ts';
import { sourceRows } from './source-rows.ts';

/** The routes that answer from one snapshot. Those about the server or two snapshots are in `app.ts`. */
export const routes: readonly Route[] = [
  counts,
  countsColumns,
  countsCsv,
  countsSheetCsv,
  countsXlsx,
  chartCsv,
  chartJson,
  records,
  recordsCsv,
  recordsXlsx,
  recordsParquet,
  datasetZip,
  search,
  record,
  source,
  sourceRows,
  measures,
  places,
  assemblies,
  coverage,
  annotations,
  outlines,
  snapshot,
];
