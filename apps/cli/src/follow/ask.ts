import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

type Asked = Pick<RequestInit, 'signal' | 'headers'>;

/**
 * What `fetch` does, as far as files are asked for: no redirect is followed, and nothing is decompressed. Node's own ends the program
 * when an origin that nobody knows names six encodings and breaks off: a stream of it that nobody holds then throws.
 */
export async function ask(address: string, asked: Asked): Promise<Response> {
  const answer = await answered(new URL(address), asked);
  const { statusCode: status = 0 } = answer;
  if (status < 200 || status > 599) {
    answer.destroy();
    throw new Error(`answers with ${status}, which is no status of HTTP`);
  }
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new Response(WITHOUT_BODY.has(status) ? null : streamOf(answer), { status, headers });
}

/** Statuses of which a `Response` has no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** An error of the answer is one of the stream. */
function streamOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = answer[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void answer.destroy(),
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  );
}

function answered(url: URL, { signal, headers }: Asked): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { headers: Object.fromEntries(new Headers(headers)), ...(signal ? { signal } : {}) })
      .on('error', reject)
      .on('response', (answer) => {
        // An answer that is given up ends with an error, of which its reader hears, if there is one.
        answer.on('error', () => {});
        resolve(answer);
      })
      .end();
  });
}
