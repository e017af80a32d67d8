import type { Fetch } from '@article21/contract/client';
import type { words } from '@article21/messages';
import { createCountsFetch, snapshotFolder } from '@article21/static-site';
import { readFrom } from '../mirror/read.ts';

/**
 * Answers what a chart asks from the files of a small snapshot, which an API serves where a mirror has them. With the page's own
 * words: dataset words are added to them.
 */
export function createCounter(site: URL, snapshot: string, wordsOf: typeof words): Fetch {
  return createCountsFetch(readFrom(new URL(`${snapshotFolder(snapshot)}/`, site)), wordsOf);
}
