import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const app = appOf(store);
const get = (path: string, headers = {}) => app.hono.request(path, { headers });
const bytes = Buffer.from('a piece of an edition, '.repeat(100));
const hash = createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterAll(async () => {
  await app.close();
  await folder.remove();
});

describe('the public editions of a server', () => {
  it('are not there before anybody signed something', async () => {
    const response = await get('/editions/current.minisig');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: 'nothing is signed here for others to follow' });
    expect((await get(`/editions/pieces/${hash}`)).status).toBe(404);
  });

  it('are stated in a small file that is asked for anew each time, and not sent again', async () => {
    await store.editions.keepStatement('untrusted comment: one\n', null);
    const response = await get('/editions/current.minisig', { 'accept-encoding': 'br' });
    expect(await response.text()).toBe('untrusted comment: one\n');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const etag = response.headers.get('etag') ?? '';
    expect((await get('/editions/current.minisig', { 'if-none-match': etag })).status).toBe(304);
    await store.editions.keepStatement('untrusted comment: two\n', 'untrusted comment: one\n');
    const next = await get('/editions/current.minisig', { 'if-none-match': etag });
    expect(await next.text()).toBe('untrusted comment: two\n');
  });

  it('are pieces for ever, as they are, whatever a client could unpack', async () => {
    expect(await store.editions.keepPiece(bytes)).toBe(hash);
    const response = await get(`/editions/pieces/${hash}`, { 'accept-encoding': 'br, gzip' });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, s-maxage=60, immutable');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it.each(['..%2f..%2fcurrent', '../current', hash.toUpperCase(), `${hash}0`, '-'])(
    'are nothing else: %s',
    async (name) => {
      expect((await get(`/editions/pieces/${name}`)).status).toBe(404);
    },
  );

  it('refuse a question that they do not know', async () => {
    expect((await get('/editions/current.minisig?x=1')).status).toBe(400);
  });

  it('are not answered where something else stands in the place of a piece, which the log says', async () => {
    await writeFile(join(folder.path, 'data/editions/pieces', hash), 'something else');
    const other = appOf(store);
    const response = await other.hono.request(`/editions/pieces/${hash}`);
    expect(response.status).toBe(503);
    expect(String((other.reported[0] as Error).cause)).toContain(
      `the piece ${hash} of an edition is damaged`,
    );
    await other.close();
  });
});
