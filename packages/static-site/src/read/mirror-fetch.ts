import { type Route, routes } from '@article21/answers';
import { createSnapshotFetch } from './answer.ts';

type Answer = ReturnType<typeof createSnapshotFetch>;

/** Answers all addresses of the API from the files of a mirror. `others` are routes beside those of the numbers. */
export function createMirrorFetch(
  read: Parameters<typeof createSnapshotFetch>[0],
  words: Parameters<typeof createSnapshotFetch>[1],
  others: readonly Route[] = [],
): Answer {
  return createSnapshotFetch(read, words, [...routes, ...others]);
}
