import { type FolderRows, isSensitive, markRecords, readFolderRows } from '@article21/import';
import type { Context, Hono } from 'hono';
import { summaryOf } from '../coding/text-page.tsx';
import { placeNames } from '../names.ts';
import type { DeskServices } from '../services.ts';
import { type Marked, RECORDS_SHOWN, recordPage, recordsPage } from './records-page.tsx';
import { isUnruled, readKeptPolicy } from './rules.ts';

/** Records are marked as sensitive: one on its page, several in the list, each with the way back. */
export function takeMarking(routes: Hono, around: DeskServices): void {
  const { folder, queue } = around;
  const mark = async (context: Context, show: (more: Marked, status: Status) => Promise<Response>) => {
    const form = await context.req.parseBody({ all: true });
    const ids = [form.record ?? []].flat().map(String);
    const on = form.mark === 'yes';
    const { texts, words } = around.i18nOf(context);
    const { marking } = texts.protection;
    if (ids.length === 0) return show({ failed: marking.noneChosen }, 422);
    const kept = await readKeptPolicy(folder);
    if (on && kept.isUnsound) return show({ failed: texts.protection.unsound }, 422);
    // Else check would refuse the folder, in words for those who write its files by hand. The page says it.
    if (on && isUnruled(kept)) return show({}, 422);
    const marked = await queue(() => markRecords(folder, { ids, isSensitive: on }));
    if ('missing' in marked) return show({ failed: texts.failure.stale }, 409);
    if (!marked.done) return show({ issues: marked.issues }, 422);
    const notice = words.plural(on ? marking.done : marking.undone, marked.changed.length);
    if (marked.changed.length === 0) return show({ notice }, 200);
    return show({ notice, undo: { ids: marked.changed, isSensitive: !on } }, 200);
  };
  routes.get('/records', (context) => {
    const { q = '', page } = context.req.query();
    return list(context, around, { sought: q, page: Number(page) });
  });
  routes.post('/records', async (context) => {
    const { q = '', page } = await context.req.parseBody();
    const at = { sought: String(q), page: Number(page) };
    return mark(context, (more, status) => list(context, around, at, { more, status }));
  });
  routes.get('/records/:id', (context) => show(context, around));
  routes.post('/records/:id', (context) =>
    mark(context, (more, status) => show(context, around, { more, status })),
  );
}

type Status = 200 | 409 | 422;
interface Outcome {
  more: Marked;
  status: Status;
}

async function list(
  context: Context,
  { folder, queue, i18nOf, answer }: DeskServices,
  { sought, page }: { sought: string; page: number },
  { more, status }: Outcome = { more: {}, status: 200 },
): Promise<Response> {
  const i18n = i18nOf(context);
  const rows = await queue(() => readFolderRows(folder));
  const { records } = rows;
  const placeCalled = placeNames(rows, i18n.language);
  const named = (row: FolderRows['records'][number]) => summaryOf(i18n, row, placeCalled);
  const wanted = sought.trim().toLowerCase();
  const found = records.filter((row) => `${row.id} ${named(row)}`.toLowerCase().includes(wanted));
  const last = Math.max(1, Math.ceil(found.length / RECORDS_SHOWN));
  const shown = Number.isInteger(page) ? Math.min(Math.max(page, 1), last) : 1;
  const html = recordsPage(i18n, {
    ...{ sought, page: shown, total: found.length, sensitive: found.filter(isSensitive).length, ...more },
    named,
    isUnruled: isUnruled(await readKeptPolicy(folder)),
    records: found.slice((shown - 1) * RECORDS_SHOWN, shown * RECORDS_SHOWN),
  });
  return answer(context, html, status);
}

async function show(
  context: Context,
  { folder, queue, i18nOf, answer, fail }: DeskServices,
  { more, status }: Outcome = { more: {}, status: 200 },
): Promise<Response> {
  const rows: FolderRows = await queue(() => readFolderRows(folder));
  const id = context.req.param('id');
  const row = rows.records.find((it) => it.id === id);
  if (row === undefined) return fail(context, 'missing', 404);
  const evidence = rows.evidence.filter((it) => it.record === id);
  const i18n = i18nOf(context);
  const title = summaryOf(i18n, row, placeNames(rows, i18n.language));
  const about = { title, row, evidence, isUnruled: isUnruled(await readKeptPolicy(folder)) };
  return answer(context, recordPage(i18n, { ...about, ...more }), status);
}
