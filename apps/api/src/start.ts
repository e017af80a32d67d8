import type { Server } from 'node:http';
import { words } from '@article21/messages';
import { languages } from '@article21/model';
import { sitePath } from '@article21/pages';
import {
  describeLocation,
  isShared,
  isSnapshotDamaged,
  openStoreAt,
  type SharedStore,
  type Store,
} from '@article21/store';
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

interface Program {
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

/** Starts the service. Throws an error of one sentence when the data or the port cannot be used. */
export async function start(
  { port, host, store: location, baseUrl, clientAddress, metricsPort }: Configuration,
  { dashboard, version, build, thread }: Program,
  { say, warn }: Console,
): Promise<Running> {
  if (isRoot()) warn(AS_ROOT);
  const store = openStoreAt(location);
  if (isShared(store))
    await store.watch((problem) =>
      warn(problem === null ? DATABASE_RECONNECTED : `${problem}; ${STALE_NOTICE}`),
    );
  await cleanUp(store, warn);
  const id = await verifiedSnapshot(store, describeLocation(location));
  await store.remember();
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

const DATABASE_RECONNECTED = 'The database answers again.';
const STALE_NOTICE =
  'what is served goes on being served, and what others publish is not seen until it answers';

/** Until then every request has its answer, with 503 at the latest: what threads still work on, nobody waits for. */
const THREAD_SHUTDOWN_MS = 2_100;

const AS_ROOT =
  'Started as root, who may change every file of this machine: start it as a user of its own, as apps/api/deploy/article21.service does.';

function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

async function cleanUp(store: Store, warn: Console['warn']): Promise<void> {
  try {
    for (const path of await store.recover())
      warn(`Removed what an interrupted publication left behind: ${path}`);
  } catch (error) {
    // A read-only disk can still be served from.
    warn(`Could not look for what an interrupted publication left behind: ${messageOf(error)}`);
  }
}

/** The id of the snapshot to serve, after every byte of it was verified. */
async function verifiedSnapshot(store: Store | SharedStore, place: string): Promise<string> {
  const id = await store.current().catch((error: unknown) => {
    throw isSnapshotDamaged(error)
      ? new Error(`${messageOf(error)}; ${REPAIR_HINT}`, { cause: error })
      : error;
  });
  if (id === null)
    throw new Error(
      `nothing has been published in ${place}: run \`npm start\`, or \`npm run article21 -- publish <folder>\``,
    );
  // With a database, the files cached on this machine are served: damaged ones are fetched again.
  const { problems } = await (isShared(store) ? store.inspect(id) : store.verify(id));
  const [problem] = problems;
  if (problem)
    throw new Error(`snapshot ${id} is damaged: ${problem.file} ${problem.problem}; ${REPAIR_HINT}`);
  return id;
}

const REPAIR_HINT =
  'it is not served. `npm run article21 -- verify` lists what is wrong, `npm run article21 -- rollback <id>` serves another snapshot';

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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
