import { type Route, readParams, refuseIssues, routes, snapshotOf } from '@article21/answers';
import type { Endpoint } from '@article21/contract';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import type { Context, Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';
import { textOf } from './jobs/data.ts';
import type { Snapshots } from './snapshots.ts';
import { costOfData, LIGHT } from './work/cost.ts';

interface Parts {
  snapshots: Snapshots;
  answer: Answer;
  words(language: Language): Words;
}

/** Adds every route of `routes`. */
export function addData(hono: Hono, parts: Parts): void {
  for (const route of routes) {
    const path = honoPath(route.endpoint);
    const headers = headersOf(path);
    hono.get(path, (c) => answerFrom(c, route, headers, parts));
  }
}

/** `/records/{id}` as Hono writes it. */
export function honoPath({ path }: Endpoint): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function answerFrom(
  c: Context,
  route: Route,
  headers: Readonly<Record<string, string>>,
  { snapshots, answer, words }: Parts,
): Promise<Response> {
  const params = readParams(route.endpoint, c.req.param(), c.req.path);
  const search = new URL(c.req.url).searchParams;
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  return snapshots.use(pinned ?? (await snapshots.current()), async (served) => {
    const understood = await route.read({ params, search, served, words });
    const { path, mediaType } = route.endpoint;
    const cost = costOfData(path, understood, served);
    const asked = { snapshot: served.id, path, params, search: search.toString() };
    return answer(c, {
      key: [served.id, path, understood.canonical],
      mediaType: mediaType === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : mediaType,
      immutable: pinned !== null,
      headers: { ...headers, ...understood.headers },
      body:
        cost <= LIGHT
          ? async () => textOf(await understood.answer())
          : { job: { kind: 'data', asked }, cost },
    });
  });
}
