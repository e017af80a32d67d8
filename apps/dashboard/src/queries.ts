import {
  ApiProblem,
  askCounts,
  type CallOptions,
  type Client,
  type CountsAnswer,
  type CountsRead,
  createClient,
  type RecordQuery,
  type RecordsRead,
  readCountsAnswer,
  recordKeys,
} from '@article21/contract/client';
import {
  bases,
  type ChartQuery,
  type Language,
  printKeys,
  printQuery,
  type RestrictionRecord,
  withoutLook,
} from '@article21/model';
import { type Answer, answerKeys, firstQuoting } from '@article21/pages/views';
import {
  infiniteQueryOptions,
  keepPreviousData,
  notifyManager,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { ask } from './ask.ts';
import { localCounts } from './local-counts/index.ts';

const MINUTE = 60_000;

/**
 * The API of this site, or the files of a mirror in its place. Only the queries below and those of pictures call it: they
 * are the one place that knows the keys of answers.
 */
export const client: Client = createClient(ask);

/** What a reader's answers are kept in. A refusal is final; a network that fails is asked once more. */
export function createQueryClient(): QueryClient {
  // An answer is drawn as soon as it has come: the timer that the library waits for otherwise costs a frame.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: MINUTE,
        // A browser that believes itself offline is often wrong, and a page that waits says nothing.
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => !(error instanceof ApiProblem) && failures < 1,
        retryDelay: 300,
      },
    },
  });
}

/** Takes in the answers that the page brought with it. */
export function answeredBefore(kept: QueryClient, answers: readonly Answer[]): void {
  for (const [key, data, isPartial] of answers) {
    if (key[0] !== 'counts') kept.setQueryData(key, data);
    else {
      const answer = data as CountsAnswer;
      if (answer.query.snapshot === null) localCounts.setCurrent(answer.snapshot);
      kept.setQueryData(key, readCountsAnswer(answer), isPartial ? { updatedAt: 0 } : {});
    }
  }
}

export function placesQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.places(snapshot),
    queryFn: async ({ signal }) => (await client.places({ snapshot }, { signal })).places,
    staleTime: Infinity,
  });
}

export function snapshotQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.snapshot(snapshot),
    queryFn: ({ signal }) => client.snapshot({ snapshot }, { signal }),
  });
}

/** Every published version, and which is current. */
export function snapshotsQuery() {
  return queryOptions({
    queryKey: ['snapshots'],
    queryFn: ({ signal }) => client.snapshots({ signal }),
  });
}

/** What a version changed against another; null is the one before it. */
export function changesQuery(id: string, since: string | null) {
  return queryOptions({
    queryKey: answerKeys.changes(id, since),
    queryFn: ({ signal }) => client.changes(id, { since }, { signal }),
  });
}

export function assembliesQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.assemblies(snapshot),
    queryFn: async ({ signal }) => (await client.assemblies({ snapshot }, { signal })).assemblies,
    staleTime: Infinity,
  });
}

/** Where and when somebody watched. */
export function coverageQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.coverage(snapshot),
    queryFn: async ({ signal }) => (await client.coverage({ snapshot }, { signal })).coverage,
    staleTime: Infinity,
  });
}

/** Which days to remark. */
export function annotationsQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.annotations(snapshot),
    queryFn: async ({ signal }) => (await client.annotations({ snapshot }, { signal })).annotations,
    staleTime: Infinity,
  });
}

/** The countries behind a map. */
export function outlinesQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: ['outlines', snapshot],
    queryFn: async ({ signal }) => (await client.outlines({ snapshot }, { signal })).outlines,
    staleTime: Infinity,
  });
}

/** Counts with their sentences in a language. The answer before stays until the next has come. */
export function countsQuery(query: ChartQuery, lang: Language) {
  const request = counted(query, lang);
  const text = printQuery(request);
  return queryOptions({
    queryKey: answerKeys.counts(request),
    queryFn: async ({ signal }): Promise<CountsRead> => {
      const answer = localCounts.counts(request, { signal });
      if (answer && request.snapshot === null) unconfirmed.add(text);
      return answer ? readCountsAnswer(await answer) : await countsOfApi(request, { signal });
    },
    placeholderData: keepPreviousData,
  });
}

/** What counts depend on, and nothing of how they are drawn. */
function counted(query: ChartQuery, lang: Language): ChartQuery {
  return { ...withoutLook(query), lang };
}

