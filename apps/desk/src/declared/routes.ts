import { type Edited, type FolderRows, newDataset, readFolderRows, TO_BE_FILLED } from '@article21/import';
import type { Mapping } from '@article21/model/mapping';
import { type Context, Hono } from 'hono';
import type { Draft } from '../drafts.ts';
import { hasDataset } from '../folder-state.ts';
import { textsOf } from '../form-texts.ts';
import type { I18n } from '../pages/page.tsx';
import type { DeskServices } from '../services.ts';
import { declaredPage } from './declared-page.tsx';
import { formPage } from './form-page.tsx';
import {
  type DeclaredRow,
  type DeclaredTable,
  declare,
  declaredTables,
  filledRows,
  stampOfTable,
  textOf,
} from './rows.ts';

type Form = Readonly<Record<string, string>>;

/** What is declared under an id of a table, or is to be; `from` is the table that somebody has come from, to go back to. */
interface TableRequest {
  table: DeclaredTable;
  /** Null where it is new. */
  id: string | null;
  from: Draft | null;
}

/** Kinds, measures and attributes of the dataset's own: listed, added, changed, removed. */
export function declaredRoutes(around: DeskServices): Hono {
  const { folder, drafts, queue, i18nOf, answer, fail } = around;
  const withTable =
    (work: (context: Context, request: TableRequest) => Promise<Response>) => async (context: Context) => {
      const table = declaredTables.find((it) => it === context.req.param('table'));
      if (table === undefined) return fail(context, 'missing', 404);
      const from = await drafts.get(context.req.query('from') ?? '');
      return work(context, { table, id: context.req.param('id') ?? null, from });
    };
  const show = withTable(async (context, request) => showForm(context, around, request));
  const save = withTable(async (context, request) => {
    const form = textsOf(await context.req.parseBody());
    const rows = filledRows(request.table, request.id === null ? form : { ...form, id: request.id });
    return keep(context, around, { ...request, form, rows });
  });
  const routes = new Hono();
  routes.get('/', async (context) => {
    const { saved, removed, from } = context.req.query();
    const i18n = i18nOf(context);
    const { declaring } = i18n.texts;
    const rows = await queue(() => readFolderRows(folder));
    const page = declaredPage(i18n, {
      rows,
      from: await drafts.get(from ?? ''),
      notice: saved
        ? i18n.words.fill(declaring.saved, { name: calledBy(i18n, rows, saved) })
        : removed
          ? i18n.words.fill(declaring.removed, { id: removed })
          : null,
    });
    return answer(context, page);
  });
  routes.get('/:table', show);
  routes.post('/:table', save);
  routes.get('/:table/:id', show);
  routes.post('/:table/:id', save);
  routes.post(
    '/:table/:id/remove',
    withTable(async (context, request) => {
      const form = textsOf(await context.req.parseBody());
      return keep(context, around, { ...request, form, rows: [] });
    }),
  );
  return routes;
}

/** How what was saved as `kinds/attack` is called in the reader's language. */
function calledBy({ language }: I18n, rows: FolderRows, saved: string): string {
  const [table, id] = saved.split('/');
  const found = declaredTables.find((it) => it === table);
  const row = found && rows[found].find((it) => it.id === id && (it.value ?? '') === '');
  return (row && textOf(row, 'label', language)) || (id ?? saved);
}

async function keep(
  context: Context,
  around: DeskServices,
  { form, rows, ...request }: TableRequest & { form: Form; rows: readonly DeclaredRow[] },
): Promise<Response> {
  const { folder, queue, i18nOf, today } = around;
  const { table, id, from } = request;
  const edited = await queue(async () => {
    const { dataset = '', licence = '' } = form;
    const isNew = !(await hasDataset(folder));
    return declare(folder, {
      ...{ table, id, rows, was: form.was ?? '' },
      dataset: isNew ? newDataset({ dataset, licence }, i18nOf(context).language, today()) : undefined,
    });
  });
  // What is removed is not typed anew.
  const typed = rows.length === 0 ? undefined : form;
  if (edited === null || !edited.done) return showForm(context, around, request, { typed, edited });
  const own = encodeURIComponent(id ?? rows[0]?.id ?? '');
  // Of what is removed only the id is still known; of what is saved, how it is called.
  const done = rows.length === 0 ? `removed=${own}` : `saved=${table}/${own}`;
  return context.redirect(`/declared?${done}${from === null ? '' : `&from=${from.id}`}`, 303);
}

async function showForm(
  context: Context,
  { folder, drafts, queue, i18nOf, answer, fail }: DeskServices,
  { table, id, from }: TableRequest,
  refused?: { typed: Form | undefined; edited: Edited | null },
): Promise<Response> {
  const rows = await queue(() => readFolderRows(folder));
  const own = id === null ? [] : rows[table].filter((row) => row.id === id);
  if (id !== null && own.length === 0) return fail(context, 'missing', 404);
  const i18n = i18nOf(context);
  const isStale = refused !== undefined && refused.edited === null;
  const { kind = '' } = context.req.query();
  // What somebody else has changed meanwhile is shown as it is now.
  const typed = isStale && id !== null ? undefined : refused?.typed;
  const page = formPage(i18n, {
    ...{ table, id, from, isNew: !(await hasDataset(folder)) },
    was: stampOfTable(rows, table),
    there: new Set(own.flatMap(({ value }) => value || [])),
    rows:
      typed === undefined
        ? id === null
          ? [{ kind }]
          : own
        : filledRows(table, { ...typed, ...(id === null ? {} : { id }) }),
    typed: typed ?? (from === null ? {} : calledIn((await drafts.read(from)).mapping)),
    failed: isStale ? i18n.texts.failure.stale : null,
    issues: refused?.edited?.issues ?? [],
  });
  return answer(context, page, refused === undefined ? 200 : isStale ? 409 : 422);
}

/** What the mapping of a table calls a new dataset, as far as it says so: nobody types it twice. */
function calledIn({ dataset: { title, licence } }: Mapping): Form {
  const unlessOpen = (text: string) => (text === TO_BE_FILLED ? '' : text);
  return { dataset: unlessOpen(title), licence: unlessOpen(licence) };
}
