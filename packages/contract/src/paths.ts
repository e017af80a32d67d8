import { type ChartQuery, emptyQuery, type Language, printQuery } from '@article21/model';
import { type EmbedQuery, printEmbedQuery } from './query/embed.ts';
import { type ImageQuery, printImageQuery } from './query/image.ts';
import { type OembedQuery, printOembedQuery } from './query/oembed.ts';
import { printRecordQuery, type RecordQuery } from './query/records.ts';

/** Which version is asked, and in which words. */
export interface Asked {
  lang?: Language | null;
  snapshot?: string | null;
}

/** The address of each answer, relative to the API's. */
export const paths = {
  counts: (query: Partial<ChartQuery> = {}) => address('/api/v1/counts', printed(query)),
  countsCsv: (query: Partial<ChartQuery> = {}) => address('/api/v1/counts.csv', printed(query)),
  countsSheetCsv: (query: Partial<ChartQuery> = {}) => address('/api/v1/counts.sheet.csv', printed(query)),
  countsXlsx: (query: Partial<ChartQuery> = {}) => address('/api/v1/counts.xlsx', printed(query)),
  chartSvg: (query: Partial<Omit<ImageQuery, 'scale'>> = {}) => address('/chart.svg', printImageQuery(query)),
  chartPng: (query: Partial<ImageQuery> = {}) => address('/chart.png', printImageQuery(query)),
  chartPdf: (query: Partial<Omit<ImageQuery, 'scale'>> = {}) => address('/chart.pdf', printImageQuery(query)),
  /** With the text of `printShow`, the slides of a presentation. */
  chartPptx: ({ show = null, ...query }: Partial<ChartQuery> & { show?: string | null } = {}) =>
    address('/chart.pptx', [printed(query), show && `show=${show}`].filter(Boolean).join('&')),
  chartCsv: (query: Partial<ChartQuery> = {}) => address('/chart.csv', printed(query)),
  chartJson: (query: Partial<ChartQuery> = {}) => address('/chart.json', printed(query)),
  embed: (query: Partial<EmbedQuery> = {}) => address('/embed', printEmbedQuery(query)),
  oembed: (query: Partial<OembedQuery> = {}) => address('/oembed', printOembedQuery(query)),
  records: (query: Partial<RecordQuery> = {}) => address('/api/v1/records', printRecordQuery(query)),
  record: (id: string, asked: Pick<Asked, 'snapshot'> = {}) =>
    address(`/api/v1/records/${encodeURIComponent(id)}`, printed(asked)),
  source: (id: string, asked: Pick<Asked, 'snapshot'> = {}) =>
    address(`/api/v1/sources/${encodeURIComponent(id)}`, printed(asked)),
  measures: (asked: Asked = {}) => address('/api/v1/measures', printed(asked)),
  places: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/places', printed(asked)),
  assemblies: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/assemblies', printed(asked)),
  coverage: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/coverage', printed(asked)),
  annotations: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/annotations', printed(asked)),
  outlines: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/outlines', printed(asked)),
  snapshot: (asked: Pick<Asked, 'snapshot'> = {}) => address('/api/v1/snapshot', printed(asked)),
  snapshots: () => '/api/v1/snapshots',
  changes: (id: string, { since }: { since?: string | null } = {}) =>
    address(`/api/v1/snapshots/${encodeURIComponent(id)}/changes`, since ? `since=${since}` : ''),
  health: () => '/healthz',
  ready: () => '/readyz',
} as const;

function printed(query: Partial<ChartQuery>): string {
  return printQuery({ ...emptyQuery, ...query });
}

function address(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
