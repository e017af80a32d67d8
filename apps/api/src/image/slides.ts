import { refuseIssues, snapshotOf } from '@article21/answers';
import { presentationName } from '@article21/contract';
import { contentDisposition, readDeck, readViews, type ViewRequest } from '@article21/pictures';
import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { commonOf } from '../endpoint.ts';
import { openOf, slideFiles, withAll } from '../jobs/slides.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import type { LoadedSnapshot } from '../snapshots.ts';
import { costOfSlides } from '../work/cost.ts';
import type { ReadSized } from '../work/sizes.ts';

/** What pictures and slides are answered with. */
export interface ImageParts {
  snapshots: SnapshotOpener;
  answer: Answer;
  readSized: ReadSized;
  baseUrl: string;
}

type SlideFile = (typeof slideFiles)['pptx' | 'pdf'];

/** Adds the view of a query, or a whole presentation, as slides. */
export function addSlides(hono: Hono, parts: ImageParts): void {
  const { pptx } = slideFiles;
  hono.get(pptx.endpoint.path, (c) => answerSlides(c, pptx, parts));
}

/** Answers a presentation, or the view of a query, as such a file. */
export async function answerSlides(c: Context, file: SlideFile, parts: ImageParts): Promise<Response> {
  const search = new URL(c.req.url).searchParams;
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  const views = readViews(search, file.endpoint);
  const isFrozen = views.every((view) => (view.snapshot ?? pinned) !== null);
  const usual = pinned ?? (isFrozen ? null : await parts.snapshots.for(c).current());
  const ids = views.map((view) => view.snapshot ?? usual ?? '');
  const request = { file, views, ids, search: search.toString(), isFrozen };
  return withAll(parts.snapshots.for(c), [...new Set(ids)], new Map(), (open) =>
    answerWith(c, request, open, parts),
  );
}

interface SlidesRequest {
  file: SlideFile;
  views: readonly ViewRequest[];
  ids: readonly string[];
  search: string;
  isFrozen: boolean;
}

async function answerWith(
  c: Context,
  { file, views, ids, search, isFrozen }: SlidesRequest,
  open: ReadonlyMap<string, LoadedSnapshot>,
  { answer, readSized, baseUrl }: ImageParts,
): Promise<Response> {
  const { path } = file.endpoint;
  const common = commonOf(file.endpoint, isFrozen);
  const read = await readSized(c, [...open.values()], () => readDeck(views, (_, i) => openOf(open, ids[i])));
  const cost = costOfSlides(path, read);
  const key = read.map(({ canonical, notes, loaded }) => JSON.stringify([loaded.id, canonical, notes]));
  const name = presentationName(
    read.map(({ query }) => query),
    file.ending,
  );
  return answer(c, {
    ...common,
    key: [path, baseUrl, ...key],
    headers: { ...common.headers, ...contentDisposition(file.shown, name) },
    body: { job: { kind: 'slides', input: { path, search, ids } }, cost },
  });
}
