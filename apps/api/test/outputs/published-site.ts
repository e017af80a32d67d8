import { createClient } from '@article21/contract/client';
import type { Store } from '@article21/store';
import { afterAll, beforeAll, expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { appOf, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { type Mirror, mirrorOf } from './mirror.ts';
import { createReader, type Reader } from './read.ts';

/** All that serves one dataset, which the tests of a file read. */
export interface PublishedSite extends Reader {
  hono: App['hono'];
  client: ReturnType<typeof createClient>;
  /** Answers from the files of a static copy; written when it is asked first. */
  mirror: Mirror;
}

/** Publishes a dataset before the tests of a file and serves it. No error may be reported until the last of them has ended. */
export async function publishedSite(
  publish: (store: Store, folder: string) => Promise<string>,
): Promise<PublishedSite> {
  const folder = await temporaryFolder();
  const store = storeIn(folder.path);
  const { hono, close, reported } = appOf(store, { files: madeFiles });
  let id: string;
  let mirror: Promise<Mirror> | null = null;
  beforeAll(async () => {
    id = await publish(store, folder.path);
  });
  afterAll(async () => {
    expect(reported).toEqual([]);
    await close();
    await folder.remove();
  });
  return {
    hono,
    client: createClient(hono.request),
    ...createReader(hono),
    async mirror(...asked) {
      mirror ??= mirrorOf(store, id);
      return (await mirror)(...asked);
    },
  };
}
