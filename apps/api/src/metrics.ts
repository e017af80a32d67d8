import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Threads } from './work/threads.ts';

/** The server's metrics in Prometheus' text format. */
export interface Metrics {
  /** Counts an answered request and its duration. */
  follow(request: IncomingMessage, response: ServerResponse): void;
  /** Wraps threads so that each job is timed. */
  timed(threads: Threads): Threads;
  /** A server for `/metrics` only. */
  server(state: () => Promise<State>): Server;
}

/** Values read at each scrape. */
interface State {
  /** The id of the current snapshot. */
  snapshot: string;
  responseCache: { hits: number; size: number };
}

/** A monotonic clock in milliseconds, and the name of the route of a path. */
interface Means {
  now(): number;
  routeOf(url: string): string;
}

export function createMetrics({ now, routeOf }: Means): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const { requests, seconds, jobs, snapshot, repeated, kept } = createMeters(register);
  return {
    follow({ url = '' }, response) {
      const begun = now();
      const route = routeOf(url);
      response.once('finish', () => {
        requests.inc({ route, status: String(response.statusCode) });
        seconds.observe({ route }, (now() - begun) / 1000);
      });
    },
    timed: (threads) => ({
      ...threads,
      async runJob(request) {
        const begun = now();
        const over = (outcome: string) =>
          jobs.observe({ kind: request.job.kind, outcome }, (now() - begun) / 1000);
        try {
          const made = await threads.runJob(request);
          over('made');
          return made;
        } catch (error) {
          over('refused');
          throw error;
        }
      },
    }),
    server(state) {
      const text = async () => {
        const now = await state();
        snapshot.reset();
        snapshot.set({ id: now.snapshot }, 1);
        repeated.reset();
        repeated.inc(now.responseCache.hits);
        kept.set(now.responseCache.size);
        return register.metrics();
      };
      return createServer((request, response) => void answer(request, response, register.contentType, text));
    },
  };
}

async function answer(
  { url, method }: IncomingMessage,
  response: ServerResponse,
  contentType: string,
  text: () => Promise<string>,
): Promise<void> {
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { 'Content-Type': type }).end(body);
  if (url !== '/metrics' || method !== 'GET') {
    send(404, 'text/plain', 'only /metrics is here\n');
    return;
  }
  try {
    send(200, contentType, await text());
  } catch (error) {
    send(503, 'text/plain', `${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** In seconds. */
const FAST_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5, 30];
const SLOW_BUCKETS = [0.005, 0.025, 0.1, 0.5, 1, 5, 30];

function createMeters(register: Registry) {
  const meter = (name: string, help: string) => ({ name: `article21_${name}`, help, registers: [register] });
  return {
    requests: new Counter({
      ...meter('requests_total', 'Answered requests.'),
      labelNames: ['route', 'status'],
    }),
    seconds: new Histogram({
      ...meter('request_seconds', 'From the headers of a request until its answer is with the system.'),
      labelNames: ['route'],
      buckets: FAST_BUCKETS,
    }),
    jobs: new Histogram({
      ...meter('job_seconds', 'What threads do: pictures, slides, embeds, pages, tables, comparisons.'),
      labelNames: ['kind', 'outcome'],
      buckets: SLOW_BUCKETS,
    }),
    snapshot: new Gauge({ ...meter('snapshot', 'The snapshot that is served.'), labelNames: ['id'] }),
    repeated: new Counter(meter('repeated_answers_total', 'Requests answered as they were before.')),
    kept: new Gauge(meter('repeated_bytes', 'Answers that are kept to be sent again.')),
  };
}

/** The pattern of the route that a path matches; `other` if none. */
export function createRouteNames(site: string, routes: readonly string[]): (url: string) => string {
  const exact = new Set(routes.filter((it) => !/[:*]/.test(it)));
  const patterns = routes
    .filter((it) => /[:*]/.test(it))
    .map((name) => ({
      name,
      is: new RegExp(`^${name.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.+')}$`),
    }));
  return (url) => {
    const [path = ''] = url.split('?');
    const within = path.startsWith(`${site}/`) ? path.slice(site.length) : '';
    if (exact.has(within)) return within;
    return patterns.find(({ is }) => is.test(within))?.name ?? 'other';
  };
}
