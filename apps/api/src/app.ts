import { HttpProblem } from '@article21/answers';
import { endpoints } from '@article21/contract';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import { sitePath } from '@article21/pages';
import type { SharedStore, Store } from '@article21/store';
import { type Handler, Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { getPath } from 'hono/utils/url';
import { createAnswer } from './answer.ts';
import { createComparisons } from './changes/comparisons.ts';
import { addChanges } from './changes/serve.ts';
import { type ClientAddress, createClientAddress } from './client-address.ts';
import { addData } from './data.ts';
import { addDocumentation } from './documentation.ts';
import { addEditions } from './editions.ts';
import { addOembed } from './embed/oembed.ts';
import { addEmbed, createEmbedFailure } from './embed/serve.ts';
import { addFiles, type StaticFiles } from './files/serve.ts';
import { policies } from './headers.ts';
import { addImages } from './image/serve.ts';
import { addSlides } from './image/slides.ts';
import { loadedOnce } from './jobs/tools.ts';
import { addLocalCounts } from './local-counts/serve.ts';
import type { Report } from './log.ts';
import { createMissing } from './pages/missing.ts';
import { addPages } from './pages/serve.ts';
import type { Patience } from './pages/time-limit.ts';
import { compressProblems, createProblems, type ProblemWriter } from './problems.ts';
import { readable } from './readable.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';
import { addServerState } from './server-state.ts';
import { pathWithin, placedFiles } from './site.ts';
import { createSnapshotOpener } from './snapshot-opener.ts';
import { createSnapshots } from './snapshots.ts';
import { createVersions } from './versions.ts';
import { warmUp } from './warm-up.ts';
import { createRequestJob } from './work/request-job.ts';
import { createRequesterOf } from './work/requester.ts';
import { createScheduler, type Scheduler } from './work/scheduler.ts';
import { createReadSized, MOST_TO_COUNT } from './work/sizes.ts';
import { createLocalThread, type Threads } from './work/threads.ts';

/** The application's dependencies: it reads no environment, clock or disk itself. */
export interface Deps {
  store: Pick<
    Store,
    | 'changes'
    | 'current'
    | 'editions'
    | 'ids'
    | 'inspect'
    | 'list'
    | 'manifest'
    | 'open'
    | 'problems'
    | 'retractions'
  > &
    Partial<Pick<SharedStore, 'problem'>>;
  words(language: Language): Words;
  /** Where readers find it, without a slash at its end; it may have a path. No address is ever made from what a request says. */
  baseUrl: string;
  /** The version of the program, for people; and what tells the answers of one build from another's. */
  version: string;
  build: string;
  /** The built dashboard; null when another server serves it. */
  files: StaticFiles | null;
  /** A monotonic clock in milliseconds. */
  now(): number;
  report: Report;
  /** Run the heavy work; without them it runs on this thread. */
  threads?: Threads;
  /** Names the client; by default from the connection alone. */
  clientAddress?: ClientAddress;
  /** How long a page waits for its picture or comparison before it is sent without them. Default: one second. */
  patience?: Patience;
  /** How many cells this thread looks at to say how large an answer is; for more, a worker thread does. */
  mostToCount?: number;
}

export interface App {
  hono: Hono;
  /** Makes the responses to requests that never reach a route. */
  problems: ProblemWriter;
  /** Names the client, also for requests that never reach a route. */
  clientAddress: ClientAddress;
  /** Answers repeated requests without running a route. */
  responseCache: ResponseCache;
  /** Of `Turns`. */
  skipTurn(): void;
  /** The id of the snapshot that is served. Throws a `HttpProblem` when there is none. */
  current(): Promise<string>;
  /** Runs what is slow the first time, before the first request. */
  warmUp(): Promise<void>;
  /** Closes every snapshot. */
  close(): Promise<void>;
}

const LONGEST_ADDRESS = 4096;

/** The whole service: the data, its documentation, and the dashboard's files. */
export function createApp(deps: Deps): App {
  const site = sitePath(deps.baseUrl);
  const files = deps.files && placedFiles(deps.files, site);
  const pathOf = (request: Request) => pathWithin(site, getPath(request)) ?? getPath(request);
  const hono = new Hono({ strict: true, getPath: pathOf });
  const problems = createProblems(deps.baseUrl, deps.report);
  const { words, baseUrl, clientAddress = createClientAddress([]), mostToCount = MOST_TO_COUNT } = deps;
  const store = readable(deps.store);
  const snapshots = createSnapshots(store, { now: deps.now, mostToCount });
  const versions = createVersions(store, { snapshots, now: deps.now });

  const index = files?.get('index.html');
  const page = index ? index.encoded.identity.toString('utf8') : null;
  const requesterOf = createRequesterOf(clientAddress);
  const scheduler = createScheduler({ requesterOf, now: deps.now });
  const opener = createSnapshotOpener(store, { snapshots, requesterOf, scheduler, now: deps.now });
  const { threads = createLocalThread({ snapshots, words, baseUrl, index: page, renderer: loadedOnce }) } =
    deps;
  const requestJob = createRequestJob({
    threads,
    requesterOf,
    scheduler,
    now: deps.now,
    costToOpen: snapshots.costToOpen,
  });
  const readSized = createReadSized(requestJob);
  const answer = createAnswer(deps.build, { requestJob, scheduler });

  const embedFailed = createEmbedFailure({ ...deps, problems });
  hono.onError((error, c) =>
    c.req.path === endpoints.embed.path ? embedFailed(c, error) : problems.failed(error),
  );
  const missing = createMissing({ ...deps, problems, index });
  hono.notFound(missing);
  guard(hono, { site, missing, problems, scheduler });
  const drawn = { snapshots: opener, answer, requestJob, readSized, scheduler, words, baseUrl };
  addData(hono, drawn);
  addImages(hono, drawn);
  addSlides(hono, drawn);
  addEmbed(hono, drawn);
  addOembed(hono, drawn);
  const comparisons = createComparisons(store, { snapshots: opener, requestJob, scheduler });
  addSnapshots(hono, { ...drawn, comparisons, versions, store, now: deps.now });
  addEditions(hono, { store, answer });
  addDocumentation(hono, {
    answer,
    baseUrl: deps.baseUrl,
    version: deps.version,
    files: files?.keys() ?? [],
  });
  if (index) addPages(hono, { ...deps, ...drawn, versions, comparisons, problems, index });
  if (files) addFiles(hono, { answer, files });
  return {
    hono,
    problems,
    clientAddress,
    responseCache: createResponseCache({ snapshots, now: deps.now }),
    skipTurn: scheduler.skipTurn,
    current: snapshots.current,
    warmUp: () => warmUp({ hono, snapshots, site, now: deps.now }),
    close: () => snapshots.close(),
  };
}

/** Lets requests in, in turns, and turns away what is outside of the site, too long, or done in a way that is not possible. */
function guard(
  hono: Hono,
  {
    site,
    missing,
    problems,
    scheduler,
  }: { site: string; missing: Handler; problems: ProblemWriter; scheduler: Scheduler },
): void {
  hono.use((c, next) => scheduler.run(c, next));
  hono.use(compressProblems(scheduler));
  hono.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    if (pathname.length + search.length > LONGEST_ADDRESS)
      throw new HttpProblem('address-too-long', `an address has at most ${LONGEST_ADDRESS} characters`);
    return pathWithin(site, pathname) === null ? missing(c, next) : next();
  });
  hono.use(
    methodNotAllowed({
      app: hono,
      onMethodNotAllowed: (c, methods) =>
        allowed(c.req.method, methods, (allow) =>
          problems.refused(
            new HttpProblem('method-not-allowed', `${c.req.method.slice(0, 32)} is not possible here`),
            {
              Allow: allow,
            },
          ),
        ),
    }),
  );
}

/** Adds the routes about snapshots: the list, what changed, and small snapshots as a whole. */
function addSnapshots(
  hono: Hono,
  parts: Parameters<typeof addChanges>[1] & Parameters<typeof addServerState>[1],
): void {
  addServerState(hono, parts);
  addChanges(hono, parts);
  addLocalCounts(hono, parts);
}

/** Answers OPTIONS; refuses methods that the route does not have. */
function allowed(method: string, methods: readonly string[], refuse: (allow: string) => Response): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (method !== 'OPTIONS') return refuse(allow);
  return new Response(null, {
    status: 204,
    headers: {
      ...policies.data,
      Allow: allow,
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  });
}
