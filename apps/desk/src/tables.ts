import { type Imported, isUnusableInput, parseMapping } from '@article21/import';
import type { Mapping } from '@article21/model/mapping';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { withAnswers } from './answers.ts';
import { namesOtherTable, proposedAnew, withColumns } from './columns.ts';
import type { Draft } from './drafts.ts';
import { textsOf } from './form-texts.ts';
import { tablePage } from './pages/table.tsx';
import { waitingPage } from './pages/waiting.tsx';
import { mappingFor } from './proposal.ts';
import { filledRate, withRate } from './rates.ts';
import { type DeskServices, sentenceOf } from './services.ts';

/** A table is taken into memory once while it is given; larger ones are for the command line. */
const MOST_MB = 200;

type Shown = Omit<Parameters<typeof tablePage>[1], 'draft' | 'look'>;
type Answered = Response | Promise<Response>;

/** What the pages of one table have in common. */
interface Tables {
  show(context: Context, draft: Draft, more?: Shown, status?: 200 | 409 | 422): Promise<Response>;
  /** Writes a mapping over the one that a form was made of, and no other. */
  save(
    context: Context,
    draft: Draft,
    changed: { mapping: Mapping; was: string },
    more?: Shown,
  ): Promise<Response>;
  withDraft(work: (context: Context, draft: Draft) => Answered): (context: Context) => Promise<Response>;
}

/** Tables that are brought, looked at, answered for and imported. */
export function tableRoutes(around: DeskServices): Hono {
  const { drafts, looks, queue, tasks, i18nOf, answer, fail, home } = around;
  const tables: Tables = {
    async show(context, draft, more = {}, status = 200) {
      // What could not be done is said at once, and with all that it is about.
      if (status === 200) {
        tasks.start(draft.id, () => looks.look(draft));
        if ((await tasks.wait(draft.id)) === false)
          return waitFor(context, around, draft, `/tables/${draft.id}`);
      }
      const look = await looks.look(draft);
      return answer(context, tablePage(i18nOf(context), { draft, look, ...more }), status);
    },
    withDraft: (work) => async (context) => {
      const draft = await drafts.get(context.req.param('id') ?? '');
      return draft === null ? fail(context, 'missing', 404) : work(context, draft);
    },
    async save(context, draft, { mapping, was }, more = {}) {
      const { failure, table } = i18nOf(context).texts;
      const saved = await queue(() => drafts.write(draft, mapping, was));
      if (!saved) return tables.show(context, draft, { failed: failure.stale }, 409);
      const refused = (more.notTaken ?? []).length > 0;
      return tables.show(context, draft, refused ? more : { notice: table.saved }, refused ? 422 : 200);
    },
  };
  const { show, withDraft } = tables;
  const routes = new Hono();
  routes.get('/:id', withDraft(show));
  routes.post(
    '/:id/discard',
    withDraft(async (context, draft) => {
      await queue(() => drafts.remove(draft));
      const { texts, words } = i18nOf(context);
      return home(context, { notice: words.fill(texts.tables.discarded, { name: draft.name }) });
    }),
  );
  takeTables(routes, around);
  takeImports(routes, around, tables);
  takeAnswers(routes, around, tables);
  return routes;
}

function takeTables(
  routes: Hono,
  { folder, reader, today, drafts, queue, i18nOf, home }: DeskServices,
): void {
  const limit = bodyLimit({
    maxSize: MOST_MB * 1_000_000,
    onError: (context) => {
      const { texts, words } = i18nOf(context);
      return home(context, { failed: words.fill(texts.failure.tooLarge, { n: String(MOST_MB) }) });
    },
  });
  routes.post('/', limit, async (context) => {
    const { table } = await context.req.parseBody();
    if (!(table instanceof File) || table.name === '')
      return home(context, { failed: i18nOf(context).texts.failure.noFile });
    try {
      const bytes = new Uint8Array(await table.arrayBuffer());
      const propose = (path: string) => mappingFor(path, { folder, reader, today: today() });
      const draft = await queue(() => drafts.add(table.name, bytes, propose));
      return context.redirect(`/tables/${draft.id}`, 303);
    } catch (error) {
      if (isUnusableInput(error)) return home(context, { failed: sentenceOf(error, i18nOf(context)) });
      throw error;
    }
  });
}

