import type { Annotation, Coverage } from '@article21/model';
import type { Ledger } from '../ledger.ts';
import { readAnnotations } from './annotations.ts';
import { readCoverage } from './coverage.ts';
import type { Tables } from './open.ts';
import type { Referred } from './referred.ts';

/** What stands beside the records: nothing refers to it. */
export interface Beside {
  coverage: readonly Coverage[];
  annotations: readonly Annotation[];
}

/** Reads both tables; one that is not there has no rows. */
export async function readBeside(
  { coverage, annotations }: Tables,
  referred: Referred,
  ledger: Ledger,
): Promise<Beside> {
  return {
    coverage: coverage ? await readCoverage(coverage, referred, ledger, ledger.tally(coverage.file)) : [],
    annotations: annotations
      ? await readAnnotations(annotations, referred, ledger, ledger.tally(annotations.file))
      : [],
  };
}
