import type { IssueCode, TableProblemCode, WarningCode } from '@article21/model';

/** What is wrong, and how to mend it. */
interface Fault {
  message: string;
  hint: string;
}

/**
 * What checking a dataset finds, and why a file cannot be read, by their codes. `{column}` is the column of what was found. Null
 * where the words of `ingest` itself are those of the language.
 */
export interface FaultTexts {
  findings: Readonly<Record<IssueCode | WarningCode, Fault>>;
  problems: Readonly<Record<TableProblemCode, Fault>>;
}

export const faults: FaultTexts | null = null;
