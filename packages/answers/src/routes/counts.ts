import { type CountsAnswer, endpoints, fileName } from '@article21/contract';
import {
  type ChartQuery,
  type Counts,
  columnsOf,
  type MeasureId,
  printDay,
  printQuery,
  publishCounts,
} from '@article21/model';
import { countsFor } from '../counts-for.ts';
import { countable } from '../counts-query.ts';
import { findingsOf } from '../findings.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { type Request, route } from '../route.ts';

export const counts = route(endpoints.counts, ({ query, loaded, words }) =>
  jsonOf(query, loaded, (counted) => countsAnswer(counted, loaded, words)),
);

/** The same with the rows as columns. */
export const countsColumns = route(endpoints.countsColumns, ({ query, loaded, words }) =>
  jsonOf(query, loaded, (counted) => {
    const { rows, ...others } = countsFor(counted, loaded);
    return { ...answerOf({ ...others, rows: [] }, counted, { loaded, words }), rows: columnsOf(rows) };
  }),
);

/** How a question for counts is answered as JSON. */
export function jsonOf<Answer>(
  requested: ChartQuery,
  loaded: LoadedSnapshot,
  answerOf: (query: ChartQuery) => Answer,
) {
  const { query, ...size } = countable(requested, loaded);
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `inline; filename="${fileName(query, 'json')}"` },
    answer: async () => answerOf(query),
  };
}

/** The answer to a parsed query. */
export function countsAnswer(
  query: ChartQuery,
  loaded: LoadedSnapshot,
  words: Request['words'],
): CountsAnswer {
  return answerOf(countsFor(query, loaded), query, { loaded, words });
}

/** The answer of counts: with their findings in the query's language. */
function answerOf(
  counts: Counts,
  query: ChartQuery,
  { loaded, words }: Pick<Request, 'words'> & { loaded: LoadedSnapshot },
): CountsAnswer {
  const published = publishCounts(counts, query);
  const localWords = words(query.lang ?? 'en').of(loaded.vocabulary);
  const findings = findingsOf(query, counts, loaded, localWords);
  const headlineOf = (measure: MeasureId) => findings.find((it) => it.measure === measure)?.headline ?? '';
  return {
    query: printed(query),
    snapshot: loaded.id,
    synthetic: loaded.snapshot.catalogue.meta.synthetic,
    ...published,
    totals: counts.totals.map((total, i) => ({
      ...(published.totals[i] as (typeof published.totals)[number]),
      sentence: localWords.count(total, total.measure),
      headline: headlineOf(total.measure),
    })),
    headlines: findings.map(({ measure, headline, remarks }) => ({
      measure,
      text: headline,
      remarks: [...remarks],
    })),
  };
}

function printed(query: ChartQuery): CountsAnswer['query'] {
  const { measure, place, from, to, phase, basis, evidence, attribute, by, every, lang, snapshot } = query;
  return {
    text: printQuery(query),
    measure: [...measure],
    place: [...place],
    from: from === null ? null : printDay(from),
    to: to === null ? null : printDay(to),
    phase: [...phase],
    basis,
    ...(evidence === null ? {} : { evidence }),
    ...(attribute.length === 0 ? {} : { attribute: [...attribute] }),
    by: [...by],
    every,
    lang,
    snapshot,
  };
}
