import { endpoints, type SearchAnswer, type SearchQuery } from '@article21/contract';
import { foldedWords, publishRecord } from '@article21/model';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { withNeighbours } from '../neighbours.ts';
import { redact } from '../redact.ts';
import { route } from '../route.ts';
import { searchIndexOf } from '../search/search-index.ts';

/** The most places that are named; the filter of places has all. */
const MOST_PLACES = 20;

export const search = route(endpoints.search, ({ query, loaded }) => ({
  answer: () => answerTo(query, loaded),
}));

async function answerTo({ q, cursor, limit }: SearchQuery, loaded: LoadedSnapshot): Promise<SearchAnswer> {
  const wanted = foldedWords(q ?? '');
  const index = await searchIndexOf(loaded);
  const { unsearched, unsearchedSources } = index;
  if (wanted.length === 0)
    return {
      ...{ places: [], morePlaces: 0, records: [], sentences: [], total: 0, next: null },
      ...{ unsearched, unsearchedSources },
    };
  const isFound = (it: { words: string }) => wanted.every((word) => it.words.includes(word));
  const ids = index.records.filter(isFound).map(({ id }) => id);
  const quoting = new Set(ids);
  const sentences = index.sentences.filter(
    (it) => isFound(it) && !it.records.some((record) => quoting.has(record)),
  );
  const total = ids.length + sentences.length;
  const begin = Math.max(0, cursor - ids.length);
  const records = ids.slice(cursor, cursor + limit);
  const places = cursor === 0 ? index.places.filter(isFound).map(({ id }) => id) : [];
  return {
    places: places.slice(0, MOST_PLACES),
    morePlaces: Math.max(0, places.length - MOST_PLACES),
    records: await recordsOf(records, loaded),
    sentences: sentences
      .slice(begin, begin + limit - records.length)
      .map(({ source, text, start, records: [record = null] }) => ({ source, text, start, record })),
    total,
    next: cursor + limit < total ? String(cursor + limit) : null,
    unsearched,
    unsearchedSources,
  };
}

async function recordsOf(ids: readonly string[], loaded: LoadedSnapshot): Promise<SearchAnswer['records']> {
  const found = await Promise.all(ids.map((id) => loaded.snapshot.record(id)));
  const shown = found.flatMap((record) => (record ? [redact(record, loaded)] : []));
  return (await withNeighbours(shown, loaded)).map(publishRecord);
}
