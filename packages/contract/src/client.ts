import { readRecord } from '@article21/model';
import { ApiProblem } from './api-problem.ts';
import type { AnnotationsAnswer } from './endpoints/annotations.ts';
import type { AssembliesAnswer } from './endpoints/assemblies.ts';
import type { ChangesAnswer } from './endpoints/changes.ts';
import type { CountsAnswer, CountsRead } from './endpoints/counts.ts';
import type { CoverageAnswer } from './endpoints/coverage.ts';
import type { HealthAnswer } from './endpoints/health.ts';
import type { MeasuresAnswer } from './endpoints/measures.ts';
import type { OembedAnswer } from './endpoints/oembed.ts';
import type { OutlinesAnswer } from './endpoints/outlines.ts';
import type { PlacesAnswer } from './endpoints/places.ts';
import type { ReadyAnswer } from './endpoints/ready.ts';
import type { RecordAnswer } from './endpoints/record.ts';
import type { RecordsAnswer, RecordsRead } from './endpoints/records.ts';
import type { SnapshotAnswer } from './endpoints/snapshot.ts';
import type { SnapshotsAnswer } from './endpoints/snapshots.ts';
import type { SourceAnswer } from './endpoints/source.ts';
import { paths } from './paths.ts';
import type { Problem } from './problem.ts';

export { fileName, presentationName } from './file-name.ts';
export type { ProblemIssue } from './problem.ts';
export type { EmbedQuery } from './query/embed.ts';
export type { ImageQuery } from './query/image.ts';
export { pageKeys, parsePageQuery } from './query/page.ts';
export { emptyRecordQuery, parseRecordQuery, printRecordQuery, type RecordQuery } from './query/records.ts';
export {
  checkShown,
  LONGEST_IN_SHOW,
  printShow,
  readShow,
  type ShowFault,
  type Shown,
  type ShownView,
} from './query/show.ts';
export { readCountsAnswer } from './read-counts.ts';
export type {
  AnnotationsAnswer,
  AssembliesAnswer,
  ChangesAnswer,
  CountsAnswer,
  CountsRead,
  CoverageAnswer,
  HealthAnswer,
  MeasuresAnswer,
  OembedAnswer,
  OutlinesAnswer,
  PlacesAnswer,
  Problem,
  ReadyAnswer,
  RecordAnswer,
  RecordsAnswer,
  RecordsRead,
  SnapshotAnswer,
  SnapshotsAnswer,
  SourceAnswer,
};
export { ApiProblem, paths };

