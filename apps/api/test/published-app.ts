import { createClient } from '@article21/contract/client';
import { engine, openStore, type Store } from '@article21/store';
import { afterAll, expect } from 'vitest';
import type { App, Deps } from '../src/app.ts';
import { appOf, storeIn, temporaryFolder } from './fixture.ts';
import { publishKazakhstan } from './kazakhstan.ts';

/** An application that serves one dataset. */
export interface PublishedApp extends Pick<App, 'hono'> {
  client: ReturnType<typeof createClient>;
  store: Store;
  /** The snapshot's. */
  id: string;
}

/**
 * Publishes a dataset for the tests of a file, and serves it until the last of them has ended. No error may have been
 * reported by then.
 */
export async function publishedApp(
  publish: (store: Store, folder: string) => Promise<string>,
  {
    store: storeOf = storeIn,
    ...deps
  }: Partial<Omit<Deps, 'store'>> & { store?(folder: string): Store } = {},
): Promise<PublishedApp> {
  const folder = await temporaryFolder();
  const store = storeOf(folder.path);
  const { hono, close, reported } = appOf(store, deps);
  afterAll(async () => {
    expect(reported).toEqual([]);
    await close();
    await folder.remove();
  });
  return { hono, client: createClient(hono.request), store, id: await publish(store, folder.path) };
}

/** The same with the embedded dataset, whose records DuckDB reads. */
export function kazakhstanApp(): Promise<PublishedApp> {
  return publishedApp((store) => publishKazakhstan(store), {
    store: (dataDir) => openStore({ dataDir, engine: engine('duckdb') }),
  });
}
