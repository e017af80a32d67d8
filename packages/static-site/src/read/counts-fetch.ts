import { counts, countsColumns } from '@article21/answers';
import { createSnapshotFetch } from './answer.ts';

/** Answers what a chart asks, and nothing else, from the files of a snapshot. */
export function createCountsFetch(
  read: Parameters<typeof createSnapshotFetch>[0],
  words: Parameters<typeof createSnapshotFetch>[1],
): ReturnType<typeof createSnapshotFetch> {
  return createSnapshotFetch(read, words, [counts, countsColumns]);
}
