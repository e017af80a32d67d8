import {
  HttpProblem,
  type LoadedSnapshot,
  loadSnapshot,
  problemOf,
  type Request,
  type Route,
  readParams,
  refuseIssues,
  snapshotOf,
} from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import { type ChangesAnswer, endpoints, parseEndpointQuery } from '@article21/contract';
import type { Fetch } from '@article21/contract/client';
import { type About, names } from '../layout.ts';
import type { ReadFile } from './records.ts';
import { OtherSnapshot, openMirrored, refusalOf, refuseOther } from './snapshot.ts';

/** What is used of a `Response`, and none: a browser takes a turn of its loop, often a frame, to read one. */
export interface MirrorReply {
  ok: boolean;
  status: number;
  headers: Headers;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What answers as `fetch` would. */
export type SnapshotFetch = (...args: Parameters<Fetch>) => Promise<MirrorReply>;

interface Mirror {
  about: About;
  loaded: LoadedSnapshot;
  read: ReadFile;
  routes: readonly Route[];
  words: Request['words'];
}

/**
 * Answers the addresses of `routes` from the files of a snapshot, with the same code and the same refusals as the API. What it is
 * given is what `fetch` would be. A file that cannot be read rejects, as a network that fails does.
 */
export function createSnapshotFetch(
  read: ReadFile,
  words: Request['words'],
  routes: readonly Route[],
): SnapshotFetch {
  let opening: Promise<Mirror> | null = null;
  const opened = () => {
    opening ??= open(read, words, routes).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return async (address, { signal }) => {
    try {
      const reply = await answer(new URL(address, 'http://mirror.invalid'), await opened());
      signal?.throwIfAborted();
      return reply;
    } catch (thrown) {
      const error = thrown instanceof OtherSnapshot ? await refusalOf(thrown, read) : thrown;
      if (!(error instanceof HttpProblem)) throw error;
      const problem = problemOf(error, '');
      return reply(JSON.stringify(problem), 'application/problem+json', problem.status);
    }
  };
}

async function open(read: ReadFile, words: Request['words'], routes: readonly Route[]): Promise<Mirror> {
  const about = JSON.parse(new TextDecoder().decode(await read(names.about))) as About;
  return { about, loaded: await loadSnapshot(openMirrored(about, read)), read, routes, words };
}

async function answer(url: URL, mirror: Mirror): Promise<MirrorReply> {
  for (const route of mirror.routes) {
    const params = paramsOf(route.endpoint.path, url.pathname);
    if (params) return answerRoute(route, params, url, mirror);
  }
  if (url.pathname === endpoints.snapshots.path) {
    return reply(JSON.stringify(mirror.about.versions), endpoints.snapshots.mediaType);
  }
  const changed = paramsOf(endpoints.changes.path, url.pathname);
  if (changed) {
    const answer = await changesOf(changed.id ?? '', url.searchParams, mirror);
    return reply(JSON.stringify(answer), endpoints.changes.mediaType);
  }
  throw new HttpProblem('not-found', `there is nothing at ${url.pathname.slice(0, 200)} in a mirror`);
}

async function answerRoute(
  route: Route,
  stated: Record<string, string>,
  { pathname: path, searchParams: search }: URL,
  { loaded, words }: Mirror,
): Promise<MirrorReply> {
  const { endpoint } = route;
  const params = readParams(endpoint, stated, path);
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  refuseOther(pinned, loaded);
  const request = { params, search, loaded, words };
  const understood = await route.read(request);
  const body = await understood.answer();
  const isFile = typeof body === 'string' || body instanceof Uint8Array;
  const content = isFile ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body);
  return reply(content, endpoint.mediaType, 200, understood.headers);
}

async function changesOf(
  id: string,
  search: URLSearchParams,
  { loaded, read }: Mirror,
): Promise<ChangesAnswer> {
  const { query, issues } = parseEndpointQuery(endpoints.changes, search);
  refuseIssues(issues);
  const { since } = query;
  refuseOther(id === 'current' ? null : id, loaded);
  const changes = JSON.parse(new TextDecoder().decode(await read(names.changes))) as Changes;
  if ('refusal' in changes) throw new HttpProblem(changes.refusal.kind, changes.refusal.message);
  if (since !== null && since !== changes.answer.since) refuseOther(since, loaded);
  return changes.answer;
}

/** The parts that a path has in the places of `{…}`; null when it is another path. */
function paramsOf(pattern: string, pathname: string): Record<string, string> | null {
  const [parts, stated] = [pattern.split('/'), pathname.split('/')];
  if (parts.length !== stated.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of parts.entries()) {
    const key = /^\{(\w+)\}$/.exec(part)?.[1];
    if (key) params[key] = decode(stated[i] ?? '');
    else if (part !== stated[i]) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray % is no part of any id; left as it stands, nothing is found under it.
    return part;
  }
}

function reply(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): MirrorReply {
  const text = async () => (typeof body === 'string' ? body : new TextDecoder().decode(body));
  return {
    ok: status < 400,
    status,
    headers: new Headers({ ...headers, 'Content-Type': type }),
    text,
    json: async () => JSON.parse(await text()) as unknown,
    arrayBuffer: async () =>
      (typeof body === 'string' ? new TextEncoder().encode(body) : body.slice()).buffer,
  };
}
