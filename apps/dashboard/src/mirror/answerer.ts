import type { Fetch } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createMirrorFetch, snapshotFolder } from '@article21/static-site';
import type { MirrorPlace } from '../url/mirror.ts';
import { readFrom } from './read.ts';

const drawn = /^\/chart\.(?:svg|png|pdf|pptx)(?:\?|$)/;

/** Answers from the files of a mirror. What draws is loaded for the first picture. */
export function createAnswerer(place: MirrorPlace): Fetch {
  const { root, snapshot } = place;
  const counted = createMirrorFetch(readFrom(new URL(`${snapshotFolder(snapshot)}/`, root)), words);
  return async (address, init) => {
    if (!drawn.test(address)) return counted(address, init);
    const { paint } = await import('./paint.ts');
    return paint(place, address, init.signal);
  };
}
