import { keepWhatChanged } from '@article21/answers/changes';
import { pageTexts } from '@article21/messages';
import { type LogEntry, type SnapshotSummary, shownRetractions } from '@article21/store';
import { type Context, Hono } from 'hono';
import { readFolder } from './folder-state.ts';
import { seenByReaders } from './headlines.ts';
import { backPage, publishPage } from './pages/publish.tsx';
import { filesIn, publishFolder, shownOf, tryPublication } from './publication.ts';
import { takeRetractions } from './retracting.ts';
import type { DeskServices } from './services.ts';

type Outlook = Parameters<typeof publishPage>[1]['outlook'];
type More = Partial<Pick<Parameters<typeof publishPage>[1], 'notice' | 'failed' | 'message'>>;

/** Publishing the folder and going back, each with what it changes before it is done. */
export function publishRoutes(around: DeskServices): Hono {
  const { folder, store, secret, queue, i18nOf, answer, fail, warn } = around;
  const show = async (context: Context, more: More = {}, status: 200 | 409 | 422 = 200) => {
    const i18n = i18nOf(context);
    const history = await store.list();
    const { about } = (await pageTexts())[i18n.language];
    const outlook = await queue(() => outlookOf(around, context, history));
    const past = {
      history,
      retracted: shownRetractions(await store.retractions()),
      notes: notesIn(await store.log()),
    };
    return answer(context, publishPage(i18n, { about, ...past, outlook, ...more }), status);
  };
  const routes = new Hono();
  routes.get('/', (context) => show(context));
  routes.post('/', async (context) => {
    const { seen = '', message = '', replaces } = await context.req.parseBody();
    const { texts, words } = i18nOf(context);
    const note = String(message).trim();
    const published = await queue(() =>
      publishFolder(folder, store, {
        ...{ seen: String(seen), replaces: replaces === 'yes', secret },
        ...(note === '' ? {} : { note }),
      }),
    );
    // Why it is not done stands on the page anew: what is unsound, or which other dataset is served.
    if (published.is === 'unsound' || published.is === 'other') return show(context, { message: note }, 422);
    if (published.is === 'stale') return show(context, { failed: texts.failure.stale, message: note }, 409);
    const notCompared = await keepWhatChanged(store, published.id, () => {});
    if (notCompared !== null) warn(new Error(notCompared));
    return show(context, { notice: words.fill(texts.publish.published, { id: published.id }) });
  });
  takeRetractions(routes, around, show);
  routes.get('/back/:id', async (context) => {
    const i18n = i18nOf(context);
    const id = context.req.param('id');
    const history = await store.list();
    const current = history.find((it) => it.current)?.id ?? null;
    if (current === null || !history.some((it) => it.id === id)) return fail(context, 'missing', 404);
    const shown = await seenByReaders({ store, id: current }, { store, id }, i18n.language);
    const { about } = (await pageTexts())[i18n.language];
    return answer(context, backPage(i18n, { about, id, current, shown }));
  });
  routes.post('/back/:id', async (context) => {
    const { texts, words } = i18nOf(context);
    const id = context.req.param('id');
    const { seen } = await context.req.parseBody();
    const history = await store.list();
    if (!history.some((it) => it.id === id)) return fail(context, 'missing', 404);
    const went = await queue(async () => {
      if ((await store.current()) !== seen) return false;
      await store.rollback(id);
      return true;
    });
    if (!went) return show(context, { failed: texts.failure.stale }, 409);
    return show(context, { notice: words.fill(texts.publish.wentBack, { id }) });
  });
  return routes;
}

/** What was said of each snapshot when it was last published. */
function notesIn(log: readonly LogEntry[]): ReadonlyMap<string, string> {
  return new Map(log.flatMap(({ what, to, note }) => (what === 'published' && note ? [[to, note]] : [])));
}

async function outlookOf(
  { folder, store, secret, i18nOf }: DeskServices,
  context: Context,
  history: readonly SnapshotSummary[],
): Promise<Outlook> {
  const { title, name } = await readFolder(folder);
  if (title === null) return null;
  const { language } = i18nOf(context);
  const served = history.find(({ current }) => current) ?? null;
  const replaces = served !== null && served.name !== name ? served.title : null;
  const before = served === null ? null : { store, id: served.id };
  const trial = await tryPublication(folder, secret, (own, id) =>
    seenByReaders(before, { store: own, id }, language),
  );
  if (!trial.ok) return { issues: trial.issues };
  const { files, content, warnings, result } = trial;
  // Not by its id, in which a salt is where some of its sources are internal.
  const isServed = served !== null && files === filesIn(await store.manifest(served.id));
  return { seen: shownOf(content, served), warnings, shown: result, replaces, isServed };
}
