import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close } = appOf(store, { files: madeFiles });
let first = '';
let second = '';
let current = '';

beforeAll(async () => {
  first = await publishMade(store, folder.path, { dataset: 'a', called: 'a1' });
  second = await publishMade(store, folder.path, { dataset: 'a', called: 'a2', detentions: 4 });
  current = await publishMade(store, folder.path, { dataset: 'b', called: 'b' });
});
afterAll(async () => {
  await close();
  await folder.remove();
});

const page = async (path: string) => (await hono.request(path)).text();

describe('a snapshot of another dataset than the one that is served', () => {
  it.each([
    ['en', 'This is another dataset, “Dataset a”', 'The one that is served here now is “Dataset b”.'],
    ['ru', 'Это другой набор данных: «Dataset a»', 'представлен набор «Dataset b»'],
    ['kk', 'Бұл — басқа деректер жинағы: «Dataset a»', '«Dataset b» жинағы көрсетіледі'],
  ])('is called so, and no older version, in %s', async (lang, another, served) => {
    for (const path of ['/', '/sources', '/data', '/records/d-0']) {
      const html = await page(`${path}?snapshot=${first}&lang=${lang}`);
      expect(html).toContain(another);
      expect(html).toContain(served);
      expect(html).not.toContain('older version');
      expect(html).not.toContain('старая версия');
    }
    expect(await page(`/?snapshot=${current}&lang=${lang}`)).not.toContain('notice older');
  });

  it('is a version of its own dataset and of no other, and is compared with those', async () => {
    const lines = async (path: string) => (await page(path)).match(/<p class="versions-facts">/g)?.length;
    expect(await lines('/data?lang=en')).toBe(1);
    expect(await lines(`/data?snapshot=${first}&lang=en`)).toBe(2);
    const sinceOf = async (id: string) =>
      ((await (await hono.request(`/api/v1/snapshots/${id}/changes`)).json()) as { since: string | null })
        .since;
    expect([await sinceOf(current), await sinceOf(second), await sinceOf(first)]).toEqual([
      null,
      first,
      null,
    ]);
  });

  it('is listed with its name', async () => {
    const answer = endpoints.snapshots.answer.parse(await (await hono.request('/api/v1/snapshots')).json());
    const names = Object.fromEntries(answer.snapshots.map(({ id, name }) => [id, name]));
    expect(names).toEqual({ [first]: 'a', [second]: 'a', [current]: 'b' });
  });
});
