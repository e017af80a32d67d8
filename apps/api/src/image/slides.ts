import { refuseIssues, snapshotOf } from '@article21/answers';
import { endpoints, presentationName } from '@article21/contract';
import { type AskedView, named, readDeck, readViews } from '@article21/pictures';
import type { Context, Hono } from 'hono';
import { commonOf } from '../endpoint.ts';
import { openOf, withAll } from '../jobs/slides.ts';
import type { LoadedSnapshot } from '../snapshots.ts';
import { costOfSlides } from '../work/cost.ts';
import type { ImageParts } from './serve.ts';

/** Adds the view of a query, or a whole presentation, as slides. */
export function addSlides(hono: Hono, parts: ImageParts): void {
  hono.get(endpoints.chartPptx.path, async (c) => {
    const search = new URL(c.req.url).searchParams;
    const { pinned, issues } = snapshotOf(search);
    refuseIssues(issues);
    const views = readViews(search);
    const isFrozen = views.every((view) => (view.snapshot ?? pinned) !== null);
    const usual = pinned ?? (isFrozen ? null : await parts.snapshots.for(c).current());
    const ids = views.map((view) => view.snapshot ?? usual ?? '');
    const asked = { views, ids, search: search.toString(), isFrozen };
    return withAll(parts.snapshots.for(c), [...new Set(ids)], new Map(), (open) =>
      answerWith(c, asked, open, parts),
    );
  });
}

interface Asked {
  views: readonly AskedView[];
  ids: readonly string[];
  search: string;
  isFrozen: boolean;
}

function answerWith(
  c: Context,
  { views, ids, search, isFrozen }: Asked,
  open: ReadonlyMap<string, LoadedSnapshot>,
  { answer, baseUrl }: ImageParts,
): Promise<Response> {
  const { path } = endpoints.chartPptx;
  const common = commonOf(endpoints.chartPptx, isFrozen);
  const read = readDeck(views, (_, i) => openOf(open, ids[i]));
  const cost = costOfSlides(read);
  const key = read.map(({ canonical, notes, served }) => JSON.stringify([served.id, canonical, notes]));
  const name = presentationName(
    read.map(({ query }) => query),
    'pptx',
  );
  return answer(c, {
    ...common,
    key: [path, baseUrl, ...key],
    headers: { ...common.headers, ...named('attachment', name) },
    body: { job: { kind: 'slides', asked: { search, ids } }, cost },
  });
}
