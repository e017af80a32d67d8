import { type LoadedSnapshot, routes } from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import { resolveQuery } from '@article21/charts';
import type { SnapshotsAnswer } from '@article21/contract';
import { paths } from '@article21/contract/client';
import { pageTexts, words as wordsOf } from '@article21/messages';
import { emptyQuery, type MeasureId, type Retraction, withoutLook } from '@article21/model';
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
import { earlyFile, emptyPage, emptyPages, placedPage } from './pages.ts';
import { type PictureFile, type Pictures, picturesOf } from './pictures.ts';
import { tombstoneFiles, tombstonePages } from './tombstones.ts';
import { addressesOf, queryOf, type StaticPage, staticPages } from './views.ts';

export interface StaticSite {
  /** The built page of the dashboard. */
  html: string;
  loaded: LoadedSnapshot;
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
  const { html, loaded, summary, changes, retractions, baseUrl, tell } = site;
  const pages = staticPages(loaded);
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
    const site = { loaded, words, baseUrl: baseUrl?.replace(/\/$/, '') ?? '' };
    const pictures = await picturesOf(page, site, renderer);
    const isChart = page.route.page === 'charts';
    const files = [...pictures.files, ...(isChart ? await tableFiles(page, loaded) : [])];
    yield* files.map(({ path, data }) => ({ path, data }));
    yield await pageFile(page, { loaded, summary, changes, pictures, files, known, template });
  }
  yield* tombstoneFiles(retractions, { id: loaded.id, known, template });
  for (const folder of emptyPages) yield emptyPage(html, { folder, id: loaded.id });
  if (baseUrl !== null) yield* aboutSite(loaded, known, baseUrl, template);
}

interface Parts extends Pick<StaticSite, 'loaded' | 'summary' | 'changes'> {
  pictures: Pictures;
  files: readonly PictureFile[];
  known: Known;
  template: Template;
}

async function pageFile(
  page: StaticPage,
  { loaded, summary, changes, pictures, files, known, template }: Parts,
): Promise<MirrorFile> {
  const { route, folder, isFirst } = page;
  const own = { ...known, files: new Map(files.map(({ address, path }) => [address, path])) };
  const subject: PageSubject = {
    route,
    query: queryOf(page, loaded),
    issues: [],
    state: noPageState,
    loaded,
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
  return { path: `${folder}index.html`, data: placedPage(read, { folder, id: loaded.id, ...view }) };
}

/** What can only be written where somebody said where the mirror will stand. */
async function* aboutSite(
  loaded: LoadedSnapshot,
  known: Known,
  baseUrl: string,
  template: Template,
): AsyncGenerator<MirrorFile> {
  const addresses = mirrorAddresses('', known);
  const robots = robotsOf(addresses);
  if (robots !== null) yield { path: 'robots.txt', data: robots };
  yield { path: 'sitemap.xml', data: await sitemapOf(loaded, addresses) };
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
  yield { path: '404.html', data: placedPage(missing, { folder: '', id: loaded.id, root }) };
}

const FOOTER = '<footer class="footer">';

/**
 * A page of a chart with the way to that of every measure, for readers without scripts, who cannot choose one. A server
 * need not offer that: there, any address has its page.
 */
function withMeasures(html: string, { loaded, query, addresses, ...subject }: PageSubject): string {
  const words = subject.words.of(loaded.vocabulary);
  if (html.split(FOOTER).length !== 2) throw new Error(`the page has not exactly one ${FOOTER}`);
  const link = (measure: { measure?: MeasureId[] }, label: string) => {
    const address = addresses.page(pageAddress({ page: 'charts' }, { ...measure, lang: query.lang }));
    return `<li><a href="${address}">${escaped(label)}</a></li>`;
  };
  const links = loaded.vocabulary.measureIds.map((id) => link({ measure: [id] }, words.measure(id).label));
  const all = [link({}, words.ui.nav.charts), ...links].join('');
  const nav = `<noscript><nav class="footer" aria-label="${words.ui.filter.measures}"><ul class="footer-list">${all}</ul></nav></noscript>`;
  return html.replace(FOOTER, () => nav + FOOTER);
}

/** A dataset writes the labels of its own measures. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The numbers of a view as files, as the API answers them, for readers without scripts. */
async function tableFiles(page: StaticPage, loaded: LoadedSnapshot): Promise<PictureFile[]> {
  const { lang } = page.query;
  const requested = { ...withoutLook(resolveQuery(queryOf(page, loaded))), lang };
  const files = {
    'counts.csv': paths.countsCsv(requested),
    'counts.sheet.csv': paths.countsSheetCsv(requested),
    'counts.xlsx': paths.countsXlsx(requested),
    'counts.json': paths.counts(requested),
  };
  const answers = Object.entries(files).map(async ([name, address]) => {
    const url = new URL(address, 'http://mirror.invalid');
    const route = routes.find(({ endpoint }) => endpoint.path === url.pathname);
    if (!route) throw new Error(`no route answers ${address}`);
    const understood = await route.read({ params: {}, search: url.searchParams, loaded, words: wordsOf });
    const body = await understood.answer();
    const isFile = typeof body === 'string' || body instanceof Uint8Array;
    return { path: page.folder + name, data: isFile ? body : JSON.stringify(body), address };
  });
  return Promise.all(answers);
}
