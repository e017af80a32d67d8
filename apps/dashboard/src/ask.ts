import type { Fetch } from '@article21/contract/client';
import { type MirrorPlace, mirror } from './url/mirror.ts';
import { sitePath } from './url/site-path.ts';

/** Asks an address of the API: over the network, or in a mirror the files that stand in its place. */
export const ask: Fetch =
  (mirror && answered(mirror)) ?? ((address, init) => fetch(sitePath + address, init));

function answered(place: MirrorPlace): Fetch | null {
  // What answers in its place is no part of the program that an API serves.
  if (import.meta.env.MODE !== 'mirror') return null;
  let local: Promise<Fetch> | null = null;
  return async (address, init) => {
    local ??= import('./mirror/answerer.ts').then(({ createAnswerer }) => createAnswerer(place));
    local.catch(() => {
      local = null;
    });
    return (await local)(address, init);
  };
}
