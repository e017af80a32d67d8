import { type LoadedSnapshot, type Route, readParams, routes } from '@article21/answers';
import { endpoints } from '@article21/contract';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import type { Context, Hono } from 'hono';
import type { Answer } from './answer.ts';
import { commonOf, withSnapshot } from './endpoint.ts';
import { routeOf } from './headers.ts';
import { textOf } from './jobs/data.ts';
import type { SnapshotOpener } from './snapshot-opener.ts';
import { costOfData, costOfSearchIndex, LIGHT } from './work/cost.ts';
import type { ReadSized } from './work/sizes.ts';

interface Parts {
  snapshots: SnapshotOpener;
  answer: Answer;
  readSized: ReadSized;
  words(language: Language): Words;
}

/** Adds all of `routes` to the application. */
export function addData(hono: Hono, parts: Parts): void {
  for (const route of routes) hono.get(routeOf(route.endpoint), (c) => answerFrom(c, route, parts));
}

async function answerFrom(
  c: Context,
  route: Route,
  { snapshots, answer, readSized, words }: Parts,
): Promise<Response> {
  const { endpoint } = route;
  const { path } = endpoint;
  const params = readParams(endpoint, c.req.param(), c.req.path);
  const search = new URL(c.req.url).searchParams;
  return withSnapshot(c, snapshots, search, async (loaded, isPinned) => {
    const read = () => route.read({ params, search, loaded, words });
    const understood = await readSized(c, [loaded], read);
    const cost = costOfData(path, understood, loaded);
    const input = { snapshot: loaded.id, path, params, search: search.toString() };
    const common = commonOf(endpoint, isPinned);
    return answer(c, {
      ...common,
      key: [loaded.id, path, understood.canonical],
      headers: { ...common.headers, ...understood.headers },
      ...(understood.find ? { find: understood.find } : {}),
      body:
        cost <= LIGHT
          ? async () => textOf(await understood.answer())
          : { job: { kind: 'data', input }, cost, ...searchOf(path, loaded) },
    });
  });
}

/** What an endpoint needs that searches: an index, and of what it is made. */
function searchOf(path: string, loaded: LoadedSnapshot) {
  if (path !== endpoints.search.path) return {};
  return { searches: { snapshot: loaded.id, cost: costOfSearchIndex(loaded) } };
}
