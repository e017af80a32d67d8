import type { FindingKind, Issue, Tally, Warning } from '@article21/model';
import { createFindings, type FoundWarning, LISTED, type Problem, type Where } from './findings.ts';

/** The rows of one file as they are taken. */
export interface FileTally {
  take(accepted: boolean): void;
  /** A row that was accepted turns out to be wrong when other files are known. */
  refuseLater(): void;
  /** The file could not be read to its end, so that what is missing from it says nothing. */
  cutShort(): void;
  readonly complete: boolean;
}

/** What was found in a dataset: of each file, column and code the first ones are listed, and all are counted. */
export interface FoundInDataset {
  issues: readonly Issue[];
  issueCount: number;
  issueKinds: readonly FindingKind[];
  warnings: readonly Warning[];
  warningCount: number;
  warningKinds: readonly FindingKind[];
}

/** What is found while reading: every issue and warning counted, every row tallied. */
export interface IssueLog {
  add(where: Where, problem: Problem): void;
  warn(where: Where, warning: FoundWarning): void;
  tally(file: string): FileTally;
  found(): FoundInDataset;
  /** Throws when a row was neither accepted nor refused, or both: that would be a mistake of the program. */
  tallies(): readonly Tally[];
}

/** `most` findings of each file, column and code are listed. */
export function createIssueLog(most = LISTED): IssueLog {
  const issues = createFindings<Issue['code']>(most);
  const warnings = createFindings<Warning['code']>(most);
  const tallies: Tally[] = [];
  return {
    add: issues.add,
    warn: warnings.add,
    tally(file) {
      const tally = { file, rows: 0, accepted: 0, refused: 0 };
      tallies.push(tally);
      return tallyOf(tally);
    },
    found: () => ({
      issues: issues.listed(),
      issueCount: issues.count(),
      issueKinds: issues.kinds(),
      warnings: warnings.listed(),
      warningCount: warnings.count(),
      warningKinds: warnings.kinds(),
    }),
    tallies: () => tallies.map(balanced),
  };
}

function tallyOf(tally: Tally): FileTally {
  let complete = true;
  return {
    take(accepted) {
      tally.rows += 1;
      if (accepted) tally.accepted += 1;
      else tally.refused += 1;
    },
    refuseLater() {
      tally.accepted -= 1;
      tally.refused += 1;
    },
    cutShort() {
      complete = false;
    },
    get complete() {
      return complete;
    },
  };
}

function balanced(tally: Tally): Tally {
  if (tally.rows !== tally.accepted + tally.refused || tally.accepted < 0)
    throw new Error(
      `rows of ${tally.file} do not add up: ${tally.rows} is not ${tally.accepted} accepted + ${tally.refused} refused`,
    );
  return { ...tally };
}
