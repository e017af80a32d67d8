import { readdir, readFile } from 'node:fs/promises';
import { attributeFilters, type Policy, policySchema } from '@article21/model';
import { locateFile } from '../folder.ts';
import type { IssueLog } from '../issue-log.ts';
import type { ReadVocabulary } from '../tables/vocabulary.ts';

/** The file of a dataset that says what of it is published. It is never published itself. */
const FILE = 'policy.json';
const LARGEST = 1_000_000;
const SEE = 'see “Endangered people” in the codebook';

/** What a policy may name. */
interface Known {
  places: { has(id: string): boolean };
  sources: { has(id: string): boolean };
  declared: ReadVocabulary;
}

/** The policy of a dataset; null where there is none, or where the issue log says what is wrong with it. */
export async function readPolicy(folder: string, known: Known, issueLog: IssueLog): Promise<Policy | null> {
  const located = await locateFile(folder, FILE);
  if (!located.ok) {
    if (located.problem.code !== 'missing_file')
      issueLog.add({ file: FILE, row: null, column: null }, located.problem);
    else await reportMisnamed(folder, issueLog);
    return null;
  }
  const report = (column: string | null, message: string, hint = SEE) => {
    issueLog.add({ file: FILE, row: null, column }, { code: 'invalid_value', message, hint });
    return null;
  };
  if (located.bytes > LARGEST) return report(null, 'the file is larger than 1 MB', 'write fewer rules');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(located.path, 'utf8'));
  } catch {
    return report(null, 'the file is not JSON', 'look for a missing comma, quote or bracket');
  }
  const read = policySchema.safeParse(json);
  if (!read.success) {
    for (const { path, message } of read.error.issues)
      report(path.join('.') || null, `${path.join('.') || 'the policy'} is not valid: ${message}`);
    return null;
  }
  // A slip in an id would pick nothing, and publish what was to be protected.
  for (const [i, { when }] of read.data.rules.entries()) {
    const { kinds, attributes } = known.declared.vocabulary;
    const values = attributeFilters(attributes);
    for (const id of (when.kind ?? []).filter((it) => !kinds.includes(it)))
      report(`rules.${i}.when.kind`, `there is no kind ${id}`, `write one of: ${kinds.join(', ')}`);
    for (const value of (when.attribute ?? []).filter((it) => !values.includes(it))) {
      const hint =
        values.length === 0 ? 'declare it in attributes.csv' : `write one of: ${values.join(', ')}`;
      report(`rules.${i}.when.attribute`, `there is no value ${value} of an attribute`, hint);
    }
    for (const id of (when.place ?? []).filter((it) => !known.places.has(it)))
      report(`rules.${i}.when.place`, `there is no place ${id}`, 'write the id that it has in places.csv');
    for (const id of (when.source ?? []).filter((it) => !known.sources.has(it)))
      report(`rules.${i}.when.source`, `there is no source ${id}`, 'write the id that it has in sources.csv');
  }
  return read.data;
}

/** Reports records that a policy names and that the dataset does not have. */
export function reportUnknownRecords(
  { rules }: Policy,
  ids: { has(id: string): boolean },
  issueLog: IssueLog,
): void {
  for (const [i, { when }] of rules.entries())
    for (const id of (when.record ?? []).filter((it) => !ids.has(it)))
      issueLog.add(
        { file: FILE, row: null, column: `rules.${i}.when.record` },
        {
          code: 'invalid_value',
          message: `there is no record ${id}`,
          hint: 'write the id that it has in records.csv',
        },
      );
}

/**
 * Reports a file that was meant as the policy, with which everything would be published as it is: Windows does not show
 * that a name ends with .txt, browsers number what they save twice, and not every system tells capitals apart.
 */
async function reportMisnamed(folder: string, issueLog: IssueLog): Promise<void> {
  for (const file of await readdir(folder))
    if (/^policy *(?:\(\d+\))?(?:\.json)?(?:\.txt)?$/i.test(file))
      issueLog.add(
        { file, row: null, column: null },
        {
          code: 'invalid_value',
          message: `the file is not read: a policy is called ${FILE}`,
          hint: `rename it to ${FILE}, or take it out of the folder`,
        },
      );
}

/** Whether a policy says how every record is published that is marked as sensitive. */
export function protectsSensitive({ rules }: Policy): boolean {
  return rules.some(({ when }) => when.sensitive && Object.keys(when).length === 1);
}

/** Whether the dataset in a folder has a policy, sound or not. */
export async function hasPolicy(folder: string): Promise<boolean> {
  const located = await locateFile(folder, FILE);
  return located.ok || located.problem.code !== 'missing_file';
}
