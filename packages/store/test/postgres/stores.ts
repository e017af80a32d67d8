import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { engine, openDatabase, openSharedStore, type SharedStore } from '../../src/index.ts';
import type { Client, Connections } from '../../src/postgres/connection.ts';
import { connectionsTo } from '../../src/postgres/database.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

/** A replica: a store in a database, with a cache of its own, closed at the end of the test where it was not before. */
export async function replica(
  url: string,
  connections?: Connections,
): Promise<SharedStore & { cacheDir: string }> {
  const cacheDir = join(await temporaryFolder(), 'cache');
  const database = openDatabase(url, connections);
  const store = openSharedStore({ database, cacheDir, engine: engine('memory') });
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= store.close();
    return closed;
  };
  onTestFinished(close);
  return { ...store, close, cacheDir };
}

/** Publishes a sample into a store; answers its id. */
export async function publish(
  store: Pick<SharedStore, 'publish'>,
  content: Parameters<typeof sampleDataset>[0] = {},
): Promise<string> {
  const result = await store.publish(await sampleDataset(content), readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}

/** How a statement goes wrong: the database refuses it, or the connection is cut after it was done. */
export type Fault = 'refused' | 'cut after';

/** Connections that outlive the replicas that use them, to the end of a test: to make one takes longer than most statements. */
export function keptConnections(url: string): Connections {
  const { connect, end } = connectionsTo(url);
  onTestFinished(end);
  return { connect, end: async () => {} };
}

/** Connections of which statement number `at` (from 1) goes wrong; Infinity to count only. */
export function faultyConnections(
  inner: Connections,
  at: number,
  fault: Fault,
): Connections & { count(): number } {
  let count = 0;
  const wrap = (client: Client): Client =>
    new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return (...args: unknown[]) => {
          count += 1;
          const ask = () => Reflect.apply(value, target, args);
          if (count !== at) return ask();
          return failing(target, fault, ask);
        };
      },
    });
  return {
    connect: async () => wrap(await inner.connect()),
    end: () => inner.end(),
    count: () => count,
  };
}

async function failing(client: Client, fault: Fault, ask: () => unknown): Promise<never> {
  if (fault === 'refused') throw Object.assign(new Error('out of space'), { code: '53100' });
  await ask();
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
  stream.destroy();
  throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}

/**
 * Once more, for as long as it fails in a way that passes: a database needs a moment to see that a connection, and with it a lock, is
 * gone, and a busy machine may take longer than the patience of a test.
 */
export async function retried<T>(work: () => Promise<T>, passes: (error: unknown) => boolean): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error)) throw error;
    }
  }
}
