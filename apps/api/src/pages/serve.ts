import { findRecord, findSource, HttpProblem, type LoadedSnapshot, snapshotOf } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { parsePageQuery } from '@article21/contract';
import { groupCount } from '@article21/cube';
import type { Words } from '@article21/messages';
import { type Language, languages, localText, printQuery } from '@article21/model';
import {
  createTemplate,
  type PageRoute,
  type PageSubject,
  robotsOf,
  serverAddresses,
  sitemapOf,
  type Template,
  writeFailure,
} from '@article21/pages';
import { printPageState } from '@article21/pages/address';
import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { Comparisons } from '../changes/comparisons.ts';
import type { StaticFile } from '../files/serve.ts';
import { headersOf } from '../headers.ts';
import { type PageExtras, type PageInput, subjectOf } from '../jobs/page.ts';
import type { Report } from '../log.ts';
import type { ProblemWriter } from '../problems.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import type { Versions } from '../versions.ts';
import { costOfPage, costOfSearchIndex } from '../work/cost.ts';
import type { RequestJob } from '../work/request-job.ts';
import type { Scheduler } from '../work/scheduler.ts';
import type { ReadSized } from '../work/sizes.ts';
import { preferredLanguage } from './language.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { type Patience, withTimeLimit } from './time-limit.ts';

