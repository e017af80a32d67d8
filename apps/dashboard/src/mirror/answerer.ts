import type { Fetch } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createMirrorFetch, snapshotFolder } from '@article21/mirror';
import type { MirrorPlace } from '../url/mirror.ts';

/** Answers from the files of a mirror. */
export function createAnswerer({ root, snapshot }: MirrorPlace): Fetch {
  const folder = new URL(`${snapshotFolder(snapshot)}/`, root);
  const read = async (name: string): Promise<ArrayBuffer> => {
    const reply = await fetch(new URL(name, folder));
    if (!reply.ok) throw new Error(`${name} of this mirror cannot be read: ${reply.status}`);
    return reply.arrayBuffer();
  };
  return createMirrorFetch(read, words);
}
