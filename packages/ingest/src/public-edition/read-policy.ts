import { readdir } from 'node:fs/promises';
import { attributeFilters, type Policy } from '@article21/model';
import { locateFile } from '../folder.ts';
import type { IssueLog } from '../issue-log.ts';
import type { ReadVocabulary } from '../tables/vocabulary.ts';
import { POLICY_FILE, readPolicyFile } from './policy-file.ts';

/** What a policy may name. */
interface Known {
  places: { has(id: string): boolean };
  sources: { has(id: string): boolean };
  declared: ReadVocabulary;
}

/** The policy of a dataset; null where there is none, or where the issue log says what is wrong with it. */
export async function readPolicy(folder: string, known: Known, issueLog: IssueLog): Promise<Policy | null> {
  const { text, policy, problems } = await readPolicyFile(folder);
  for (const { at, problem } of problems) issueLog.add({ file: POLICY_FILE, row: null, column: at }, problem);
  if (text === null && problems.length === 0) await reportMisnamed(folder, issueLog);
  if (policy === null) return null;
  const report = (column: string, message: string, hint: string) =>
    issueLog.add({ file: POLICY_FILE, row: null, column }, { code: 'invalid_value', message, hint });
  // A slip in an id would pick nothing, and publish what was to be protected.
  for (const [i, { when }] of policy.rules.entries()) {
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
  return policy;
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
        { file: POLICY_FILE, row: null, column: `rules.${i}.when.record` },
        {
          code: 'invalid_value',
          message: `there is no record ${id}`,
          hint: 'write the id that it has in records.csv',
        },
      );
}

/**
 * Reports a file that was meant as the policy, with which everything would be published as it is: Windows does not show
 * that a name ends with .txt, browsers number what they save twice, not every system tells capitals apart, and on a keyboard
 * with two alphabets a letter of the other one looks the same.
 */
async function reportMisnamed(folder: string, issueLog: IssueLog): Promise<void> {
  for (const file of await readdir(folder))
    if (/^policy *(?:\(\d+\))?(?:\.json)?(?:\.txt)?$/i.test(asLatin(file)))
      issueLog.add(
        { file, row: null, column: null },
        {
          code: 'invalid_value',
          message: `the file is not read: a policy is called ${POLICY_FILE}`,
          hint: `rename it to ${POLICY_FILE}, or take it out of the folder`,
        },
      );
}

/** Letters of the Cyrillic alphabets that look like one of `policy.json` or `.txt`. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ р: 'p', о: 'o', ӏ: 'l', і: 'i', с: 'c', у: 'y', ү: 'y', ј: 'j', ѕ: 's', т: 't', х: 'x' },
  ...{ Р: 'P', О: 'O', Ӏ: 'l', І: 'I', С: 'C', У: 'Y', Ү: 'Y', Ј: 'J', Ѕ: 'S', Т: 'T', Х: 'X' },
};

/** A name in the Latin letters, of usual width, that it seems to have. */
function asLatin(name: string): string {
  return name.normalize('NFKC').replace(/\p{Script=Cyrillic}/gu, (letter) => lookalikes[letter] ?? letter);
}

/** Whether a policy says how every record is published that is marked as sensitive. */
export function protectsSensitive({ rules }: Policy): boolean {
  return rules.some(({ when }) => when.sensitive && Object.keys(when).length === 1);
}

/** Whether the dataset in a folder has a policy, sound or not. */
export async function hasPolicy(folder: string): Promise<boolean> {
  const located = await locateFile(folder, POLICY_FILE);
  return located.ok || located.problem.code !== 'missing_file';
}
