import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { matches } from './etag.ts';
import type { Snapshots } from './snapshots.ts';

/**
 * Answers what was answered before: the same address in the same encoding and language, while the same snapshot is served,
 * gets the same head and body, without being read, understood and printed again.
 */
export interface Repeated {
  /**
   * Answers a request where its answer is here, at once or when it was looked whether that still holds; `sent` is told. Else
   * keeps what `otherwise` answers.
   */
  send(request: IncomingMessage, response: ServerResponse, then: Then): void;
  /** How many it answered, and how many bytes are kept, about. */
  readonly count: number;
  readonly size: number;
}

interface Then {
  /** Whose request it is. */
  client: string;
  sent(): void;
  otherwise(): void;
}

export interface RepeatedOptions {
  /** What is served, and another look at it. */
  snapshots: Pick<Snapshots, 'standing' | 'renew'>;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

interface Kept {
  /** While this is served; null for what never changes, unless it is retracted. */
  served: number | null;
  /** While no more than this was retracted. */
  retracted: number;
  at: number;
  /** Whether it is being made anew. */
  isOld: boolean;
  etag: string;
  /** Names and values in turn. */
  head: string[];
  /** Of a 304: what describes the body is left out. */
  unchanged: string[];
  /**
   * Null where it was not sent yet: who had it was told so. What is small has one letter for each byte, because Node writes
   * a text together with the head, and bytes beside it; what is large would be copied once more for that.
   */
  body: string | Buffer | null;
}

const KEPT_BYTES = 32 * 2 ** 20;
const LARGEST = 2 ** 20;
/** Up to so many bytes it is cheaper to send them as a text. */
const SMALL = 8_192;
/** About, of an answer without its body. */
const HEAD_BYTES = 2_048;
/** What depends on more than the snapshot, as the list of all, is made anew after so many milliseconds, at most twice as many. */
const BELIEVED = 5_000;
/** So long it waits for what is served to be looked for; then whoever waits is told by a route why that is not known. */
const PATIENCE = 1_000;
/** So many answers of one client, before others have had a turn of the thread; more of them wait for one like any other. */
const AT_A_TIME = 256;

export function createRepeated({ snapshots, now }: RepeatedOptions): Repeated {
  const kept = new LRUCache<string, Kept>({
    maxSize: KEPT_BYTES,
    maxEntrySize: LARGEST,
    sizeCalculation: ({ body }) => HEAD_BYTES + (body?.length ?? 0),
  });
  /** The addresses whose answers are in the language of whoever asks. */
  const ofLanguage = new LRUCache<string, true>({ max: 5_000 });
  const sent = createTurnCounts();
  const renewed = createRenewal(snapshots);

  function keyOf({ url = '', headers }: IncomingMessage): string {
    const language = ofLanguage.has(url) ? (headers['accept-language'] ?? '') : '';
    return `${url}\n${headers['accept-encoding'] ?? ''}\n${language}`;
  }

  /** What is kept for a request; `unknown` where it was not looked lately whether it holds. */
  function find(request: IncomingMessage): Kept | 'unknown' | null {
    const it = kept.get(keyOf(request));
    if (!it) return null;
    // No snapshot is in the program's own files.
    if (it.served === null && isOfProgram(request)) return it;
    const { served, isFresh, retracted, knowsRetracted } = snapshots.standing();
    if (!knowsRetracted || (it.served !== null && !isFresh)) return 'unknown';
    if (it.retracted !== retracted) return null;
    if (it.served === null) return it;
    if (it.served !== served) return null;
    const age = now() - it.at;
    if (age <= BELIEVED) return it;
    // One looks for all, who have what is here meanwhile.
    const isFirst = !it.isOld;
    it.isOld = true;
    return isFirst || age > 2 * BELIEVED ? null : it;
  }

  /** Keeps what is written into an answer, where the same may be written again. */
  function record(request: IncomingMessage, response: ServerResponse): void {
    const { served, retracted } = snapshots.standing();
    onceWritten(response, (headers, body) => {
      const made = keptOf(headers, body, { served, retracted, at: now() });
      // A publication may have come in between.
      const then = snapshots.standing();
      if (!made || retracted !== then.retracted || (made.served !== null && served !== then.served)) return;
      if (made.isOfLanguage) ofLanguage.set(request.url ?? '', true);
      const key = keyOf(request);
      const old = kept.peek(key);
      // Who was told that nothing has changed was told it of what is here.
      kept.set(
        key,
        body === null && old?.etag === made.etag
          ? { ...old, at: made.at, isOld: false, served: made.served, retracted }
          : made,
      );
    });
  }

  let count = 0;

  function send(request: IncomingMessage, response: ServerResponse, then: Then, isRenewed = false): void {
    const it = isPlain(request) && sent.mayHave(then.client) ? find(request) : null;
    if (it === 'unknown' && !isRenewed) {
      renewed().then(() => send(request, response, then, true));
      return;
    }
    if (it && it !== 'unknown' && write(it, request, response)) {
      count += 1;
      then.sent();
      return;
    }
    if (isPlain(request)) record(request, response);
    then.otherwise();
  }

  return {
    get count() {
      return count;
    },
    get size() {
      return kept.calculatedSize;
    },
    send: (request, response, then) => send(request, response, then),
  };
}

/** Answers with what is kept, where it is all that is needed. Whether it did. */
function write(it: Kept, request: IncomingMessage, response: ServerResponse): boolean {
  const wanted = request.headers['if-none-match'];
  const has = wanted === undefined ? false : matches(wanted, it.etag);
  if (has === 'anything' || (!has && it.body === null)) return false;
  response.writeHead(has ? 304 : 200, has ? it.unchanged : it.head);
  if (has) response.end();
  else response.end(it.body, 'latin1');
  return true;
}

function isOfProgram({ url = '' }: IncomingMessage): boolean {
  return /^[^?]*\/assets\/[^/?]+$/.test(url);
}

/** Whether a request is a question like most: its address, and no more that could matter. */
function isPlain({ method, url = '', headers, rawHeaders }: IncomingMessage): boolean {
  if (method !== 'GET' || url[0] !== '/' || headers.host === undefined) return false;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 && headers.expect === undefined;
}

/** Which answers say that they are the same for everybody who asks so, and what of them is kept. */
function keptOf(
  headers: OutgoingHttpHeaders,
  body: Buffer | null,
  { served, retracted, at }: Pick<Kept, 'served' | 'retracted' | 'at'>,
): (Kept & { isOfLanguage: boolean }) | null {
  const all = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const named = new Map(all.map(([name, value]) => [name.toLowerCase(), value]));
  const etag = named.get('etag');
  const cache = named.get('cache-control') ?? '';
  const vary = (named.get('vary') ?? '').toLowerCase().split(/,\s*/);
  const isKnown = vary.every((it) => ['accept-encoding', 'accept-language'].includes(it));
  const isLasting = /\bimmutable\b/.test(cache);
  if (etag === undefined || !isKnown || !cache.startsWith('public') || (!isLasting && served === null))
    return null;
  if (body !== null && !named.has('content-length')) all.push(['Content-Length', String(body.length)]);
  const about = ['content-type', 'content-length', 'content-encoding'];
  return {
    served: isLasting ? null : served,
    retracted,
    at,
    isOld: false,
    etag,
    head: all.flat(),
    unchanged: all.filter(([name]) => !about.includes(name.toLowerCase())).flat(),
    body: body && body.length <= SMALL ? body.toString('latin1') : body,
    isOfLanguage: vary.includes('accept-language'),
  };
}

/** Tells of an answer that is written whole: its headers and its body, null of one that has none since nothing has changed. */
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
      if (written?.status === 200 && Buffer.isBuffer(body) && body.length <= LARGEST)
        then(written.headers, body);
      if (written?.status === 304) then(written.headers, null);
      return result;
    },
  });
}

/** Waits until it was looked whether what is kept holds, once for all. What keeps it from being known, a route tells. */
function createRenewal(snapshots: Pick<Snapshots, 'renew'>): () => Promise<void> {
  let renewing: Promise<void> | null = null;
  return () => {
    renewing ??= new Promise<void>((resolve) => {
      const late = setTimeout(resolve, PATIENCE);
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

/** How many answers each client has had since the thread last looked for what else there is to do. */
function createTurnCounts() {
  const counts = new Map<string, number>();
  let isDue = false;
  return {
    mayHave(client: string): boolean {
      const count = (counts.get(client) ?? 0) + 1;
      counts.set(client, count);
      if (!isDue) {
        isDue = true;
        setImmediate(() => {
          isDue = false;
          counts.clear();
        });
      }
      return count <= AT_A_TIME;
    },
  };
}
