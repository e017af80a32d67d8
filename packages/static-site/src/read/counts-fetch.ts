import { counts, countsColumns, type Request } from '@article21/answers';
import { createSnapshotFetch, type SnapshotFetch } from './answer.ts';
import type { ReadFile } from './records.ts';

/** Answers what a chart asks, and nothing else, from the files of a snapshot. */
export function createCountsFetch(read: ReadFile, words: Request['words']): SnapshotFetch {
  return createSnapshotFetch(read, words, [counts, countsColumns]);
}
