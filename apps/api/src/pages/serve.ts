import { knownTo, Refusal, snapshotOf } from '@article21/answers';
import { parsePageQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import { pageTexts } from '@article21/messages/pages';
import { type Language, localText, printQuery } from '@article21/model';
import {
  createTemplate,
  type PageRoute,
  type PageSubject,
  serverAddresses,
  type Template,
  writeFailure,
  writePage,
} from '@article21/surfaces';
import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { Comparisons } from '../changes/comparisons.ts';
import type { StaticFile } from '../files/serve.ts';
import { headersOf } from '../headers.ts';
import type { Drawing } from '../image/drawing.ts';
import type { Report } from '../log.ts';
import type { ProblemWriter } from '../problems.ts';
import type { Served, Snapshots } from '../snapshots.ts';
import type { Versions } from '../versions.ts';
import { addDirectory } from './directory.ts';
import { inTime, type Patience } from './in-time.ts';
import { preferredLanguage } from './language.ts';
import { createPictures, type Pictures } from './pictures.ts';

interface Parts {
  snapshots: Snapshots;
  answer: Answer;
  drawing: Drawing;
  comparisons: Comparisons;
  problems: ProblemWriter;
  versions: Versions;
  words(language: Language): Words;
  baseUrl: string;
  report: Report;
  patience?: Patience;
  /** The built page of the dashboard. */
  index: StaticFile;
}

/** What is made of it, once. */
interface Made extends Parts {
  template: Template;
  pictures: Pictures;
}

const mediaType = 'text/html; charset=utf-8';
/** Without `lang`, a page is in its reader's language. */
const vary = ['Accept-Language'];

const routes: Readonly<Record<string, (c: Context) => PageRoute>> = {
  '/': () => ({ page: 'charts' }),
  '/sources': () => ({ page: 'sources' }),
  '/methods': () => ({ page: 'methods' }),
  '/data': () => ({ page: 'data' }),
  '/sources/:id': (c) => ({ page: 'source', id: c.req.param('id') ?? '' }),
  '/records/:id': (c) => ({ page: 'record', id: c.req.param('id') ?? '' }),
};

/** Adds the pages that can be read before any script runs, and the list of them. The program takes over from there. */
export function addPages(hono: Hono, parts: Parts): void {
  addDirectory(hono, parts);
  const template = createTemplate(parts.index.encoded.identity.toString('utf8'));
  const made = { ...parts, template, pictures: createPictures(parts) };
  for (const [path, routeOf] of Object.entries(routes))
    hono.get(path, async (c) => {
      try {
        return await page(c, path, routeOf(c), made);
      } catch (error) {
        return failed(c, { path, route: routeOf(c) }, error, made);
      }
    });
}

async function page(c: Context, path: string, route: PageRoute, parts: Made): Promise<Response> {
  const { snapshots, answer, baseUrl, index, template } = parts;
  const search = new URL(c.req.url).searchParams;
  const { pinned } = snapshotOf(search);
  const current = await snapshots.current();
  return snapshots.use(pinned ?? current, async (served) => {
    const subject = subjectOf(c, route, search, served, parts);
    const standing = await standingOf(subject, current, parts);
    const { versions, changes, picture } = await besides(subject, served, parts);
    const late = [picture, changes].includes('late');
    const { issues, query, words } = subject;
    const about = [
      versions.map(({ id, current: is }) => `${id} ${is}`).join(),
      JSON.stringify(standing),
      String(late),
      'id' in route ? route.id : '',
      JSON.stringify(issues),
    ];
    const shown = () => ({
      versions,
      ...(changes === 'late' ? {} : { changes }),
      picture: picture === 'late' ? null : picture(),
    });
    const response = await answer(c, {
      key: [served.id, path, baseUrl, index.hash, words.language, printQuery(query), ...about],
      mediaType,
      // It names the program's files, which are others after the next release.
      immutable: false,
      vary,
      headers: headersOf(path),
      body: () => writePage({ ...subject, ...shown(), ...standing }, template),
    });
    // The next reader gets the whole.
    if (late) response.headers.set('Cache-Control', 'no-store');
    return response;
  });
}

/** Whether what a page shows is an older version of what is current, or another dataset. */
async function standingOf(
  { served, words }: PageSubject,
  current: string,
  { versions }: Parts,
): Promise<Pick<PageSubject, 'older' | 'otherDataset'>> {
  if (served.id === current) return { older: false };
  const now = (await versions.list()).versions.find(({ id }) => id === current);
  // Of a current one that cannot be read nobody knows whose it is.
  if (!now) return { older: false };
  return now.name === served.snapshot.catalogue.meta.name
    ? { older: true }
    : { older: false, otherDataset: localText(now, 'title', words.language, now.language).text };
}

/** What a page shows that takes time. */
async function besides(subject: PageSubject, served: Served, parts: Made) {
  const { pictures, comparisons } = parts;
  const picture = await pictures(subject);
  if (subject.route.page !== 'data') return { picture, versions: [] };
  const { name } = served.snapshot.catalogue.meta;
  const versions = (await parts.versions.list()).versions.filter((it) => it.name === name);
  return { picture, versions, changes: await inTime(comparisons.withBefore(served, versions), parts) };
}

function subjectOf(
  c: Context,
  route: PageRoute,
  search: URLSearchParams,
  served: Served,
  { words, baseUrl }: Parts,
): PageSubject {
  const { query, issues } = parsePageQuery(search, knownTo(served));
  const language = query.lang ?? preferredLanguage(c.req.header('accept-language'));
  const addresses = serverAddresses(baseUrl);
  const texts = pageTexts[language];
  return {
    route,
    query,
    issues,
    served,
    words: words(language),
    texts,
    addresses,
    older: false,
    picture: null,
  };
}

/** What cannot be shown is a page too. It is reported as everywhere, and says nothing of the inside. */
async function failed(
  c: Context,
  { path, route }: { path: string; route: PageRoute },
  error: unknown,
  { problems, words, baseUrl, template }: Made,
): Promise<Response> {
  const answered = problems.failed(error);
  const { status } = answered;
  const { query } = parsePageQuery(new URL(c.req.url).searchParams);
  const language = query.lang ?? preferredLanguage(c.req.header('accept-language'));
  const { kind, issues } = error instanceof Refusal ? error : { kind: 'internal', issues: [] };
  const about = { status, kind, issues, route, query };
  const subject = { ...about, words: words(language), addresses: serverAddresses(baseUrl) };
  const wait = answered.headers.get('retry-after');
  return new Response(await writeFailure(subject, template), {
    status,
    headers: {
      ...headersOf(path),
      'Content-Type': mediaType,
      'Cache-Control': 'no-store',
      Vary: vary.join(', '),
      ...(wait === null ? {} : { 'Retry-After': wait }),
    },
  });
}
