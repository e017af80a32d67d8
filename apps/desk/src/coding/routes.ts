import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import {
  addStatement,
  datasetFields,
  isUnusableInput,
  readDocument,
  readFolderRows,
  statementFields,
} from '@article21/import';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { hasDataset } from '../folder-state.ts';
import { textsOf } from '../form-texts.ts';
import { placeNames } from '../names.ts';
import { type DeskServices, sentenceOf } from '../services.ts';
import { recordRoutes, type WithStatement } from './record-routes.ts';
import { removeRecord } from './save.ts';
import { readStatement, recordPath, statementsIn } from './statements.ts';
import { statementsPage } from './statements-page.tsx';
import { summaryOf, textPage } from './text-page.tsx';
import { createUnsavedForms } from './unsaved-forms.ts';

/** Statements are read into memory; larger ones are for the command line. */
const MOST_MB = 20;

/** Texts that are brought and coded: sentence by sentence, record by record. */
export function codingRoutes(around: DeskServices): Hono {
  const { folder, queue, i18nOf, answer, fail } = around;
  const unsavedForms = createUnsavedForms(folder);
  const withStatement = (work: WithStatement) => async (context: Context) => {
    const statement = await queue(() => readStatement(folder, context.req.param('source') ?? ''));
    if (statement === null) return fail(context, 'missing', 404);
    if ('why' in statement) {
      const { message } = i18nOf(context).importing.found(statement.why);
      return listStatements(context, around, { failed: message }, 422);
    }
    return work(context, statement);
  };
  const routes = new Hono();
  routes.get('/', (context) => listStatements(context, around));
  takeStatements(routes, around);
  routes.get(
    '/:source',
    withStatement(async (context, statement) => {
      const { texts, words } = i18nOf(context);
      const { removed, saved } = context.req.query();
      const record = statement.rows.records.find(({ id }) => id === saved);
      const notice = record
        ? words.fill(texts.coding.saved, {
            record: summaryOf(i18nOf(context), record, placeNames(statement.rows, i18nOf(context).language)),
          })
        : null;
      return answer(
        context,
        textPage(i18nOf(context), {
          ...{ statement, unsavedForms: await unsavedForms.list(statement) },
          notice: removed === undefined ? notice : texts.coding.removed,
        }),
      );
    }),
  );
  routes.post(
    '/:source/remove',
    withStatement(async (context, statement) => {
      const { record = '', stamp = '', again } = textsOf(await context.req.parseBody());
      const passage = statement.passages.find((it) => it.record.id === record);
      const removed = await queue(() => removeRecord(folder, { source: statement.id, record, stamp }));
      const failed = removed === null ? i18nOf(context).texts.failure.stale : null;
      if (failed !== null) {
        const shown = { statement, unsavedForms: await unsavedForms.list(statement), failed };
        return answer(context, textPage(i18nOf(context), shown), 409);
      }
      const to = again && passage ? recordPath(statement.id, passage) : `/coding/${statement.id}?removed`;
      return context.redirect(to, 303);
    }),
  );
  recordRoutes(routes, around, { withStatement, unsavedForms });
  return routes;
}

async function listStatements(
  context: Context,
  { folder, queue, i18nOf, answer }: DeskServices,
  more: Partial<Parameters<typeof statementsPage>[1]> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const rows = await queue(() => readFolderRows(folder));
  const page = statementsPage(i18nOf(context), {
    statements: statementsIn(rows),
    isNew: !(await hasDataset(folder)),
    ...more,
  });
  return answer(context, page, status);
}

function takeStatements(routes: Hono, around: DeskServices): void {
  const { folder, reader, queue, i18nOf, today } = around;
  const limit = bodyLimit({
    maxSize: MOST_MB * 1_000_000,
    onError: (context) => {
      const { texts, words } = i18nOf(context);
      const failed = words.fill(texts.failure.tooLarge, { n: String(MOST_MB) });
      return listStatements(context, around, { failed }, 422);
    },
  });
  routes.post('/', limit, async (context) => {
    const body = await context.req.parseBody();
    const form = textsOf(body);
    const { coding } = i18nOf(context).texts;
    let read = form.text ?? '';
    try {
      if (body.file instanceof File && body.file.size > 0) read = await wordsOf(body.file, reader);
    } catch (error) {
      if (!isUnusableInput(error)) throw error;
      const failed = sentenceOf(error, i18nOf(context));
      return listStatements(context, around, { failed, typed: form }, 422);
    }
    const typed = { ...form, text: read };
    if (!/\S/.test(read)) return listStatements(context, around, { failed: coding.noText, typed }, 422);
    const fields = [...statementFields, ...datasetFields].map((it) => [it, (form[it] ?? '').trim()] as const);
    const values = Object.fromEntries(fields) as Record<(typeof fields)[number][0], string>;
    const brought = { text: read, values, isInternal: form.internal !== undefined };
    const added = await queue(() => addStatement(folder, brought, today()));
    if (added.is === 'added') return context.redirect(`/coding/${added.id}`, 303);
    const { importing } = i18nOf(context);
    const wrong =
      added.is === 'refused' ? { failed: importing.found(added.why).message } : { issues: added.issues };
    return listStatements(context, around, { ...wrong, typed }, 422);
  });
}

/** The words of a file, which is read where tables are, and kept nowhere. Throws where it cannot be read. */
async function wordsOf(file: File, reader: string | null): Promise<string> {
  const at = await mkdtemp(join(tmpdir(), 'article21-statement-'));
  try {
    const path = join(at, `statement${extname(file.name).toLowerCase()}`);
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return await readDocument(path, file.name, reader);
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}