async function countsOfApi(request: ChartQuery, options: CallOptions): Promise<CountsRead> {
  const answer = await askCounts(client, request, options);
  if (request.snapshot === null) localCounts.setCurrent(answer.snapshot);
  return answer;
}

/** Queries of the current snapshot that were counted locally: the API may know of a later snapshot. */
const unconfirmed = new Set<string>();

/** Asks the API too about counts that are shown. Where another snapshot has been published, it answers from there on. */
export async function confirmCounts(kept: QueryClient, query: ChartQuery, lang: Language): Promise<void> {
  const request = counted(query, lang);
  if (!unconfirmed.delete(printQuery(request))) return;
  const answer = await client.counts(request).catch(() => null);
  // What cannot be confirmed stays what it was: a snapshot that never changes, named under the chart.
  if (answer && !localCounts.setCurrent(answer.snapshot))
    await kept.invalidateQueries({ queryKey: ['counts'] });
}

/** The records behind a number, page by page. */
export function recordsQuery(query: Partial<RecordQuery>) {
  return infiniteQueryOptions({
    queryKey: ['records', printKeys(recordKeys, query)],
    queryFn: ({ signal, pageParam }) => client.records({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function recordQuery(id: string, snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.record(id, snapshot),
    queryFn: ({ signal }) => client.record(id, { snapshot }, { signal }),
  });
}

export function sourceQuery(id: string, snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.source(id, snapshot),
    queryFn: ({ signal }) => client.source(id, { snapshot }, { signal }),
    staleTime: Infinity,
  });
}

/** What has the words of `q`, after the first `skip`. */
export function searchQuery(q: string, skip: number | null, snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.search(q, skip, snapshot),
    queryFn: ({ signal }) => client.search({ q, cursor: skip ?? 0, snapshot }, { signal }),
    staleTime: Infinity,
  });
}

/** The rows of a table that stand with a row: see `firstOfRows`. */
export function rowsQuery(source: string, row: number, snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.rows(source, row, snapshot),
    queryFn: ({ signal }) => client.sourceRows(source, { row, snapshot }, { signal }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

/** A source of more coded passages than this is read with those of the first. */
const MOST_PASSAGES = 5000;

/** The records of a snapshot, incidents and summaries, for the passages of its sources. */
export function allRecordsQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: ['records', 'all', snapshot],
    queryFn: async ({ signal }) => {
      const all = await Promise.all(bases.map((basis) => everyPage({ snapshot, basis, limit: 200 }, signal)));
      return all.flat();
    },
  });
}

/** All that stands behind a chart, for a presentation: it must be complete before the network is gone. */
export function quotationsQuery(query: Partial<RecordQuery>) {
  return queryOptions({
    queryKey: ['records', 'every', printKeys(recordKeys, query)],
    queryFn: ({ signal }) => everyPage({ ...query, limit: 200 }, signal),
  });
}

/** The first records behind a part of a chart. */
export function firstRecordsQuery(query: Partial<RecordQuery>, limit: number) {
  return queryOptions({
    queryKey: ['records', 'first', limit, printKeys(recordKeys, query)],
    queryFn: async ({ signal }) => (await client.records({ ...query, limit }, { signal })).records,
  });
}

/** One record that quotes a source; none where none of the first does. */
export function quotationQuery(snapshot: string | null) {
  return queryOptions({
    queryKey: answerKeys.quotation(snapshot),
    queryFn: async ({ signal }): Promise<RestrictionRecord[]> => {
      const found = firstQuoting((await client.records({ snapshot, limit: 5 }, { signal })).records);
      return found ? [found] : [];
    },
    staleTime: Infinity,
  });
}

/** What was answered once stays, and is not asked for again until the page is loaded anew. */
export function keepAnswers(kept: QueryClient): void {
  const { queries, ...others } = kept.getDefaultOptions();
  kept.setDefaultOptions({ ...others, queries: { ...queries, staleTime: Infinity, gcTime: Infinity } });
}

async function everyPage(query: Partial<RecordQuery>, signal: AbortSignal): Promise<RestrictionRecord[]> {
  const all: RestrictionRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: RecordsRead = await client.records({ ...query, cursor }, { signal });
    all.push(...page.records);
    cursor = page.next;
  } while (cursor !== null && all.length < MOST_PASSAGES);
  return all;
}
