import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestrictionRecord } from '@article21/model';
import { onTestFinished } from 'vitest';
import type { RecordFilter } from '../src/index.ts';

/** Everything, a page of 500. */
export const everything: RecordFilter = {
  measures: null,
  kinds: null,
  places: null,
  from: null,
  to: null,
  bucket: null,
  phases: [],
  basis: 'incident',
  evidence: null,
  attribute: [],
  undated: null,
  cursor: null,
  limit: 500,
};

/** One person detained in Almaty on 28 April 2012, but for what is given. */
export function sampleRecord(over: Partial<RestrictionRecord> & { id: string }): RestrictionRecord {
  return {
    kind: 'detention',
    place: 'almaty',
    date: '2012-04-28',
    charted: { from: '2012-04-28', to: '2012-04-28', day: null, by: 'day', approximate: false },
    assembly: null,
    phase: null,
    count: { notation: '1', low: 1, high: 1, approximate: false, unnumbered: 0 },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [
      {
        kind: 'quotation',
        source: 'statement',
        quote: 'one was detained',
        stated: '1',
        prefix: null,
        suffix: null,
        start: 0,
        end: 16,
      },
    ],
    ...over,
  };
}

export async function* stream<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'article21-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
