import type { Server } from 'node:http';
import { words } from '@article21/messages';
import { languages } from '@article21/model';
import { sitePath } from '@article21/pages';
import { describeLocation, isShared, type SharedStore, type Store } from '@article21/store';
import { createApp } from './app.ts';
import type { Configuration } from './configuration.ts';
import { usualLimits } from './connections.ts';
import { readFiles } from './files/read.ts';
import { decisions } from './headers.ts';
import { createHttpServer } from './http-server.ts';
import { createLog } from './log.ts';
import { createMetrics, createRouteNames } from './metrics.ts';
import { placedFiles } from './site.ts';
import { createThreads } from './work/threads.ts';

/** What the program reports to its operator. */
export interface Console {
  /** Writes one line. */
  say(line: string): void;
  warn(line: string): void;
}

export interface Program {
  dashboard: string;
  version: string;
  build: string;
  /** The built program of the worker threads; null when it is not built, and the work runs on this thread. */
  thread: string | null;
}

export interface Running {
  /** Accepts no more requests, finishes those in progress, and closes everything. */
  stop(): Promise<void>;
}

/** Serves the snapshot `id` of a store, which was found to be whole. Throws an error of one sentence when a port cannot be used. */
export async function serve(
  { store, id }: { store: Store | SharedStore; id: string },
  { port, host, store: location, baseUrl, clientAddress, metricsPort }: Configuration,
  { dashboard, version, build, thread }: Program,
  { say, warn }: Console,
): Promise<Running> {
  const files = await readFiles(dashboard);
  if (!files) warn('The dashboard is not built: only the API is served.');
  // A monotonic clock: the time of day may be set back.
  const now = () => performance.now();
  const report = createLog({ warn, now });
  // Worker threads write pages for the same site path as the application.
  const placed = files && placedFiles(files, sitePath(baseUrl));
  const index = placed?.get('index.html')?.encoded.identity.toString('utf8') ?? null;
  const threads = thread === null ? null : createThreads(thread, { location, baseUrl, index }, store);
  const routeOf = createRouteNames(sitePath(baseUrl), Object.keys(decisions));
  const metrics = metricsPort === null ? null : createMetrics({ now, routeOf });
  const shared = { words, baseUrl, version, build, clientAddress };
  const app = createApp({
    ...shared,
    store,
    files,
    ...(threads && { threads: metrics?.timed(threads) ?? threads }),
    now,
    report,
  });
  const { server, stop } = createHttpServer(app, usualLimits(), metrics);
  const measured = metrics?.server(async () => ({
    snapshot: await app.current(),
    responseCache: app.responseCache,
  }));
  await app.warmUp();
  await listen(server, port, host);
  if (measured && metricsPort !== null) await listen(measured, metricsPort, host, 'METRICS_PORT');
  say(`Serving snapshot ${id} from ${describeLocation(location)}`);
  say(baseUrl);
  // The first reader should not wait for the engine or the fonts to load; errors are reported as for any request.
  const within = sitePath(baseUrl);
  void app.hono.request(`${within}/api/v1/records?limit=1`);
  for (const lang of languages) void app.hono.request(`${within}/?lang=${lang}`);
  return {
    stop: async () => {
      const late = setTimeout(() => void threads?.close(), THREAD_SHUTDOWN_MS);
      measured?.close();
      await stop();
      clearTimeout(late);
      await threads?.close();
      await app.close();
      if (isShared(store)) await store.close();
    },
  };
}

/** Until then every request has its answer, with 503 at the latest: what threads still work on, nobody waits for. */
const THREAD_SHUTDOWN_MS = 2_100;

function listen(server: Server, port: number, host: string | undefined, name = 'PORT'): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error, port, host, name), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
}

function whyNot(
  { code, message }: NodeJS.ErrnoException,
  port: number,
  host: string | undefined,
  name: string,
): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is in use: stop what uses it, or set ${name} to another one`;
  if (code === 'EACCES') return `port ${port} is not for this user: set ${name} to one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is not an address of this machine: ${host}`;
  return `cannot listen on port ${port}: ${message}`;
}
