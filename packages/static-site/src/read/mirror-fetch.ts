import { type Request, type Route, routes } from '@article21/answers';
import { createSnapshotFetch, type SnapshotFetch } from './answer.ts';
import type { ReadFile } from './records.ts';

/** Answers all addresses of the API from the files of a mirror. `others` are routes beside those of the numbers. */
export function createMirrorFetch(
  read: ReadFile,
  words: Request['words'],
  others: readonly Route[] = [],
): SnapshotFetch {
  return createSnapshotFetch(read, words, [...routes, ...others]);
}
