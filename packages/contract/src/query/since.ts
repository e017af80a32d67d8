import { parseQuery, type QueryIssue } from '@article21/model';
import { allowedKeys } from './allowed.ts';

/** Reads which snapshot another is compared with; null when none is named. Every fault is an issue. */
export function parseSince(params: URLSearchParams): { since: string | null; issues: QueryIssue[] } {
  const { params: own, issues } = allowedKeys(params, ['since']);
  // An id is read as everywhere, under its own key.
  const asSnapshot = new URLSearchParams(own.getAll('since').map((id): [string, string] => ['snapshot', id]));
  const read = parseQuery(asSnapshot);
  const renamed = read.issues.map((issue) => ({
    ...issue,
    key: 'since',
    message: issue.message.replace(/^snapshot\b/, 'since'),
  }));
  return { since: read.query.snapshot, issues: [...issues, ...renamed] };
}
