import { setTimeout } from 'node:timers/promises';
import { isBusy, isUnusableInput } from '@article21/import';
import { readFolderVocabulary } from '@article21/ingest';
import { deskTexts, importMessages, words } from '@article21/messages';
import { type Language, languages, usualVocabulary, type Vocabulary } from '@article21/model';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { agreementRoutes } from './agreement.ts';
import { createBackgroundTasks } from './background-tasks.ts';
import { codingRoutes } from './coding/routes.ts';
import { declaredRoutes } from './declared/routes.ts';
import { createDrafts } from './drafts.ts';
import { readFolder } from './folder-state.ts';
import { createGuard } from './guard.ts';
import { createLooks } from './look.ts';
import { folderPage } from './pages/folder.tsx';
import { Failed, type I18n, writePage, writeRefusal } from './pages/page.tsx';
import { protectionRoutes } from './protection/routes.ts';
import { clearScratch } from './publication.ts';
import { publishRoutes } from './publishing.ts';
import { createQueue } from './queue.ts';
import { type DeskOptions, type DeskServices, sentenceOf } from './services.ts';
import { tableRoutes } from './tables.ts';

export interface Desk {
  hono: Hono;
  /** The link that opens it, once. */
  link: string;
}

/** The desk as an application: pages and forms that need no script. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { folder, store, place, origin, reader, style, scripts } = options;
  await clearScratch(folder);
  const [texts, messages] = await Promise.all([deskTexts(), importMessages()]);
  const queue = createQueue();
  const drafts = createDrafts(folder);
  const names = Object.fromEntries(languages.map((it) => [it, words(it).name])) as Record<Language, string>;
  // What the dataset declares may change between two pages.
  const vocabularies = new WeakMap<Request, Vocabulary>();
  const i18nOf = (context: Context): I18n => {
    const language = languageOf(context);
    const own = words(language).of(vocabularies.get(context.req.raw) ?? usualVocabulary);
    const importing = messages[language].of(own);
    return { language, words: own, texts: texts[language], importing, names, folder };
  };
  const answer: DeskServices['answer'] = (context, page, status = 200) =>
    context.html(linkedWithin(guard.within, page), status);
  const fail: DeskServices['fail'] = (context, why, status = 400) => {
    const i18n = i18nOf(context);
    const { failure } = i18n.texts;
    const children = (
      <Failed>
        <p>{failure[why]}</p>
        <a href="/">{failure.back}</a>
      </Failed>
    );
    return answer(context, writePage(i18n, { title: failure.title, path: '/', children }), status);
  };
  const guard = createGuard(origin, (context, why) => context.html(writeRefusal(i18nOf(context), why), 403));
  const surroundings: DeskServices = {
    ...options,
    drafts,
    queue,
    looks: createLooks(folder, drafts, reader, queue),
    tasks: createBackgroundTasks(options.patience ?? (() => setTimeout(1_000, undefined, { ref: false }))),
    i18nOf,
    answer,
    fail,
    async home(context, { notice, failed } = {}) {
      const state = await queue(() => readFolder(folder));
      const served = (await store.list()).find(({ current }) => current) ?? null;
      const page = folderPage(i18nOf(context), {
        ...{ state, served, place, drafts: await drafts.list() },
        ...{ notice: notice ?? null, failed: failed ?? null },
      });
      return answer(context, page, failed === undefined ? 200 : 422);
    },
  };
  const hono = new Hono({ getPath: (request) => guard.pathOf(request) ?? OUTSIDE });
  hono.use(async (context, next) => {
    await next();
    const to = context.res.headers.get('Location');
    if (to?.startsWith('/')) context.header('Location', guard.within + to);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
  hono.use(guard.middleware);
  hono.use(async (context, next) => {
    vocabularies.set(context.req.raw, await readFolderVocabulary(folder));
    await next();
  });
  hono.route('/', guard.routes);
  hono.get('/desk.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  for (const [name, script] of Object.entries(scripts))
    hono.get(`/${name}`, (context) =>
      context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    );
  hono.get('/language/:language', (context) => {
    const language = languages.find((it) => it === context.req.param('language'));
    if (language === undefined) return fail(context, 'missing', 404);
    const path = `${guard.within}/`;
    setCookie(context, LANGUAGE, language, { sameSite: 'Strict', path, httpOnly: true });
    return context.redirect(ownPath(context.req.query('to') ?? '/', origin), 303);
  });
  hono.get('/', (context) => surroundings.home(context));
  hono.route('/tables', tableRoutes(surroundings));
  hono.route('/coding', codingRoutes(surroundings));
  hono.route('/declared', declaredRoutes(surroundings));
  hono.route('/agree', agreementRoutes(surroundings));
  hono.route('/protection', protectionRoutes(surroundings));
  hono.route('/publish', publishRoutes(surroundings));
  hono.notFound((context) => fail(context, 'missing', 404));
  hono.onError((error, context) => {
    const status = isUnusableInput(error) ? 422 : isBusy(error) ? 409 : 500;
    if (status === 500) options.warn(error);
    const i18n = i18nOf(context);
    const { failure } = i18n.texts;
    const children = (
      <Failed>
        <p>{sentenceOf(error, i18n)}</p>
        <a href="/">{failure.back}</a>
      </Failed>
    );
    const page = writePage(i18n, { title: failure.title, path: '/', children });
    return answer(context, page, status);
  });
  return { hono, link: origin + guard.path };
}

/** No route has it. */
const OUTSIDE = '/outside';

/** A page whose links and forms lead to where the desk stands. What they are is said by the pages, not by data: that has no bare quotes. */
function linkedWithin(within: string, page: string): string {
  return page.replaceAll(/ (href|src|action|formaction)="\//gi, ` $1="${within}/`);
}

const LANGUAGE = 'article21-desk-language';

/** Nothing is loaded or asked for but from the desk itself, nothing is kept, and nobody frames it. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Not none at all, with which a form does not say which page it comes from.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The address that a browser would go to, where it is the desk's own; else that of its first page. */
function ownPath(to: string, origin: string): string {
  const url = URL.canParse(to, origin) ? new URL(to, origin) : null;
  return url?.origin === origin ? url.pathname + url.search : '/';
}

function languageOf(context: Context): Language {
  const chosen = languages.find((it) => it === getCookie(context, LANGUAGE));
  if (chosen !== undefined) return chosen;
  const preferred = accepts(context, {
    header: 'Accept-Language',
    supports: [...languages],
    default: 'en',
    match: (accepted) =>
      accepted
        .sort((a, b) => b.q - a.q)
        .flatMap(({ type }) => languages.find((it) => it === type.slice(0, 2).toLowerCase()) ?? [])[0] ??
      'en',
  });
  return languages.find((it) => it === preferred) ?? 'en';
}
