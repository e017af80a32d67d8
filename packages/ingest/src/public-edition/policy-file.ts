import { readFile } from 'node:fs/promises';
import { type Policy, policySchema } from '@article21/model';
import type { Problem } from '../findings.ts';
import { locateFile } from '../folder.ts';
import { repeatedKey } from '../json-object.ts';

/** The file of a dataset that says what of it is published. It is never published itself. */
export const POLICY_FILE = 'policy.json';
const LARGEST = 1_000_000;
const SEE_CODEBOOK = 'see “Endangered people” in the codebook';

/** The policy of a folder as its file has it. */
export interface PolicyFile {
  /** Null where there is none, or none that can be read. */
  text: string | null;
  /** Null where there is none, or something is wrong with it. */
  policy: Policy | null;
  /** What is wrong with it; `at` is the path of a value in it. */
  problems: readonly { at: string | null; problem: Problem }[];
}

/**
 * Reads the policy of a folder, without comparing it with what it names. Somebody else may have made the folder: a link out of
 * it, a pipe and what is too large are problems, and not waited for.
 */
export async function readPolicyFile(folder: string): Promise<PolicyFile> {
  const located = await locateFile(folder, POLICY_FILE);
  if (!located.ok) {
    const { problem } = located;
    const problems = problem.code === 'missing_file' ? [] : [{ at: null, problem }];
    return { text: null, policy: null, problems };
  }
  if (located.bytes > LARGEST)
    return unsound(null, [invalid(null, 'the file is larger than 1 MB', 'write fewer rules')]);
  const text = await readFile(located.path, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unsound(text, [
      invalid(null, 'the file is not JSON', 'look for a missing comma, quote or bracket'),
    ]);
  }
  // Rules under the first of two keys would not count, and what they pick would be published as it is.
  const repeated = repeatedKey(text);
  if (repeated !== null)
    return unsound(text, [
      invalid(
        repeated,
        `${JSON.stringify(repeated)} stands twice in one pair of braces`,
        'put what belongs together into one, and remove the other: only the last would count',
      ),
    ]);
  const read = policySchema.safeParse(json);
  if (read.success) return { text, policy: read.data, problems: [] };
  return unsound(
    text,
    read.error.issues.map(({ path, message }) => {
      const at = path.join('.') || null;
      return invalid(at, `${at ?? 'the policy'} is not valid: ${message}`);
    }),
  );
}

function unsound(text: string | null, problems: PolicyFile['problems']): PolicyFile {
  return { text, policy: null, problems };
}

function invalid(at: string | null, message: string, hint = SEE_CODEBOOK): PolicyFile['problems'][number] {
  return { at, problem: { code: 'invalid_value', message, hint } };
}
