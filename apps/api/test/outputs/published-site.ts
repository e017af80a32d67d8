import type { Store } from '@article21/store';
import { madeFiles } from '../made-files.ts';
import { type PublishedApp, publishedApp } from '../published-app.ts';
import { type Mirror, mirrorOf } from './mirror.ts';
import { createReader, type Reader } from './read.ts';

/** An application with the dashboard's files, what reads its outputs, and a static copy of the same dataset. */
export interface PublishedSite extends PublishedApp, Reader {
  /** Answers from the files of the copy, which is written when it is asked first. */
  mirror: Mirror;
}

export async function publishedSite(
  publish: (store: Store, folder: string) => Promise<string>,
): Promise<PublishedSite> {
  const app = await publishedApp(publish, { files: madeFiles });
  let mirror: Promise<Mirror> | null = null;
  return {
    ...app,
    ...createReader(app.hono),
    async mirror(...asked) {
      mirror ??= mirrorOf(app.store, app.id);
      return (await mirror)(...asked);
    },
  };
}
