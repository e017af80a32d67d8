import { isPublishedAs, readPolicyFile } from '@article21/ingest';
import { type RetractionReason, retractionReasons } from '@article21/model';
import { heldRecord, type IsPublishedAs } from '@article21/store';
import type { Context, Hono } from 'hono';
import { textsOf } from './form-texts.ts';
import { REASON, type Retracted, refusedRetraction, retractPage, SURE } from './pages/retract.tsx';
import type { DeskServices } from './services.ts';

type ShowPublications = (
  context: Context,
  more: { notice?: string; failed?: string },
  status: 200 | 409 | 422,
) => Promise<Response>;

/** Retracting a snapshot, or all that hold a record: what it does and cannot do is shown first, and it asks for a reason. */
export function takeRetractions(routes: Hono, around: DeskServices, show: ShowPublications): void {
  const { store, queue, i18nOf, answer, fail } = around;
  const retract = async (context: Context, what: Retracted & { dataset: string | null }) => {
    const i18n = i18nOf(context);
    const form = textsOf(await context.req.parseBody());
    const reason = retractionReasons.find((it) => it === form[REASON]);
    if (reason === undefined || form[SURE] !== 'yes') {
      const failed = i18n.texts.retract.incomplete;
      return answer(context, retractPage(i18n, { ...what, failed }), 422);
    }
    const done = await queue(() => retractUnlessServed(around, what, reason));
    if (!done) return show(context, { failed: i18n.texts.failure.stale }, 409);
    const notice = i18n.words.fill(i18n.texts.retract.done, { id: what.record ?? what.ids[0] ?? '' });
    return show(context, { notice }, 200);
  };
  /** Works with the snapshots that hold a record; says why where it cannot be retracted. */
  const withRecord = async (
    context: Context,
    typed: string,
    work: (what: Retracted & { dataset: string }) => Response | Promise<Response>,
  ) => {
    const record = typed.trim();
    const current = await store.current();
    const isPublishedAs = await protectedAs(around, record);
    const held = current === null ? null : await heldRecord(store, { current, record, isPublishedAs });
    if (held?.is === 'held') return work({ ...held, record });
    return show(context, { failed: refusedRetraction(i18nOf(context), record, held) }, 422);
  };
  const withSnapshot = async (
    context: Context,
    work: (what: Retracted & { dataset: null }) => Response | Promise<Response>,
  ) => {
    const id = context.req.param('id') ?? '';
    const known = (await store.ids()).includes(id) && id !== (await store.current());
    if (!known) return fail(context, 'missing', 404);
    return work({ ids: [id], record: null, records: [], quoted: [], dataset: null });
  };
  const ask = (context: Context) => (what: Retracted) => answer(context, retractPage(i18nOf(context), what));
  routes.get('/retract', (context) => withRecord(context, context.req.query('record') ?? '', ask(context)));
  routes.post('/retract', async (context) => {
    const { record = '' } = textsOf(await context.req.parseBody());
    return withRecord(context, record, (what) => retract(context, what));
  });
  routes.get('/retract/:id', (context) => withSnapshot(context, ask(context)));
  routes.post('/retract/:id', (context) => withSnapshot(context, (what) => retract(context, what)));
}

/** False, and nothing is retracted, where one of the snapshots is served by now. */
async function retractUnlessServed(
  { store }: DeskServices,
  { ids, records: held, dataset }: Retracted & { dataset: string | null },
  reason: RetractionReason,
): Promise<boolean> {
  const current = await store.current();
  if (current !== null && ids.includes(current)) return false;
  const records = dataset === null ? [] : held.map((record) => ({ dataset, record }));
  await store.retract(ids, { reason, records });
  return true;
}

/** How a record of the folder is told under the ids that a rule publishes it with; undefined where the folder has no secret. */
async function protectedAs(
  { folder, secret: given }: DeskServices,
  record: string,
): Promise<IsPublishedAs | undefined> {
  const secret = given ?? (await readPolicyFile(folder)).policy?.secret;
  return secret === undefined ? undefined : isPublishedAs(secret, record);
}
