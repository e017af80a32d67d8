import { refuseIssues, snapshotOf } from '@article21/answers';
import { endpoints, presentationName } from '@article21/contract';
import { type AskedView, type DeckView, drawPptx, named, readViews } from '@article21/surfaces';
import type { Context, Hono } from 'hono';
import { headersOf } from '../headers.ts';
import type { Served } from '../snapshots.ts';
import type { ImageParts } from './serve.ts';

/** Adds the view of a query, or a whole presentation, as slides. */
export function addSlides(hono: Hono, parts: ImageParts): void {
  hono.get(endpoints.chartPptx.path, async (c) => {
    const search = new URL(c.req.url).searchParams;
    const { pinned, issues } = snapshotOf(search);
    refuseIssues(issues);
    const views = readViews(search);
    const isFrozen = views.every((view) => (view.snapshot ?? pinned) !== null);
    const usual = pinned ?? (isFrozen ? null : await parts.snapshots.current());
    const asked = views.map((view) => ({ view, id: view.snapshot ?? usual ?? '' }));
    const ids = [...new Set(asked.map(({ id }) => id))];
    return withAll(parts, ids, new Map(), (open) => answerWith(c, asked, open, isFrozen, parts));
  });
}

/** Opens snapshots one after another, and keeps all open until the work is done. */
async function withAll(
  parts: ImageParts,
  [id, ...rest]: readonly string[],
  open: ReadonlyMap<string, Served>,
  work: (open: ReadonlyMap<string, Served>) => Promise<Response>,
): Promise<Response> {
  if (id === undefined) return work(open);
  return parts.snapshots.use(id, (served) => withAll(parts, rest, new Map([...open, [id, served]]), work));
}

function answerWith(
  c: Context,
  asked: readonly { view: AskedView; id: string }[],
  open: ReadonlyMap<string, Served>,
  isFrozen: boolean,
  { answer, drawing, words, baseUrl }: ImageParts,
): Promise<Response> {
  const { path, mediaType } = endpoints.chartPptx;
  const read = asked.map(({ view, id }) => {
    const served = open.get(id);
    if (!served) throw new Error(`a snapshot that is not open: ${id}`);
    return { ...view.read(served), served };
  });
  const views: DeckView[] = read;
  const [first] = read;
  const language = first?.query.lang ?? 'en';
  const key = read.map(({ canonical, notes, served }) => JSON.stringify([served.id, canonical, notes]));
  const name = presentationName(
    read.map(({ query }) => query),
    'pptx',
  );
  return answer(c, {
    key: [path, baseUrl, ...key],
    mediaType,
    immutable: isFrozen,
    headers: { ...headersOf(path), ...named('attachment', name) },
    body: () => drawing((renderer) => drawPptx({ views, words: words(language), baseUrl }, renderer)),
  });
}
