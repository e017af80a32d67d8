import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { Encoding } from '../encoding.ts';
import { headersOf } from '../headers.ts';

/** A file as it is served. */
export interface StaticFile {
  mediaType: string;
  encoded: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
  /** What tells it from another file of its name. */
  hash: string;
}

/** Files by their path, `assets/index-1a2b.js`. Only what is in the map can be asked for. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

interface Parts {
  answer: Answer;
  files: StaticFiles;
}

/** Addresses of which only the program knows what is at them; each is answered with its one page, as it was built. */
const pages = ['/present', '/presentation'];

/** Adds the dashboard: its page, and the files that it loads. */
export function addFiles(hono: Hono, { answer, files }: Parts): void {
  const send = (c: Context, route: string, name: string, immutable: boolean) => {
    const file = files.get(name);
    if (!file) return c.notFound();
    const { hash, mediaType, encoded } = file;
    const headers = headersOf(route);
    return answer(c, {
      key: [name, hash],
      mediaType,
      immutable,
      headers,
      encoded,
      body: async () => encoded.identity,
    });
  };
  for (const page of pages) hono.get(page, (c) => send(c, page, 'index.html', false));
  // Vite writes the hash of a file into its name.
  hono.get('/assets/*', (c) => send(c, '/assets/*', c.req.path.slice(1), true));
  hono.get('/:file', (c) => {
    const name = c.req.param('file');
    return name === 'index.html' ? c.notFound() : send(c, '/:file', name, false);
  });
}
