import { HttpProblem, refuseIssues } from '@article21/answers';
import { parseKeys } from '@article21/model';
import type { Store } from '@article21/store';
import type { Context, Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';

interface Parts {
  store: Pick<Store, 'editions'>;
  answer: Answer;
}

/** Adds the routes for followers: the signed statement, and the pieces of editions by their hash. */
export function addEditions(hono: Hono, { store, answer }: Parts): void {
  const add = (route: string, immutable: boolean, bytesOf: (c: Context) => Promise<Uint8Array | string>) =>
    hono.get(route, async (c) => {
      refuseIssues(parseKeys({}, new URL(c.req.url).searchParams).issues);
      const bytes = await bytesOf(c);
      const name = immutable ? c.req.param('hash') : String(bytes);
      return answer(c, {
        key: [route, name ?? ''],
        // Pieces belong to compressed files, and followers need their exact bytes.
        plain: true,
        mediaType: immutable ? 'application/octet-stream' : 'text/plain; charset=utf-8',
        immutable,
        headers: headersOf(route),
        body: async () => bytes,
      });
    });
  add('/editions/current.minisig', false, async () => {
    const text = await store.editions.statement();
    if (text === null) throw new HttpProblem('not-found', 'nothing is signed here for others to follow');
    return text;
  });
  add('/editions/pieces/:hash', true, async (c) => {
    const piece = await store.editions.piece(c.req.param('hash') ?? '');
    if (piece === null) throw new HttpProblem('not-found', 'there is no such piece of an edition');
    if (piece === 'damaged')
      throw new HttpProblem(
        'unavailable',
        'this piece of an edition is not what was written',
        [],
        new Error(`the piece ${c.req.param('hash')} of an edition is damaged: publish again with --sign`),
      );
    return piece;
  });
}
