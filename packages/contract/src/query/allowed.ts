import { type QueryIssue, valuesByKey } from '@article21/model';

/** Keeps the keys that are allowed; every other one is an issue that names them. */
export function allowedKeys(
  params: URLSearchParams,
  allowed: readonly string[],
): { params: URLSearchParams; issues: QueryIssue[] } {
  const kept = new URLSearchParams();
  for (const [key, value] of params) if (allowed.includes(key)) kept.append(key, value);
  const unknown = [...valuesByKey(params)].filter(([key]) => !allowed.includes(key));
  const hint = allowed.length > 0 ? `known: ${allowed.join(', ')}` : 'this address takes no query';
  const issues = unknown.map(([key, [stated = '']]) => ({
    key: key.slice(0, 64),
    code: 'unknown_key' as const,
    stated: stated.slice(0, 200),
    message: `unknown key: ${key.slice(0, 64)}`,
    hint,
  }));
  return { params: kept, issues };
}
