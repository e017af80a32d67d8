import { refuseIssues, snapshotOf } from '@article21/answers';
import type { Endpoint } from '@article21/contract';
import type { Context } from 'hono';
import { type Headers, headersOf, routeOf } from './headers.ts';
import type { SnapshotOpener } from './snapshot-opener.ts';
import type { LoadedSnapshot } from './snapshots.ts';

/** Does something with the snapshot that a query names, else with the current one. `isPinned`: whether it names one. */
export async function withSnapshot<T>(
  c: Context,
  snapshots: SnapshotOpener,
  search: URLSearchParams,
  work: (loaded: LoadedSnapshot, isPinned: boolean) => Promise<T>,
): Promise<T> {
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  const { current, use } = snapshots.for(c);
  return use(pinned ?? (await current()), (loaded) => work(loaded, pinned !== null));
}

interface Common {
  mediaType: string;
  immutable: boolean;
  headers: Headers;
}

/** What all answers of an endpoint have in common. `isPinned`: whether the request names the snapshots it is about. */
export function commonOf(endpoint: Endpoint, isPinned: boolean): Common {
  const { mediaType, cache } = endpoint;
  return {
    mediaType: mediaType + (parameters[mediaType] ?? ''),
    immutable: cache === 'snapshot' && isPinned,
    headers: {
      ...headersOf(routeOf(endpoint)),
      ...(cache === 'never' ? { 'Cache-Control': 'no-store' } : {}),
    },
  };
}

/** What else a media type says of an answer. */
const parameters: Readonly<Record<string, string>> = {
  'text/csv': '; charset=utf-8; header=present',
  'text/html': '; charset=utf-8',
};
