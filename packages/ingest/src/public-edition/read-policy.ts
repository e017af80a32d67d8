import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { type Policy, policySchema } from '@article21/model';
import { locateFile, POLICY } from '../folder.ts';
import type { IssueLog } from '../issue-log.ts';

const LARGEST = 1_000_000;

/** The policy of a dataset; null where there is none, or where the issue log says what is wrong with it. */
export async function readPolicy(folder: string, issueLog: IssueLog): Promise<Policy | null> {
  const located = await locateFile(folder, POLICY);
  const report = (column: string | null, message: string, hint: string) => {
    issueLog.add({ file: POLICY, row: null, column }, { code: 'invalid_value', stated: null, message, hint });
    return null;
  };
  if (!located.ok) {
    if (located.problem.code !== 'missing_file')
      issueLog.add({ file: POLICY, row: null, column: null }, { ...located.problem, stated: null });
    return null;
  }
  if (located.bytes > LARGEST) return report(null, 'the file is larger than 1 MB', 'write fewer rules');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(located.path, 'utf8'));
  } catch {
    return report(null, 'the file is not JSON', 'look for a missing comma, quote or bracket');
  }
  const read = policySchema.safeParse(json);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    const isSecret = path[0] === 'secret';
    const hint = isSecret
      ? `add a line of its own, for example "secret": "${randomBytes(16).toString('hex')}"`
      : 'see "What of it is published" in the codebook';
    report(path.join('.') || null, `${path.join('.') || 'it'} is not valid: ${message}`, hint);
  }
  return null;
}
