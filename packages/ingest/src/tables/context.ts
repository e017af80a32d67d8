import type { Annotation, Coverage } from '@article21/model';
import type { IssueLog } from '../issue-log.ts';
import { readAnnotations } from './annotations.ts';
import { readCoverage } from './coverage.ts';
import type { Tables } from './open.ts';
import type { Referred } from './referred.ts';

/** What stands beside the records: nothing refers to it. */
export interface Context {
  coverage: readonly Coverage[];
  annotations: readonly Annotation[];
}

/** Reads both tables; one that is not there has no rows. */
export async function readContext(
  { coverage, annotations }: Tables,
  referred: Referred,
  issueLog: IssueLog,
): Promise<Context> {
  return {
    coverage: coverage ? await readCoverage(coverage, referred, issueLog, issueLog.tally(coverage.file)) : [],
    annotations: annotations
      ? await readAnnotations(annotations, referred, issueLog, issueLog.tally(annotations.file))
      : [],
  };
}
