import { wholeCharacters } from '@article21/coding';
import { stampOf } from '@article21/import';
import type { Context, Hono } from 'hono';
import { textsOf } from '../form-texts.ts';
import { filledRate } from '../rates.ts';
import type { DeskServices } from '../services.ts';
import { filledForm, proposedFields } from './record-form.ts';
import { recordPage } from './record-page.tsx';
import { nextId, type Saved, saveRecord } from './save.ts';
import { recordPath, type Statement } from './statements.ts';
import { type createUnsavedForms, NOT_KEPT, type UnsavedForm } from './unsaved-forms.ts';

type Form = Readonly<Record<string, string>>;
export type WithStatement = (context: Context, statement: Statement) => Response | Promise<Response>;

interface Keeping {
  withStatement(work: WithStatement): (context: Context) => Promise<Response>;
  unsavedForms: ReturnType<typeof createUnsavedForms>;
}

/** The form of one record: shown, saved, kept half-filled. */
export function recordRoutes(routes: Hono, around: DeskServices, keeping: Keeping): void {
  const { folder, queue, fail } = around;
  const { withStatement, unsavedForms } = keeping;
  routes.get(
    '/:source/record',
    withStatement(async (context, statement) => {
      const form = context.req.query();
      const passage = passageOf(statement, form);
      if (passage === null) return fail(context, 'missing', 404);
      const place = { ...passage, at: begunWith(statement, passage, form)?.at ?? null };
      const kept = await unsavedForms.of(statement, place);
      return showRecord(context, around, statement, { form, kept });
    }),
  );
  routes.post(
    '/:source/record',
    withStatement(async (context, statement) => {
      const form = textsOf(await context.req.parseBody());
      const passage = passageOf(statement, form);
      if (passage === null) return fail(context, 'missing', 404);
      const place = form['chosen-place'] ?? form.place ?? '';
      const saved = await queue(() =>
        saveRecord(folder, {
          ...{ statement, ...passage, id: form.id ?? '', form: filledForm({ ...form, place }) },
          rate: filledRate(form),
          described: form['place-kind'] ? { kind: form['place-kind'], country: form.country ?? '' } : null,
        }),
      );
      if (saved.is !== 'saved') return showRecord(context, around, statement, { form, refused: saved });
      const at = form.at ? Number(form.at) : null;
      await queue(() => unsavedForms.remove(statement, { ...passage, at }));
      return context.redirect(afterSaving(statement, passage, form), 303);
    }),
  );
  keepForms(routes, around, keeping);
}

/** Half-filled forms, kept by the script while somebody types (which asks for plain text: the new hash) or by a button. */
function keepForms(
  routes: Hono,
  { queue, i18nOf, fail }: DeskServices,
  { withStatement, unsavedForms }: Keeping,
): void {
  routes.post(
    '/:source/half-filled',
    withStatement(async (context, statement) => {
      const { from, to, at, was = NOT_KEPT, id: _, ...fields } = textsOf(await context.req.parseBody());
      const passage = passageOf(statement, { from: from ?? '', to: to ?? '' });
      if (passage === null) return fail(context, 'missing', 404);
      const place = { ...passage, at: at ? Number(at) : null };
      const hash = await queue(() => unsavedForms.keep(statement, place, fields, was));
      if (context.req.header('Accept') === 'text/plain')
        return hash === null
          ? context.text(i18nOf(context).texts.coding.keptElsewhere, 409)
          : context.text(hash);
      return hash === null ? fail(context, 'stale', 409) : context.redirect(`/coding/${statement.id}`, 303);
    }),
  );
  routes.post(
    '/:source/half-filled/discard',
    withStatement(async (context, statement) => {
      const { at, ...form } = textsOf(await context.req.parseBody());
      const passage = passageOf(statement, form);
      if (passage === null) return fail(context, 'missing', 404);
      const place = { ...passage, at: at ? Number(at) : null };
      await queue(() => unsavedForms.remove(statement, place));
      return context.redirect(recordPath(statement.id, passage, place.at), 303);
    }),
  );
}

function passageOf(statement: Statement, form: Form): { start: number; end: number } | null {
  const [from, to] = [Number(form.from), Number(form.to)];
  return Number.isInteger(from) && Number.isInteger(to) ? wholeCharacters(statement.text, from, to) : null;
}

/** The proposals of a passage: those whose act it says. */
function within({ proposals }: Statement, { start, end }: { start: number; end: number }) {
  return proposals.filter(({ proposal: { act } }) => start <= act.start && act.end <= end);
}

function showRecord(
  context: Context,
  { i18nOf, answer, fail }: DeskServices,
  statement: Statement,
  { form, refused, kept = null }: { form: Form; refused?: Saved; kept?: UnsavedForm | null },
): Response | Promise<Response> {
  const passage = passageOf(statement, form);
  if (passage === null) return fail(context, 'missing', 404);
  const begun = begunWith(statement, passage, form);
  const typed = refused === undefined ? (kept?.fields ?? null) : form;
  const record = statement.rows.records.find(({ id }) => id === form.saved);
  const page = recordPage(i18nOf(context), {
    ...{ statement, ...passage, at: begun?.at ?? null, id: nextId(statement.id, statement.rows) },
    proposed: proposedFields(begun?.proposal ?? null, statement.text.slice(passage.start, passage.end)),
    skipTo: nextPath(statement, passage, begun?.at ?? null),
    before: record === undefined ? null : { record, stamp: stampOf(record) },
    ...{ was: kept?.hash ?? form.was ?? NOT_KEPT, isKept: kept !== null },
    ...(typed === null ? {} : { form: filledForm(typed), rate: filledRate(typed) }),
    ...(refused === undefined ? {} : { refused }),
  });
  return answer(context, page, refused === undefined ? 200 : 422);
}

/** The proposal that a form begins with: the one it names, else the first of the passage that is not coded. */
function begunWith(statement: Statement, passage: { start: number; end: number }, form: Form) {
  const found = within(statement, passage);
  return form.at === undefined
    ? found.find(({ isCoded }) => !isCoded)
    : found.find(({ at }) => String(at) === form.at);
}

/** Where the next proposal is that nobody has coded; null where there is none behind a passage. */
function nextPath(statement: Statement, { start }: { start: number }, at: number | null): string | null {
  const next = statement.proposals.find(
    (it) =>
      !it.isCoded &&
      (it.proposal.quote.start > start || (it.proposal.quote.start === start && it.at > (at ?? -1))),
  );
  return next === undefined ? null : recordPath(statement.id, next.proposal.quote, next.at);
}

function afterSaving(statement: Statement, passage: { start: number; end: number }, form: Form): string {
  const at = form.at === undefined || form.at === '' ? null : Number(form.at);
  const next = nextPath(statement, passage, at);
  const saved = `saved=${encodeURIComponent(form.id ?? '')}`;
  return next === null ? `/coding/${statement.id}?${saved}` : `${next}&${saved}`;
}