/** What is used of an answer of `fetch`. */
interface Reply {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** `fetch` of a browser or of Node, or `app.request` of the API itself. */
export type Fetch = (url: string, init: { signal?: AbortSignal }) => Reply | Promise<Reply>;

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

export type Client = ReturnType<typeof createClient>;

type Of<K extends keyof typeof paths> = Parameters<(typeof paths)[K]>[0];
type Send = (path: string, options?: CallOptions) => Promise<Reply>;

/**
 * The API, typed: one method for each endpoint, each answering the parsed body, a text, or the bytes of a file. An answer
 * that is not a success throws an `ApiProblem`; a network that fails, or a signal that aborts, throws what `fetch` throws.
 * `baseUrl` has no slash at its end.
 */
export function createClient(fetch: Fetch, baseUrl = '') {
  const send = async (path: string, { signal }: CallOptions = {}): Promise<Reply> => {
    const reply = await fetch(baseUrl + path, signal ? { signal } : {});
    if (!reply.ok) throw new ApiProblem(await problemOf(reply));
    return reply;
  };
  // The API checks its answers against the same schemas in its tests; a browser need not do it again.
  const get = async <T>(path: string, options?: CallOptions): Promise<T> =>
    (await (await send(path, options)).json()) as T;

  return {
    counts: (query?: Of<'counts'>, options?: CallOptions) => get<CountsAnswer>(paths.counts(query), options),
    countsCsv: async (query?: Of<'countsCsv'>, options?: CallOptions) =>
      (await send(paths.countsCsv(query), options)).text(),
    countsSheetCsv: async (query?: Of<'countsSheetCsv'>, options?: CallOptions) =>
      (await send(paths.countsSheetCsv(query), options)).text(),
    countsXlsx: async (query?: Of<'countsXlsx'>, options?: CallOptions) =>
      (await send(paths.countsXlsx(query), options)).arrayBuffer(),
    ...chartMethods(send),
    records: async (query?: Of<'records'>, options?: CallOptions): Promise<RecordsRead> => {
      const { records, ...page } = await get<RecordsAnswer>(paths.records(query), options);
      return { ...page, records: records.map(readRecord) };
    },
    record: async (id: string, asked?: { snapshot?: string | null }, options?: CallOptions) =>
      readRecord(await get<RecordAnswer>(paths.record(id, asked), options)),
    source: (id: string, asked?: { snapshot?: string | null }, options?: CallOptions) =>
      get<SourceAnswer>(paths.source(id, asked), options),
    measures: (asked?: Of<'measures'>, options?: CallOptions) =>
      get<MeasuresAnswer>(paths.measures(asked), options),
    places: (asked?: Of<'places'>, options?: CallOptions) => get<PlacesAnswer>(paths.places(asked), options),
    assemblies: (asked?: Of<'assemblies'>, options?: CallOptions) =>
      get<AssembliesAnswer>(paths.assemblies(asked), options),
    coverage: (asked?: Of<'coverage'>, options?: CallOptions) =>
      get<CoverageAnswer>(paths.coverage(asked), options),
    annotations: (asked?: Of<'annotations'>, options?: CallOptions) =>
      get<AnnotationsAnswer>(paths.annotations(asked), options),
    outlines: (asked?: Of<'outlines'>, options?: CallOptions) =>
      get<OutlinesAnswer>(paths.outlines(asked), options),
    snapshot: (asked?: Of<'snapshot'>, options?: CallOptions) =>
      get<SnapshotAnswer>(paths.snapshot(asked), options),
    snapshots: (options?: CallOptions) => get<SnapshotsAnswer>(paths.snapshots(), options),
    changes: (id: string, asked?: { since?: string | null }, options?: CallOptions) =>
      get<ChangesAnswer>(paths.changes(id, asked), options),
    health: (options?: CallOptions) => get<HealthAnswer>(paths.health(), options),
    ready: (options?: CallOptions) => get<ReadyAnswer>(paths.ready(), options),
  };
}

/** The chart of a query, in every form that it has. */
function chartMethods(send: Send) {
  return {
    chartSvg: async (query?: Of<'chartSvg'>, options?: CallOptions) =>
      (await send(paths.chartSvg(query), options)).text(),
    chartPng: async (query?: Of<'chartPng'>, options?: CallOptions) =>
      (await send(paths.chartPng(query), options)).arrayBuffer(),
    chartPdf: async (query?: Of<'chartPdf'>, options?: CallOptions) =>
      (await send(paths.chartPdf(query), options)).arrayBuffer(),
    chartPptx: async (query?: Of<'chartPptx'>, options?: CallOptions) =>
      (await send(paths.chartPptx(query), options)).arrayBuffer(),
    chartCsv: async (query?: Of<'chartCsv'>, options?: CallOptions) =>
      (await send(paths.chartCsv(query), options)).text(),
    chartJson: async (query?: Of<'chartJson'>, options?: CallOptions) =>
      (await (await send(paths.chartJson(query), options)).json()) as CountsAnswer,
    embed: async (query?: Of<'embed'>, options?: CallOptions) =>
      (await send(paths.embed(query), options)).text(),
    oembed: async (query?: Of<'oembed'>, options?: CallOptions) =>
      (await (await send(paths.oembed(query), options)).json()) as OembedAnswer,
  };
}

async function problemOf(reply: Reply): Promise<Problem> {
  if (reply.headers.get('content-type')?.startsWith('application/problem+json'))
    return (await reply.json()) as Problem;
  // What answers may not be the API but something in front of it, which has its own way of failing.
  const { status } = reply;
  const detail = `the server answered ${status} and did not say why`;
  return { type: 'about:blank', title: 'The server did not answer', status, detail, issues: [] };
}
