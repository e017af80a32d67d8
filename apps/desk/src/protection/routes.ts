import { addRegions, readFolderRows } from '@article21/import';
import type { Issue, Policy, PolicyRule } from '@article21/model';
import { type Context, Hono } from 'hono';
import { hasDataset } from '../folder-state.ts';
import type { DeskServices } from '../services.ts';
import { changePage, policyPage } from './policy-page.tsx';
import { previewPolicy } from './preview.ts';
import { takeMarking } from './record-routes.ts';
import { REGION } from './regions.tsx';
import { rulePage } from './rule-page.tsx';
import {
  faultsIn,
  filledRule,
  freeRuleId,
  printPolicy,
  type RuleFault,
  type RuleForm,
  readKeptPolicy,
  savePolicy,
  sensitiveRule,
  withoutRule,
  withRule,
} from './rules.ts';

/** A rule that is to take the place of another (`id`), to come after all others (null), or to take the other away (no rule). */
interface Change {
  id: string | null;
  rule: PolicyRule | null;
}

/** What of the dataset is published more coarsely, rule by rule; each with what it changes before it is saved. */
export function protectionRoutes(around: DeskServices): Hono {
  const { folder, secret, queue, i18nOf, answer, fail } = around;
  const routes = new Hono();
  const list = async (
    context: Context,
    more: { notice?: string; failed?: string } = {},
    status: 200 | 409 = 200,
  ) => {
    const { policy, isUnsound } = await readKeptPolicy(folder);
    const rows = await queue(() => readFolderRows(folder));
    const isNew = !(await hasDataset(folder));
    return answer(context, policyPage(i18nOf(context), { policy, isUnsound, isNew, rows, ...more }), status);
  };
  routes.get('/', (context) => list(context));
  routes.get('/changes', async (context) => {
    const { policy } = await readKeptPolicy(folder);
    if (policy === null) return fail(context, 'missing', 404);
    return showChange(context, around, { policy, rules: policy.rules.map(({ id }) => id) });
  });
  routes.get('/rule', (context) => newRule(context, around));
  routes.get('/rule/:id', (context) => showRule(context, around, { id: context.req.param('id') }));
  routes.post('/rule', (context) => lookAt(context, around, null));
  routes.post('/rule/:id', (context) => lookAt(context, around, context.req.param('id')));
  routes.post('/remove/:id', async (context) => {
    const { policy, hash } = await readKeptPolicy(folder);
    const id = context.req.param('id');
    if (policy === null || !policy.rules.some((it) => it.id === id)) return fail(context, 'missing', 404);
    const change = { id, rule: null };
    return showChange(context, around, { policy, rules: [id], save: { change, was: hash } });
  });
  routes.post('/save', async (context) => {
    const { texts } = i18nOf(context);
    const { change = '', was = '' } = (await context.req.parseBody()) as Record<string, string>;
    const { id, rule } = JSON.parse(change) as Change;
    const { policy } = await readKeptPolicy(folder);
    const next = rule === null ? withoutRule(policy, id) : withRule(policy, id, rule);
    const text = next && printPolicy(next, secret === undefined);
    const saved = await queue(() => savePolicy(folder, text, was));
    if (saved === null) return list(context, { failed: texts.failure.stale }, 409);
    if (!saved.done) return showRule(context, around, { id, rule, issues: saved.issues });
    return list(context, { notice: next === null ? texts.protection.gone : texts.protection.saved });
  });
  routes.post('/regions', async (context) => {
    const { texts, words, importing } = i18nOf(context);
    const form = Object.entries(await context.req.parseBody());
    const answers = Object.fromEntries(
      form.flatMap(([name, value]) =>
        name.startsWith(REGION) && value !== '' ? [[name.slice(REGION.length), String(value)]] : [],
      ),
    );
    const added = await queue(() => addRegions(folder, answers));
    if (added === null) return list(context, { failed: texts.failure.stale }, 409);
    const { given, issues } = added;
    const [issue] = issues;
    if (issue !== undefined) {
      const { message } = importing.found(issue);
      return list(context, { failed: `${issue.file}: ${message}` }, 409);
    }
    return list(context, { notice: words.plural(texts.protection.regions.added, given.length) });
  });
  takeMarking(routes, around);
  return routes;
}

/** The form of a new rule; where there are no records yet, the page that leads to them. */
async function newRule(context: Context, around: DeskServices): Promise<Response> {
  if (!(await hasDataset(around.folder))) return context.redirect('/protection', 303);
  const rule = context.req.query('sensitive') === undefined ? null : sensitiveRule;
  return showRule(context, around, { id: null, rule });
}

/** Shows what the rule of a form changes, with the button that saves it; the form again where it is none. */
async function lookAt(context: Context, around: DeskServices, id: string | null): Promise<Response> {
  const { folder, fail } = around;
  const { policy, hash, isUnsound } = await readKeptPolicy(folder);
  if (isUnsound || !(await hasDataset(folder))) return fail(context, 'missing', 404);
  const form = (await context.req.parseBody({ all: true })) as RuleForm;
  const rows = await readFolderRows(folder);
  const filled = filledRule(form, rows);
  const rule = filled.id === '' ? { ...filled, id: id ?? freeRuleId(policy) } : filled;
  const faults = faultsIn(rule, rows);
  if (faults.length > 0) return showRule(context, around, { id, rule, faults });
  const next = withRule(policy, id, rule);
  const save = { change: { id, rule }, was: hash };
  return showChange(context, around, { policy: next, rules: [rule.id], save });
}

async function showChange(
  context: Context,
  around: DeskServices,
  {
    policy,
    rules,
    save = null,
  }: { policy: Policy; rules: string[]; save?: { change: Change; was: string } | null },
): Promise<Response> {
  const { folder, secret, queue, i18nOf, answer } = around;
  const i18n = i18nOf(context);
  const isLast = save?.change.rule === null && policy.rules.length === 1;
  const text = printPolicy(policy, secret === undefined);
  const preview = await queue(() => previewPolicy(folder, { text, secret, rules, language: i18n.language }));
  if (!preview.ok) {
    const { id = null, rule = null } = save?.change ?? {};
    return showRule(context, around, { id, rule, issues: preview.issues });
  }
  return answer(context, changePage(i18n, { preview, rows: await readFolderRows(folder), save, isLast }));
}

async function showRule(
  context: Context,
  { folder, queue, i18nOf, answer, fail }: DeskServices,
  {
    id,
    rule = null,
    issues = [],
    faults = [],
  }: {
    id: string | null;
    rule?: PolicyRule | null;
    issues?: readonly Issue[];
    faults?: readonly RuleFault[];
  },
): Promise<Response> {
  const { policy } = await readKeptPolicy(folder);
  const there = policy?.rules.find((it) => it.id === id) ?? null;
  if (id !== null && there === null) return fail(context, 'missing', 404);
  const rows = await queue(() => readFolderRows(folder));
  const page = rulePage(i18nOf(context), { id, rule: rule ?? there, rows, issues, faults });
  return answer(context, page, issues.length + faults.length === 0 ? 200 : 422);
}
