import type { LoadedSnapshot } from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import type { SnapshotsAnswer } from '@article21/contract';
import { pageTexts, words as wordsOf } from '@article21/messages';
import { emptyQuery, type Retraction } from '@article21/model';
import {
  createTemplate,
  type PageSubject,
  pageAddress,
  robotsOf,
  sitemapOf,
  type Template,
  writeFailure,
  writePage,
} from '@article21/pages';
import { noPageState } from '@article21/pages/address';
import { createRenderer } from '@article21/render';
import type { MirrorFile } from '@article21/static-site/write';
import { type Known, mirrorAddresses } from './addresses.ts';
import { withMeasures } from './measures.ts';
import { earlyFile, emptyPage, emptyPages, placedPage } from './pages.ts';
import { type PictureFile, type Pictures, picturesOf } from './pictures.ts';
import { tableFiles } from './tables.ts';
import { tombstoneFiles, tombstonePages } from './tombstones.ts';
import { addressesOf, queryOf, type StaticPage, staticPages } from './views.ts';

export interface StaticSite {
  /** The built page of the dashboard. */
  html: string;
  served: LoadedSnapshot;
  /** As the API lists it. */
  summary: SnapshotsAnswer['snapshots'][number];
  changes: Changes;
  /** What was retracted before, each of which has a page that says so. */
  retractions: readonly Retraction[];
  /** Where the mirror will stand, with a slash at its end; null where nobody said. */
  baseUrl: string | null;
  tell(done: number, total: number): void;
}

/** Every page of the site, readable before any script runs, with its pictures and tables. One after another. */
export async function* staticSite(site: StaticSite): AsyncGenerator<MirrorFile> {
  const { html, served, summary, changes, retractions, baseUrl, tell } = site;
  const pages = staticPages(served);
  const known: Known = {
    pages: new Map([
      ...pages.flatMap((page) => addressesOf(page).map((it) => [it, page.folder] as const)),
      ...tombstonePages(retractions),
    ]),
    files: new Map(),
    baseUrl,
  };
  const template = createTemplate(html);
  const renderer = await createRenderer();
  yield earlyFile;
  for (const [done, page] of pages.entries()) {
    tell(done, pages.length);
    const words = wordsOf(page.query.lang);
    const site = { served, words, baseUrl: baseUrl?.replace(/\/$/, '') ?? '' };
    const pictures = await picturesOf(page, site, renderer);
    const isChart = page.route.page === 'charts';
    const files = [...pictures.files, ...(isChart ? await tableFiles(page, served) : [])];
    yield* files.map(({ path, data }) => ({ path, data }));
    yield await pageFile(page, { served, summary, changes, pictures, files, known, template });
  }
  yield* tombstoneFiles(retractions, { id: served.id, known, template });
  for (const folder of emptyPages) yield emptyPage(html, { folder, id: served.id });
  if (baseUrl !== null) yield* aboutSite(served, known, baseUrl, template);
}

interface Parts extends Pick<StaticSite, 'served' | 'summary' | 'changes'> {
  pictures: Pictures;
  files: readonly PictureFile[];
  known: Known;
  template: Template;
}

async function pageFile(
  page: StaticPage,
  { served, summary, changes, pictures, files, known, template }: Parts,
): Promise<MirrorFile> {
  const { route, folder, isFirst } = page;
  const own = { ...known, files: new Map(files.map(({ address, path }) => [address, path])) };
  const subject: PageSubject = {
    route,
    query: queryOf(page, served),
    issues: [],
    state: noPageState,
    served,
    words: wordsOf(page.query.lang),
    texts: (await pageTexts())[page.query.lang],
    addresses: mirrorAddresses(folder, own),
    older: false,
    versions: [{ ...summary, current: true }],
    changes,
    picture: pictures.inline,
  };
  const view = isFirst ? {} : { view: pageAddress(route, page.query) };
  const html = await writePage(subject, template);
  const read = route.page === 'charts' ? withMeasures(html, subject) : html;
  return { path: `${folder}index.html`, data: placedPage(read, { folder, id: served.id, ...view }) };
}

/** What can only be written where somebody said where the mirror will stand. */
async function* aboutSite(
  served: LoadedSnapshot,
  known: Known,
  baseUrl: string,
  template: Template,
): AsyncGenerator<MirrorFile> {
  const addresses = mirrorAddresses('', known);
  const robots = robotsOf(addresses);
  if (robots !== null) yield { path: 'robots.txt', data: robots };
  yield { path: 'sitemap.xml', data: await sitemapOf(served, addresses) };
  // It is shown at addresses of any depth.
  const root = new URL(baseUrl).pathname;
  const subject = {
    status: 404,
    kind: 'not-found',
    issues: [],
    route: null,
    query: emptyQuery,
    words: wordsOf('en'),
    addresses: mirrorAddresses('', known, root),
  };
  const missing = await writeFailure(subject, template);
  yield { path: '404.html', data: placedPage(missing, { folder: '', id: served.id, root }) };
}
