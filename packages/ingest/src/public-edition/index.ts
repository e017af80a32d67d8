import { createIssueLog, type FoundInDataset, type IssueLog } from '../issue-log.ts';
import type { Outcome, Reading } from '../read-dataset.ts';
import { createPlan, type Plan } from './plan.ts';
import { type PolicyDoubt, policyDoubts } from './policy-doubts.ts';
import { withheldOf } from './withheld.ts';
import { type Writing, writeEdition } from './write.ts';

/** What publishing by a policy does to a dataset. */
export interface PolicyEffects {
  /** How many records each rule picks, in the order of the policy. */
  rules: readonly { id: string; records: number }[];
  /** The ids that picked records have in the dataset: no snapshot is to have them. */
  ids: ReadonlySet<string>;
  /** Sources whose words are not published because such a record cites them, and how many others cite them too. */
  withheldSources: readonly { id: string; otherRecords: number }[];
  /** Tables that are published without the rows that such records cite, and how many rows of others they keep. */
  shortenedTables: readonly { id: string; rows: number }[];
  /** Assemblies that are left out because nothing but such records belongs to them. */
  assembliesLeftOut: number;
  /** What the policy does not hide. */
  doubts: readonly PolicyDoubt[];
}

export type PublicEdition =
  | { ok: true; effects: PolicyEffects; found: FoundInDataset }
  | { ok: false; found: FoundInDataset };

export interface EditionOptions extends Pick<Writing, 'title'> {
  /** In place of the policy's own secret. */
  secret?: string | undefined;
  /** The ids of the rules that hold, for what each of them changes; all where nothing is said. */
  rules?: readonly string[] | undefined;
}

/**
 * Writes what a dataset publishes by its policy into an empty folder that nobody else can read, which is then a dataset
 * of its own. `read` reads the dataset, twice: what is shared by records is known only after the last of them.
 * Throws when it has no policy, or changes between the two.
 */
export async function writePublicEdition(
  target: string,
  read: () => Promise<Outcome>,
  { title, rules, ...options }: EditionOptions,
): Promise<PublicEdition> {
  const first = await read();
  if (!first.ok) return { ok: false, found: first.found };
  const { reading } = first;
  // Set once all has been read: an unsound policy is null too.
  const places = new Map(reading.places.map((place) => [place.id, place]));
  const inForce = (reading.policy?.rules ?? []).filter(({ id }) => rules?.includes(id) ?? true);
  const plan = createPlan(inForce, places, reading.sensitive);
  for await (const record of reading.records()) plan.take(record);
  const found = reading.found();
  if (found.issueCount > 0) return { ok: false, found };
  if (reading.policy === null) throw new Error('the dataset has no policy.json');
  const secret = options.secret ?? reading.policy.secret;
  const issueLog = createIssueLog();
  reportOpen(plan, secret, issueLog);
  if (secret === undefined || issueLog.found().issueCount > 0) return { ok: false, found: issueLog.found() };
  const second = await read();
  if (!second.ok) return { ok: false, found: second.found };
  await writeEdition(target, second.reading, { plan, secret, title });
  return { ok: true, effects: effectsOf(plan, reading), found };
}

/** What must be known before a public edition can be made. */
function reportOpen({ nowhere }: Plan, secret: string | undefined, issueLog: IssueLog): void {
  if (!/^[0-9a-f]{32,64}$/.test(secret ?? ''))
    issueLog.add(
      { file: 'policy.json', row: null, column: 'secret' },
      {
        code: secret === undefined ? 'missing_value' : 'invalid_value',
        message:
          'there is no secret of 32 to 64 hexadecimal digits, by which the ids of protected records are made',
        hint: 'write "secret": "…" into policy.json with the output of: openssl rand -hex 16',
      },
    );
  for (const place of nowhere)
    issueLog.add(
      { file: 'places.csv', row: null, column: 'parent' },
      {
        code: 'missing_value',
        message: `${place} lies in no place that a protected record could be said to be in`,
        hint: 'give it a parent of the kind region or country: article21 regions, or “Protect people” of the desk, adds those that GeoNames knows',
      },
    );
}

function effectsOf(plan: Plan, reading: Reading): PolicyEffects {
  const { hidden, shown, byRule, picked } = plan;
  const withheld = withheldOf(plan);
  return {
    rules: [...byRule].map(([id, records]) => ({ id, records })),
    ids: picked,
    withheldSources: [...withheld.whole].map((id) => ({ id, otherRecords: shown.sources.get(id) ?? 0 })),
    shortenedTables: [...withheld.tables].map(([id, rows]) => ({ id, rows: rows.size })),
    assembliesLeftOut: [...hidden.assemblies.keys()].filter((id) => !shown.assemblies.has(id)).length,
    doubts: policyDoubts(plan, reading),
  };
}
