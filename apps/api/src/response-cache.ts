import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { matches } from './etag.ts';
import type { Snapshots } from './snapshots.ts';

/**
 * Keeps whole responses in front of the routes: a request with the same address, encoding and language gets the same
 * headers and body while the same snapshot is served. Its query is not parsed again, and nothing is counted or printed.
 */
export interface ResponseCache {
  /**
   * Answers a request from the cache and calls `hit`, or calls `miss` and keeps the response that it writes. Where it is not
   * known whether the kept response is still valid, that is asked first.
   */
  answer(request: IncomingMessage, response: ServerResponse, options: AnswerOptions): void;
  /** How many requests were answered from the cache. */
  readonly hits: number;
  /** The approximate size in bytes. */
  readonly size: number;
}

interface AnswerOptions {
  /** Who asks: one client has a limited number of hits in a turn of the event loop. */
  client: string;
  hit(): void;
  miss(): void;
}

export interface ResponseCacheOptions {
  snapshots: Pick<Snapshots, 'standing' | 'renew'>;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

interface Entry {
  /** Valid while this is served; null for what never changes, unless it is retracted. */
  served: number | null;
  /** Valid while nothing else is retracted. */
  retracted: number;
  /** When it was made, by `now`. */
  at: number;
  /** The `Accept-Language` that it was made for; null where it is the same in every language. */
  language: string | null;
  /** Whether somebody's request was passed on to the route to replace it. */
  isRefreshing: boolean;
  etag: string;
  /** Names and values in turn. */
  headers: string[];
  /** The headers of a 304: without those that describe the body. */
  headersOf304: string[];
  /**
   * Null where only a 304 was sent so far. A small body is a string with one character for each byte, because Node writes a
   * string together with the headers, and a buffer separately; a large one would be copied once more for that.
   */
  body: string | Buffer | null;
}

const MAX_BYTES = 32 * 2 ** 20;
const MAX_BODY = 2 ** 20;
/** Up to this many bytes a body is kept as a string. */
const MAX_STRING = 8_192;
/** The estimated size of an entry without its key and its body. */
const ENTRY_BYTES = 2_048;
/**
 * After so many milliseconds one request refreshes an entry, because some answers depend on more than the snapshot (the list of
 * all); after twice as many every request does.
 */
const MAX_AGE = 5_000;
/** How many milliseconds a request waits until it is known what is served; after that a route answers, with the error. */
const RENEWAL_TIMEOUT = 1_000;
/** How many hits a client has in one turn of the event loop; the rest of its requests queue like misses. */
const MAX_HITS_PER_TURN = 256;

export function createResponseCache({ snapshots, now }: ResponseCacheOptions): ResponseCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_BODY,
    // A key holds what a client writes into its headers, which may be more than the body.
    sizeCalculation: ({ body }, key) => ENTRY_BYTES + key.length + (body?.length ?? 0),
  });
  /** The addresses whose answers depend on `Accept-Language`. */
  const variesByLanguage = new LRUCache<string, true>({ max: 5_000 });
  const turn = createTurnCounts();
  const renew = createRenewal(snapshots);

  function keyOf(request: IncomingMessage): string {
    const { url = '', headers } = request;
    const language = variesByLanguage.has(url) ? languageOf(request) : '';
    return `${url}\n${headers['accept-encoding'] ?? ''}\n${language}`;
  }

  /** The valid entry of a request; `unknown` where it was not asked lately what is served or retracted. */
  function find(request: IncomingMessage): Entry | 'unknown' | null {
    const it = entries.get(keyOf(request));
    // Which addresses vary is forgotten where there are very many.
    if (!it || (it.language !== null && it.language !== languageOf(request))) return null;
    // The program's own files hold no snapshot, so they need no check.
    if (it.served === null && isAsset(request)) return it;
    const { served, isFresh, retracted, knowsRetracted } = snapshots.standing();
    if (!knowsRetracted || (it.served !== null && !isFresh)) return 'unknown';
    if (it.retracted !== retracted) return null;
    if (it.served === null) return it;
    if (it.served !== served) return null;
    const age = now() - it.at;
    if (age <= MAX_AGE) return it;
    // The first request refreshes the entry; the others get the old one meanwhile.
    const isFirst = !it.isRefreshing;
    it.isRefreshing = true;
    return isFirst || age > 2 * MAX_AGE ? null : it;
  }

  /** Keeps the response that a route writes, where its headers allow it. */
  function record(request: IncomingMessage, response: ServerResponse): void {
    const { served, retracted } = snapshots.standing();
    onceWritten(response, (headers, body) => {
      const made = entryOf(headers, body, { served, retracted, at: now(), language: languageOf(request) });
      // Made before a publication or a retraction, so no longer valid.
      const then = snapshots.standing();
      if (!made || retracted !== then.retracted || (made.served !== null && served !== then.served)) return;
      if (made.language !== null) variesByLanguage.set(request.url ?? '', true);
      const key = keyOf(request);
      entries.set(key, withBodyOf(entries.peek(key), made));
    });
  }

  let hits = 0;

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    options: AnswerOptions,
    isRenewed = false,
  ) {
    const isCacheable = isPlainGet(request);
    const it = isCacheable && turn.allows(options.client) ? find(request) : null;
    if (it === 'unknown' && !isRenewed) {
      renew().then(() => answer(request, response, options, true));
      return;
    }
    if (it && it !== 'unknown' && write(it, request, response)) {
      hits += 1;
      options.hit();
      return;
    }
    if (isCacheable) record(request, response);
    options.miss();
  }

  return {
    get hits() {
      return hits;
    },
    get size() {
      return entries.calculatedSize;
    },
    answer: (request, response, options) => answer(request, response, options),
  };
}

