import { loadSnapshot } from '@article21/answers';
import { words } from '@article21/messages';
import { createRenderer } from '@article21/render';
import { createMirrorFetch } from '@article21/static-site';
import { drawnRoutes } from '@article21/static-site/draw';
import { snapshotFiles, snapshotFolder } from '@article21/static-site/write';
import type { Store } from '@article21/store';
import { strToU8 } from 'fflate';
import { BASE_URL } from '../fixture.ts';

export type Mirror = ReturnType<typeof createMirrorFetch>;

/** What answers from the files of a mirror of a snapshot, which stands where the API does. */
export async function mirrorOf(store: Store, id: string): Promise<Mirror> {
  const snapshot = await store.open(id);
  try {
    const loaded = await loadSnapshot(snapshot);
    const files = new Map<string, Uint8Array>();
    const changes = { refusal: { kind: 'unavailable', message: 'not compared' } } as const;
    for await (const { path, data } of snapshotFiles({ loaded, changes, retractions: [], tell: () => {} }))
      files.set(path, typeof data === 'string' ? strToU8(data) : data);
    const read = async (name: string) => {
      const bytes = files.get(`${snapshotFolder(id)}/${name}`);
      if (!bytes) throw new Error(`there is no file ${name}`);
      return bytes.slice().buffer;
    };
    return createMirrorFetch(read, words, drawnRoutes(createRenderer(), BASE_URL));
  } finally {
    await snapshot.close();
  }
}