interface PageDependencies {
  snapshots: SnapshotOpener;
  answer: Answer;
  requestJob: RequestJob;
  readSized: ReadSized;
  scheduler: Scheduler;
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

/** The parts, and what is made from them once at the start. */
interface PageContext extends PageDependencies {
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
  '/search': () => ({ page: 'search' }),
  '/sources/:id': (c) => ({ page: 'source', id: c.req.param('id') ?? '' }),
  '/records/:id': (c) => ({ page: 'record', id: c.req.param('id') ?? '' }),
};

/** Adds the pages that can be read before any script runs, and the list of them. The dashboard hydrates them. */
export function addPages(hono: Hono, parts: PageDependencies): void {
  addDirectory(hono, parts);
  const template = createTemplate(parts.index.encoded.identity.toString('utf8'));
  const context = { ...parts, template, pictures: createPictures(parts) };
  for (const [path, routeOf] of Object.entries(routes))
    hono.get(path, async (c) => {
      try {
        return await page(c, path, routeOf(c), context);
      } catch (error) {
        return failed(c, { path, route: routeOf(c) }, error, context);
      }
    });
}

type Subject = Awaited<ReturnType<typeof subjectOf>>;

async function page(c: Context, path: string, route: PageRoute, parts: PageContext): Promise<Response> {
  const { snapshots, answer, baseUrl, index } = parts;
  const { searchParams } = new URL(c.req.url);
  const { pinned } = snapshotOf(searchParams);
  const current = await snapshots.for(c).current();
  return snapshots.for(c).use(pinned ?? current, async (loaded) => {
    const language = languageOf(c, searchParams);
    const input = { snapshot: loaded.id, route, search: searchParams.toString(), language };
    const subject = await subjectOf(input, loaded, parts);
    const status = await versionStatusOf(c, { subject, current }, parts);
    const versions = await versionsOf(c, subject, parts);
    const { issues, query, state } = subject;
    const cacheKeyParts = [
      versions.map(({ id, current: is }) => `${id} ${is}`).join(),
      JSON.stringify(status),
      'id' in route ? route.id : '',
      JSON.stringify(issues),
      printPageState(state),
    ];
    const prepared = {
      key: [loaded.id, path, baseUrl, index.hash, language, printQuery(query), ...cacheKeyParts],
      mediaType,
      // It names the program's files, which are others after the next release.
      immutable: false,
      vary,
      headers: headersOf(path),
      find: () => findSubject(route, loaded),
    };
    // Before its picture is drawn: whoever has the page, or asks for its headers alone, needs none.
    const known = await answer.known(c, prepared);
    return known ?? write(c, prepared, { input, subject, status, versions }, parts);
  });
}

interface PreparedPage {
  input: PageInput;
  subject: Subject;
  status: VersionStatus;
  versions: DatasetVersions;
}

/** Throws an `HttpProblem` where the record or the source of a page does not exist. */
async function findSubject(route: PageRoute, loaded: LoadedSnapshot): Promise<void> {
  if (route.page === 'record') await findRecord(route.id, loaded);
  if (route.page === 'source') findSource(route.id, loaded);
}

/** The page with what is drawn and compared for it, as far as that is ready in time. */
async function write(
  c: Context,
  prepared: Parameters<Answer['known']>[1],
  { input, subject, status, versions }: PreparedPage,
  parts: PageContext,
): Promise<Response> {
  const { route, query, state, loaded } = subject;
  // What the picture and the page cost is decided by it.
  if (route.page === 'charts')
    await parts.readSized(c, [loaded], () => groupCount(loaded.cube, resolveQuery(query)));
  const picture = await parts.scheduler.wait(c, parts.pictures(c, subject));
  const changes = await parts.scheduler.wait(c, changesOf(c, subject, versions, parts));
  const late = picture === 'late' || changes === 'late';
  const extras: PageExtras = {
    ...status,
    ...(versions.length > 0 ? { versions } : {}),
    ...(changes === 'late' || changes === null ? {} : { changes }),
    picture: picture === 'late' ? null : picture,
  };
  const cost = costOfPage(subject, extras.picture);
  const searches =
    route.page === 'search' && state.q !== null
      ? { snapshot: loaded.id, cost: costOfSearchIndex(loaded) }
      : undefined;
  const body = { job: { kind: 'page', input: { ...input, extras } }, cost, searches } as const;
  if (!late) return parts.answer(c, { ...prepared, body });
  const response = await parts.answer(c, { ...prepared, key: [...prepared.key, 'late'], body });
  // The next reader gets the complete page, with another ETag.
  response.headers.set('Cache-Control', 'no-store');
  response.headers.delete('ETag');
  return response;
}

function languageOf(c: Context, search: URLSearchParams): Language {
  const requestedLanguage = languages.find((it) => it === parsePageQuery(search).query.lang);
  return requestedLanguage ?? preferredLanguage(c.req.header('accept-language'));
}

type VersionStatus = Pick<PageSubject, 'older' | 'otherDataset'>;
type DatasetVersions = Awaited<ReturnType<typeof versionsOf>>;

/** Whether what a page shows is an older version of what is current, or another dataset. */
async function versionStatusOf(
  c: Context,
  { subject: { loaded, words }, current }: { subject: Subject; current: string },
  { versions, scheduler }: PageDependencies,
): Promise<VersionStatus> {
  if (loaded.id === current) return { older: false };
  const now = (await scheduler.wait(c, versions.list())).versions.find(({ id }) => id === current);
  // Of a current one that cannot be read nobody knows whose it is.
  if (!now) return { older: false };
  return now.name === loaded.snapshot.catalogue.meta.name
    ? { older: true }
    : { older: false, otherDataset: localText(now, 'title', words.language, now.language).text };
}

/** The versions of the dataset, for the page that lists them. */
async function versionsOf(c: Context, { route, loaded }: Subject, { versions, scheduler }: PageDependencies) {
  if (route.page !== 'data') return [];
  const { name } = loaded.snapshot.catalogue.meta;
  return (await scheduler.wait(c, versions.list())).versions.filter((it) => it.name === name);
}

/** What the version before did not have, for the same page; null for the others. */
async function changesOf(
  c: Context,
  { route, loaded }: Subject,
  versions: DatasetVersions,
  parts: PageContext,
) {
  if (route.page !== 'data') return null;
  return withTimeLimit(parts.comparisons.withBefore(c, loaded, versions), parts);
}

/** What cannot be shown is a page too. It is reported as everywhere, and says nothing of the inside. */
async function failed(
  c: Context,
  { path, route }: { path: string; route: PageRoute },
  error: unknown,
  { problems, words, baseUrl, template }: PageContext,
): Promise<Response> {
  const answered = problems.failed(error);
  const { status } = answered;
  const { query } = parsePageQuery(new URL(c.req.url).searchParams);
  const language = query.lang ?? preferredLanguage(c.req.header('accept-language'));
  const { kind, issues } = error instanceof HttpProblem ? error : { kind: 'internal', issues: [] };
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

/** Adds what search engines ask first: what they may read, and which pages there are. */
function addDirectory(
  hono: Hono,
  { snapshots, answer, baseUrl }: Pick<PageDependencies, 'snapshots' | 'answer' | 'baseUrl'>,
): void {
  const addresses = serverAddresses(baseUrl);
  hono.get('/robots.txt', (c) =>
    answer(c, {
      key: ['/robots.txt', baseUrl],
      mediaType: 'text/plain; charset=utf-8',
      immutable: false,
      headers: headersOf('/robots.txt'),
      body: async () => robotsOf(addresses) ?? '',
    }),
  );
  hono.get('/sitemap.xml', async (c) =>
    snapshots.for(c).use(await snapshots.for(c).current(), (loaded) =>
      answer(c, {
        key: [loaded.id, '/sitemap.xml', baseUrl],
        mediaType: 'application/xml; charset=utf-8',
        immutable: false,
        headers: headersOf('/sitemap.xml'),
        body: () => sitemapOf(loaded, addresses),
      }),
    ),
  );
}
