import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printKept } from '@article21/answers/changes';
import { createClient } from '@article21/contract/client';
import { expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { heldThreads } from '../work/held-threads.ts';

it('what was compared at publication is answered without comparing, and not where it is damaged', async () => {
  const folder = await temporaryFolder();
  const store = storeIn(folder.path);
  const since = await publishMade(store, folder.path, { detentions: 4 });
  const id = await publishMade(store, folder.path, { detentions: 5 });
  const answer = { snapshot: id, since, totals: { added: 7, removed: 0, changed: 0 }, changes: [] };
  await store.keepChanges(id, since, printKept(answer));
  const { threads, started } = heldThreads(1);
  const app = appOf(store, { threads, files: madeFiles });
  const { changes } = createClient(app.hono.request);
  expect(await changes(id, { since })).toEqual(answer);
  expect(await changes('current')).toEqual(answer);
  expect(started).toEqual([]);
  await app.close();

  const changed = join(folder.path, 'data/changes');
  const [name = ''] = await readdir(changed);
  await writeFile(join(changed, name), 'another');
  const damaged = appOf(store, { threads });
  const response = await damaged.hono.request(`/api/v1/snapshots/${id}/changes`);
  const text = await response.text();
  expect([response.status, text.includes(folder.path)]).toEqual([503, false]);
  expect(String((damaged.reported[0] as Error).cause)).toContain(name);
  const health = await damaged.hono.request('/healthz');
  expect([health.status, await health.text()]).toEqual([
    503,
    expect.stringContaining(`changes/${name} is not what was kept`),
  ]);
  await damaged.close();
  await folder.remove();
});
