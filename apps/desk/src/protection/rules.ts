import { randomBytes } from 'node:crypto';
import { type Edited, editFolder, type FolderRows, unused } from '@article21/import';
import { protectsSensitive, readPolicyFile } from '@article21/ingest';
import { isId, languages, type Policy, type PolicyRule } from '@article21/model';
import { readEdtf } from '@article21/model/edtf';
import { hashOf } from '../kept-file.ts';

const FILE = 'policy.json';

/** The policy of a folder as its file has it. */
export interface KeptPolicy {
  /** Null where there is none, or none that can be read. */
  policy: Policy | null;
  isUnsound: boolean;
  /** By which a later change of the file by somebody else is noticed. */
  hash: string;
}

/** What a form says of a rule; where something is typed by name, what it means. */
export type RuleForm = Readonly<Record<string, string | readonly string[]>>;

export async function readKeptPolicy(folder: string): Promise<KeptPolicy> {
  const { text, policy, problems } = await readPolicyFile(folder);
  return { policy, isUnsound: problems.length > 0, hash: hashOf(text ?? '') };
}

/** Whether no rule of a readable policy says how sensitive records are published. */
export function isUnruled({ policy, isUnsound }: KeptPolicy): boolean {
  return !isUnsound && (policy === null || !protectsSensitive(policy));
}

/** The rule that a form states, which need not be one: what is wrong with it is said where the folder is read. */
export function filledRule(form: RuleForm, { places }: Pick<FolderRows, 'places'>): PolicyRule {
  const one = (name: string) => String([form[name] ?? ''].flat().at(-1) ?? '').trim();
  const chosen = (name: string) => [form[name] ?? []].flat().filter((it) => it !== '');
  const typed = (name: string) =>
    one(name)
      .split(/[;,\n]/)
      .flatMap((it) => it.trim() || []);
  const lists = {
    record: typed('record'),
    kind: chosen('kind'),
    phase: chosen('phase'),
    attribute: chosen('attribute'),
    place: typed('place').map((it) => placeNamed(it, places)),
    source: chosen('source'),
  };
  const when = {
    ...(one('sensitive') === '' ? {} : { sensitive: true }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(one('from') === '' ? {} : { from: one('from') }),
    ...(one('to') === '' ? {} : { to: one('to') }),
  };
  const how = Object.fromEntries(
    ['date-as', 'place-as'].flatMap((name) =>
      one(name) === '' ? [] : [[name.replace('-as', ''), one(name)]],
    ),
  );
  return { id: one('id'), when, ...how } as PolicyRule;
}

/** What somebody can slip in who fills in a rule; `value` is what was typed. */
export interface RuleFault {
  code: 'id' | 'when' | 'place' | 'record' | 'day';
  value: string;
}

/** What is wrong with a rule as it was typed. All else is said where the folder is read. */
export function faultsIn({ id, when }: PolicyRule, { places, records }: FolderRows): RuleFault[] {
  const [knownPlaces, knownRecords] = [places, records].map((rows) => new Set(rows.map((row) => row.id)));
  const strange = (code: 'place' | 'record', known: ReadonlySet<string | undefined> | undefined) =>
    (when[code] ?? []).filter((it) => !known?.has(it)).map((value) => ({ code, value }));
  return [
    ...(isId(id) ? [] : [{ code: 'id' as const, value: id }]),
    ...(Object.keys(when).length === 0 ? [{ code: 'when' as const, value: '' }] : []),
    ...strange('place', knownPlaces),
    ...strange('record', knownRecords),
    ...[when.from, when.to].flatMap((value) =>
      value === undefined || isDay(value) ? [] : [{ code: 'day' as const, value }],
    ),
  ];
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && readEdtf(text) !== null;
}

/** An id for a rule to which nobody gives one. */
export function freeRuleId(policy: Policy | null): string {
  const taken = new Set(policy?.rules.map(({ id }) => id));
  return unused('rule', taken);
}

/** The rule of all records that are marked, as it is proposed; which ones is said on their pages. */
export const sensitiveRule: PolicyRule = {
  id: 'sensitive',
  when: { sensitive: true },
  date: 'month',
  place: 'region',
};

/** A policy with a rule in the place of the one of an id; after all others where that is null. */
export function withRule(policy: Policy | null, id: string | null, rule: PolicyRule): Policy {
  const rules = policy?.rules ?? [];
  const isThere = rules.some((it) => it.id === id);
  return { ...policy, rules: isThere ? rules.map((it) => (it.id === id ? rule : it)) : [...rules, rule] };
}

/** A policy without the rule of an id; null where it was the last. */
export function withoutRule(policy: Policy | null, id: string | null): Policy | null {
  const rules = policy?.rules.filter((it) => it.id !== id) ?? [];
  return rules.length === 0 ? null : { ...policy, rules };
}

/** The file of a policy. One that has no secret, and needs it, gets one by which nobody can guess ids. */
export function printPolicy(policy: Policy, needsSecret: boolean): string {
  const secret = policy.secret ?? (needsSecret ? randomBytes(16).toString('hex') : undefined);
  return `${JSON.stringify({ ...(secret === undefined ? {} : { secret }), rules: policy.rules }, null, 2)}\n`;
}

/** Writes a policy, or removes it where there is none, unless the folder would then have an issue. Null where the file is not what was shown. */
export function savePolicy(folder: string, text: string | null, was: string): Promise<Edited | null> {
  return editFolder(folder, async () => {
    const { hash, isUnsound } = await readKeptPolicy(folder);
    return hash === was && !isUnsound ? { texts: new Map([[FILE, text]]) } : null;
  });
}

/** Of a place by its id or one of its names the id; anything else as it is typed. */
function placeNamed(typed: string, places: FolderRows['places']): string {
  const sought = typed.toLowerCase();
  const found = places.find(
    (row) => row.id === typed || languages.some((it) => row[`name_${it}`]?.toLowerCase() === sought),
  );
  return found?.id ?? typed;
}
