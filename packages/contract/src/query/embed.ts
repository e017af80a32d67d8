import {
  type ChartQuery,
  emptyQuery,
  parseQuery,
  printQuery,
  type QueryIssue,
  queryKeys,
} from '@article21/model';
import { allowedKeys } from './allowed.ts';

/** A chart inside another page; with `controls` its readers may choose measure, place and period. */
export interface EmbedQuery extends ChartQuery {
  controls: boolean;
}

/** Reads the query of an embed; as `parseQuery` of the model, every fault is an issue. */
export function parseEmbedQuery(
  params: URLSearchParams,
  known: Parameters<typeof parseQuery>[1] = {},
): { query: EmbedQuery; issues: QueryIssue[] } {
  // A form sends what was not chosen as an empty text.
  const chosen = new URLSearchParams([...params].filter(([, text]) => text !== ''));
  const all = allowedKeys(chosen, [...queryKeys, 'controls']);
  const chart = parseQuery(allowedKeys(all.params, queryKeys).params, known);
  const stated = all.params.getAll('controls');
  const query = { ...chart.query, controls: stated.length === 1 && stated[0] === '1' };
  const issues = [...all.issues, ...chart.issues];
  if (stated.length > 0 && !query.controls) issues.push(unreadable(stated));
  return { query, issues };
}

/** The canonical text of a query for an embed; `parseEmbedQuery` reads it back. */
export function printEmbedQuery(query: Partial<EmbedQuery>): string {
  const { controls, ...chart } = { ...emptyQuery, controls: false, ...query };
  return [printQuery(chart), controls ? 'controls=1' : ''].filter(Boolean).join('&');
}

function unreadable([text = '', ...more]: readonly string[]): QueryIssue {
  const [code, message] =
    more.length > 0
      ? (['duplicate_key', `controls is given ${more.length + 1} times`] as const)
      : (['unknown_value', `unknown controls: ${text.slice(0, 64)}`] as const);
  return { key: 'controls', code, stated: text.slice(0, 200), message, hint: 'known: 1, once' };
}
