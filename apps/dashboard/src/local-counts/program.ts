import type { Fetch } from '@article21/contract/client';
import type { words } from '@article21/messages';
import { createMirrorFetch, snapshotFolder } from '@article21/static-site';
import { readFrom } from '../mirror/read.ts';

/**
 * Answers from the files of a small snapshot, which an API serves where a mirror has them. The words are the page's own,
 * which need not come twice.
 */
export function createCounter(site: URL, snapshot: string, wordsOf: typeof words): Fetch {
  return createMirrorFetch(readFrom(new URL(`${snapshotFolder(snapshot)}/`, site)), wordsOf);
}