/** A 304 with the ETag of the previous entry confirms its body. */
function withBodyOf(old: Entry | undefined, made: Entry): Entry {
  if (made.body !== null || old?.etag !== made.etag) return made;
  return { ...old, at: made.at, isRefreshing: false, served: made.served, retracted: made.retracted };
}

/** Writes an entry as 200 or 304. False where it has no body and one is needed. */
function write(it: Entry, request: IncomingMessage, response: ServerResponse): boolean {
  const wanted = request.headers['if-none-match'];
  const has = wanted === undefined ? false : matches(wanted, it.etag);
  if (has === 'anything' || (!has && it.body === null)) return false;
  response.writeHead(has ? 304 : 200, has ? it.headersOf304 : it.headers);
  if (has) response.end();
  else response.end(it.body, 'latin1');
  return true;
}

function languageOf({ headers }: IncomingMessage): string {
  return headers['accept-language'] ?? '';
}

/** Whether the request is for a built file of the dashboard, which has a hash in its name. */
function isAsset({ url = '' }: IncomingMessage): boolean {
  return /^[^?]*\/assets\/[^/?]+$/.test(url);
}

/** Whether a request is a GET without a body, with one Host and without an expectation. */
function isPlainGet({ method, url = '', headers, rawHeaders }: IncomingMessage): boolean {
  if (method !== 'GET' || url[0] !== '/' || headers.host === undefined) return false;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 && headers.expect === undefined;
}

/** What is kept of a response; null where its headers do not say that it is the same for everybody. */
function entryOf(
  headers: OutgoingHttpHeaders,
  body: Buffer | null,
  { served, retracted, at, language }: Pick<Entry, 'served' | 'retracted' | 'at'> & { language: string },
): Entry | null {
  const all = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const named = new Map(all.map(([name, value]) => [name.toLowerCase(), value]));
  const etag = named.get('etag');
  const cache = named.get('cache-control') ?? '';
  const vary = (named.get('vary') ?? '').toLowerCase().split(/,\s*/);
  const isKnown = vary.every((it) => ['accept-encoding', 'accept-language'].includes(it));
  const isImmutable = /\bimmutable\b/.test(cache);
  if (etag === undefined || !isKnown || !cache.startsWith('public') || (!isImmutable && served === null))
    return null;
  if (body !== null && !named.has('content-length')) all.push(['Content-Length', String(body.length)]);
  const ofBody = ['content-type', 'content-length', 'content-encoding'];
  return {
    served: isImmutable ? null : served,
    retracted,
    at,
    isRefreshing: false,
    etag,
    headers: all.flat(),
    headersOf304: all.filter(([name]) => !ofBody.includes(name.toLowerCase())).flat(),
    body: body && body.length <= MAX_STRING ? body.toString('latin1') : body,
    language: vary.includes('accept-language') ? language : null,
  };
}

/** Calls back with the headers and the body of a response that is written at once; the body of a 304 is null. */
function onceWritten(
  response: ServerResponse,
  then: (headers: OutgoingHttpHeaders, body: Buffer | null) => void,
): void {
  let written: { status: number; headers: OutgoingHttpHeaders } | null = null;
  const { writeHead, end } = response;
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      const [headers] = rest;
      if (rest.length === 1 && typeof headers === 'object' && !Array.isArray(headers))
        written = { status, headers: headers as OutgoingHttpHeaders };
      return Reflect.apply(writeHead, response, [status, ...rest]);
    },
    end(...rest: unknown[]) {
      const result: unknown = Reflect.apply(end, response, rest);
      const [body] = rest;
      if (written?.status === 200 && Buffer.isBuffer(body) && body.length <= MAX_BODY)
        then(written.headers, body);
      if (written?.status === 304) then(written.headers, null);
      return result;
    },
  });
}

/** Reads the current snapshot and the retractions, once for all waiting requests. Errors are left to the route, which meets them too. */
function createRenewal(snapshots: Pick<Snapshots, 'renew'>): () => Promise<void> {
  let renewing: Promise<void> | null = null;
  return () => {
    renewing ??= new Promise<void>((resolve) => {
      const late = setTimeout(resolve, RENEWAL_TIMEOUT);
      const over = () => {
        clearTimeout(late);
        resolve();
      };
      snapshots.renew().then(over, over);
    }).finally(() => {
      renewing = null;
    });
    return renewing;
  };
}

/** How many hits each client has had in this turn of the event loop. */
function createTurnCounts() {
  const counts = new Map<string, number>();
  let isDue = false;
  return {
    allows(client: string): boolean {
      const count = (counts.get(client) ?? 0) + 1;
      counts.set(client, count);
      if (!isDue) {
        isDue = true;
        setImmediate(() => {
          isDue = false;
          counts.clear();
        });
      }
      return count <= MAX_HITS_PER_TURN;
    },
  };
}
