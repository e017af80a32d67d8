import { loadSnapshot } from '@article21/answers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { warmUp } from '../src/warm-up.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function asking(now: () => number) {
  const store = storeIn(folder.path);
  const id = await publishMade(store, folder.path);
  const app = appOf(store, { files: madeFiles });
  const snapshot = await store.open(id);
  const loaded = { ...(await loadSnapshot(snapshot)), snapshot };
  const answers: { address: string; status: number; method: string | undefined }[] = [];
  const hono = {
    async request(address: string, init: RequestInit) {
      const { status } = await app.hono.request(address, init);
      answers.push({ address, status, method: init.method });
      return new Response();
    },
  };
  const snapshots = {
    current: async () => id,
    use: <T>(_: string, work: (it: typeof loaded) => Promise<T>) => work(loaded),
  };
  await warmUp({ hono: hono as typeof app.hono, snapshots, site: '', now });
  await snapshot.close();
  await app.close();
  return answers;
}

it('asks what can be answered, and nothing that is made by another thread', async () => {
  const answers = await asking(() => 0);
  expect(answers.length).toBeGreaterThan(40);
  expect(new Set(answers.map(({ status, method }) => `${method} ${status}`))).toEqual(new Set(['HEAD 200']));
});

it('ends when it has taken a second', async () => {
  let time = 0;
  const answers = await asking(() => {
    time += 300;
    return time;
  });
  expect(answers).toHaveLength(3 * 4);
});