/** An import has an address of its own, at which one waits for it. */
function takeImports(
  routes: Hono,
  around: DeskServices,
  { show, withDraft }: Pick<Tables, 'show' | 'withDraft'>,
): void {
  const { looks, tasks, i18nOf, fail, home } = around;
  const imports = new Map<string, { draft: Draft; imported: Imported | null }>();
  const waitForImport = async (context: Context, id: string) => {
    const found = imports.get(id);
    const isDone = await tasks.wait(nameOf(id));
    if (found === undefined || isDone === null) return fail(context, 'missing', 404);
    const { draft, imported } = found;
    if (!isDone) return waitFor(context, around, draft, `/tables/${id}/import`);
    const { texts, words } = i18nOf(context);
    if (imported === null) return show(context, draft, { failed: texts.failure.stale }, 409);
    if (!imported.done) return show(context, draft, {}, 422);
    return home(context, { notice: words.fill(texts.table.imported, { name: draft.name }) });
  };
  routes.post(
    '/:id/import',
    withDraft(async (context, draft) => {
      const { seen = '' } = textsOf(await context.req.parseBody());
      const own = { draft, imported: null as Imported | null };
      const work = async () => {
        own.imported = await looks.import(draft, seen);
      };
      // The second of two windows waits for the first.
      if (tasks.start(nameOf(draft.id), work)) imports.set(draft.id, own);
      return waitForImport(context, draft.id);
    }),
  );
  routes.get('/:id/import', (context) => waitForImport(context, context.req.param('id')));
}

function nameOf(id: string): string {
  return `import ${id}`;
}

/** Says how far a work is; at the address at which it can be asked for again. */
function waitFor(
  context: Context,
  { looks, i18nOf, answer }: DeskServices,
  { id, name }: Draft,
  path: string,
): Response {
  if (context.req.method !== 'GET' || context.req.path !== path) return context.redirect(path, 303);
  return answer(context, waitingPage(i18nOf(context), { title: name, path, reached: looks.reached(id) }));
}

/** The forms that change the mapping: by questions, by columns, by a rate, by hand. */
function takeAnswers(
  routes: Hono,
  { folder, reader, today, looks, queue, i18nOf }: DeskServices,
  { show, save, withDraft }: Tables,
): void {
  routes.post(
    '/:id/answers',
    withDraft(async (context, draft) => {
      const form = textsOf(await context.req.parseBody());
      const { imported, kept } = await looks.look(draft);
      const { mapping, notTaken } = withAnswers(kept.mapping, imported.understanding.questions, form);
      return save(context, draft, { mapping, was: form.was ?? '' }, { notTaken });
    }),
  );
  routes.post(
    '/:id/columns',
    withDraft(async (context, draft) => {
      const form = textsOf(await context.req.parseBody());
      const look = await looks.look(draft);
      const was = form.was ?? '';
      if (namesOtherTable(look.imported.understanding, form)) {
        const anew = await queue(() =>
          proposedAnew(draft, look.kept.mapping, form, { folder, reader, today: today() }),
        );
        const { texts } = i18nOf(context);
        if (anew === null) return show(context, draft, { failed: texts.table.noTable }, 422);
        return save(context, draft, { mapping: anew, was });
      }
      const mapping = withColumns(look, form, today());
      if (!('twice' in mapping)) return save(context, draft, { mapping, was });
      const { texts, words } = i18nOf(context);
      const [a, b] = mapping.twice;
      return show(context, draft, { failed: words.fill(texts.table.twice, { a, b }) }, 422);
    }),
  );
  routes.post(
    '/:id/rate',
    withDraft(async (context, draft) => {
      const form = textsOf(await context.req.parseBody());
      const filled = filledRate(form);
      const { kept } = await looks.look(draft);
      const mapping = filled === null ? null : withRate(kept.mapping, filled);
      if (mapping !== null) return save(context, draft, { mapping, was: form.was ?? '' });
      const { noRate } = i18nOf(context).texts.table;
      return show(context, draft, { failed: noRate, rate: filled ?? {} }, 422);
    }),
  );
  routes.post(
    '/:id/mapping',
    withDraft(async (context, draft) => {
      const { mapping: typed = '', was = '' } = textsOf(await context.req.parseBody());
      let mapping: Mapping;
      try {
        mapping = parseMapping(typed, 'mapping.json');
      } catch (error) {
        if (!isUnusableInput(error)) throw error;
        const failed = sentenceOf(error, i18nOf(context));
        return show(context, draft, { failed, typedMapping: typed }, 422);
      }
      return save(context, draft, { mapping, was });
    }),
  );
}
