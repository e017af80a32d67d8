import type { z } from 'zod';
import { annotations } from './annotations.ts';
import { assemblies } from './assemblies.ts';
import { changes } from './changes.ts';
import { chartCsv } from './chart-csv.ts';
import { chartJson } from './chart-json.ts';
import { chartPdf } from './chart-pdf.ts';
import { chartPng } from './chart-png.ts';
import { chartPptx } from './chart-pptx.ts';
import { chartSvg } from './chart-svg.ts';
import { counts } from './counts.ts';
import { countsColumns } from './counts-columns.ts';
import { countsCsv } from './counts-csv.ts';
import { countsSheetCsv } from './counts-sheet-csv.ts';
import { countsXlsx } from './counts-xlsx.ts';
import { coverage } from './coverage.ts';
import { datasetZip } from './dataset-zip.ts';
import { embed } from './embed.ts';
import { health } from './health.ts';
import { measures } from './measures.ts';
import { oembed } from './oembed.ts';
import { outlines } from './outlines.ts';
import { places } from './places.ts';
import { ready } from './ready.ts';
import { record } from './record.ts';
import { records } from './records.ts';
import { recordsCsv } from './records-csv.ts';
import { recordsParquet } from './records-parquet.ts';
import { recordsXlsx } from './records-xlsx.ts';
import { search } from './search.ts';
import { snapshot } from './snapshot.ts';
import { snapshots } from './snapshots.ts';
import { source } from './source.ts';
import { sourceRows } from './source-rows.ts';

/** Every endpoint, in the order in which they are documented. */
export const endpoints = {
  counts,
  countsColumns,
  countsCsv,
  countsSheetCsv,
  countsXlsx,
  chartSvg,
  chartPng,
  chartPdf,
  chartPptx,
  chartCsv,
  chartJson,
  embed,
  oembed,
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
  snapshots,
  changes,
  health,
  ready,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;

/** What an endpoint answers, parsed. */
export type AnswerOf<Name extends EndpointName> = z.output<Endpoints[Name]['answer']>;
