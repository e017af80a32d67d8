import { visible } from '../output.ts';

/** What asks over the network, and what tells time, so that a test can be both. */
export interface Net {
  /** As `ask` does: a redirect is an answer, and is not followed. */
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Calls `then` after so many milliseconds, unless what it answers is called before. */
  after(ms: number, then: () => void): () => void;
  /** Resolves when the operator ends the program. */
  ended: Promise<void>;
}

/** Somebody who publishes, or a mirror, as files at addresses below its own. */
export interface Origin {
  /** As it was named, with a slash at its end. */
  address: string;
  /** The bytes at a path: of no more than `most`, of exactly `bytes` where that is known. Throws a `Refusal`. */
  get(path: string, size: { most: number; bytes?: number }): Promise<Uint8Array>;
}

/** Why something was not taken from an origin: one sentence, without a full stop. */
export interface Refusal extends Error {
  refusal: RefusalCode;
  /** What was retracted by its publisher, and removed here before something else was not taken; absent where nothing was. */
  retracted?: readonly string[];
}
type RefusalCode = 'unreachable' | 'damaged' | 'signature' | 'replay' | 'other_dataset';

export function refusal(code: RefusalCode, message: string, cause?: unknown): Refusal {
  return Object.assign(new Error(message, { cause }), { refusal: code });
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'refusal' in error;
}

/**
 * In milliseconds: how long nothing at all may come, and how long one file may take, which is more the larger it is. An origin that
 * sends a byte now and then would hold up what is signed later.
 */
export const patience = {
  silence: 30_000,
  whole: (bytes: number) => Math.min(600_000, 60_000 + bytes),
} as const;

export function createOrigin(address: string, { fetch, after, ended }: Net): Origin {
  // One listener for all requests: somebody who follows for years makes many.
  const waiting = new Set<() => void>();
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    for (const giveUp of waiting) giveUp();
  });
  async function get(path: string, { most, bytes }: { most: number; bytes?: number }): Promise<Uint8Array> {
    const controller = new AbortController();
    const what = `${address}${path}`;
    const { gone, moved, giveUp, end } = watch(after, patience.whole(bytes ?? most), (why) =>
      controller.abort(new Error(why)),
    );
    const stop = giveUp('is waited for no longer, because the program was ended');
    waiting.add(stop);
    if (isOver) stop();
    const unless = async <T>(work: Promise<T>): Promise<T> => {
      // Whoever aborts an old request is not always heard: what is awaited is given up all the same.
      work.catch(() => {});
      const result = await Promise.race([work, gone]);
      moved();
      return result;
    };
    try {
      const response = await unless(
        // What is named by the hash of its bytes must be these bytes, and not others that stand for them.
        fetch(what, {
          signal: controller.signal,
          headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
        }),
      );
      refuseStatus(what, response);
      return await readBody(
        what,
        response,
        { most: bytes ?? most, ...(bytes === undefined ? {} : { bytes }) },
        unless,
      );
    } catch (error) {
      throw isRefusal(error) ? error : refusal('unreachable', `${what} ${whyNot(error)}`, error);
    } finally {
      waiting.delete(stop);
      end();
      controller.abort();
    }
  }
  return { address, get };
}

/** Ends what waits for too long: `gone` rejects after silence, and when everything took too long. */
function watch(after: Net['after'], whole: number, abort: (why: string) => void) {
  let reject: (error: Error) => void = () => {};
  const gone = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  gone.catch(() => {});
  const giveUp = (why: string) => () => {
    reject(new Error(why));
    abort(why);
  };
  const silent = giveUp(`sent nothing for ${patience.silence / 1000} seconds`);
  let stopTimeout = after(patience.silence, silent);
  const stopWhole = after(whole, giveUp(`was not sent within ${Math.round(whole / 1000)} seconds`));
  return {
    gone,
    giveUp,
    moved() {
      stopTimeout();
      stopTimeout = after(patience.silence, silent);
    },
    end() {
      stopTimeout();
      stopWhole();
    },
  };
}

function refuseStatus(what: string, { status, headers }: Response): void {
  if (status >= 300 && status < 400)
    throw refusal(
      'unreachable',
      `${what} answers with a redirect to ${visible(headers.get('location') ?? 'nowhere').slice(0, 200)}: follow that address if it is the publisher’s`,
    );
  if (status !== 200) throw refusal('unreachable', `${what} answers with ${status}`);
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw refusal(
      'unreachable',
      `${what} is sent as ${visible(encoding).slice(0, 100)}, though it was asked for as it is`,
    );
}

/** Reads no more than is wanted: a body may have no end. */
async function readBody(
  what: string,
  { body }: Response,
  { most, bytes }: { most: number; bytes?: number },
  unless: <T>(work: Promise<T>) => Promise<T>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await read(); next; next = await read()) {
    pieces.push(next);
    length += next.length;
    if (length > most) {
      void reader?.cancel().catch(() => {});
      throw refusal('damaged', `${what} has more than the ${most} bytes that it may have`);
    }
  }
  if (bytes !== undefined && length < bytes)
    throw refusal('damaged', `${what} ended after ${length} of ${bytes} bytes`);
  return Buffer.concat(pieces);

  async function read(): Promise<Uint8Array | undefined> {
    return reader && (await unless(reader.read())).value;
  }
}

/** What Node says of a network that fails stands in the cause of what it throws. */
function whyNot(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'cannot be asked: no such host is known';
    if (code === 'ECONNREFUSED') return 'cannot be asked: nobody listens there';
    if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') return 'broke off in the middle';
  }
  return error instanceof Error ? lastOf(error).message : String(error);
}

function lastOf(error: Error): Error {
  return error.cause instanceof Error ? lastOf(error.cause) : error;
}
