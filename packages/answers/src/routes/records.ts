import { endpoints, fileName, type RecordQuery, type RecordsAnswer } from '@article21/contract';
import { parseBucket, publishRecord } from '@article21/model';
import type { RecordFilter } from '@article21/store';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { withNeighbours } from '../neighbours.ts';
import { redact } from '../redact.ts';
import { route } from '../route.ts';

type FileQuery = Omit<RecordQuery, 'cursor' | 'limit'>;

export const records = route(endpoints.records, ({ query, loaded }) => {
  const { lang: _lang, ...kept } = choosing(query);
  return {
    query: kept,
    // Only its page says whether a cursor is one.
    ...(query.cursor === null ? {} : { find: async () => void (await answerTo(query, loaded)) }),
    answer: () => answerTo(query, loaded),
  };
});

/** The query without colours and grouping, which choose no record; `every` only names the step that `bucket` has of its own. */
function choosing<Query extends FileQuery>(query: Query) {
  const {
    by: _by,
    every: _every,
    chart: _chart,
    axis: _axis,
    page: _page,
    theme: _theme,
    title: _title,
    ...kept
  } = query;
  return kept;
}

/** The same of records in a file: its question, and what it is called. Texts are in English where no language is named. */
export function recordsFile(requested: FileQuery, extension: 'csv' | 'xlsx') {
  const name = fileName({ ...requested, measure: requested.measure ?? 'all', by: [], lang: null }, extension);
  return {
    query: { ...choosing(requested), lang: requested.lang ?? 'en' },
    headers: { 'Content-Disposition': `attachment; filename="records-${name}"` },
  };
}

async function answerTo(query: RecordQuery, loaded: LoadedSnapshot): Promise<RecordsAnswer> {
  const filter = filterOf(query, loaded);
  if (filter === null) return { records: [], next: null };
  try {
    const page = await loaded.snapshot.records(filter);
    const shown = page.records.map((record) => redact(record, loaded));
    return { records: (await withNeighbours(shown, loaded)).map(publishRecord), next: page.next };
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'invalid cursor') throw error;
    const hint = 'take it from `next` of the page before, as it is';
    const stated = (query.cursor ?? '').slice(0, 200);
    const issue = { key: 'cursor', code: 'unreadable', stated, message: 'not a cursor', hint };
    throw new HttpProblem('invalid-query', 'cursor: not a cursor', [issue]);
  }
}

/** The store's filter; null when no record can match. */
export function filterOf(query: RecordQuery, { tree }: LoadedSnapshot): RecordFilter | null {
  const within = placesIn(query, tree);
  const at = query.at.length === 0 ? null : query.at.filter((id) => within?.has(id) ?? true);
  const places = at ?? (within && [...within]);
  const bucket = countedDays(query);
  if (places?.length === 0 || (bucket && bucket.from > bucket.to)) return null;
  const { measure, from, to, phase, basis, evidence, attribute, undated, cursor, limit } = query;
  const requested = { from, to, bucket, phases: phase, basis, evidence, attribute, undated };
  return { measures: measure, kinds: null, places, ...requested, cursor, limit };
}

/** What the asked places take in, of it what the asked regions do; null for everything. */
function placesIn({ place, region }: RecordQuery, tree: LoadedSnapshot['tree']): Set<string> | null {
  if (place.length + region.length === 0) return null;
  const inside =
    place.length === 0 ? tree.places.map(({ id }) => id) : place.flatMap((id) => tree.within(id));
  return new Set(region.length === 0 ? inside : inside.filter((id) => region.includes(tree.regionOf(id))));
}

/** The days of the asked bucket that lie in the asked period. */
function countedDays({ from, to, bucket }: RecordQuery): RecordFilter['bucket'] {
  const days = bucket === null ? null : parseBucket(bucket);
  return days && { from: Math.max(from ?? days.from, days.from), to: Math.min(to ?? days.to, days.to) };
}
