import { isShared, openStoreAt } from '@article21/store';
import { createCluster, HOW, hasPostgres } from '@article21/store/test-postgres';
import { describe, expect, it } from 'vitest';
import { appOf, publishMade, temporaryFolder } from './fixture.ts';

describe.skipIf(!hasPostgres)(`a server whose records lie on several others (${HOW})`, () => {
  it('counts while one of them is away, says so where it is asked whether it is ready, and nothing is published', async () => {
    const [cluster, folder] = [await createCluster(), await temporaryFolder()];
    const store = openStoreAt({ storeUrl: cluster.url, cacheDir: folder.path, engine: 'postgres' });
    const app = appOf(store);
    const ask = async (path: string) => {
      const answer = await app.hono.request(path);
      return [answer.status, await answer.text()] as const;
    };
    const id = await publishMade(store, folder.path, { detentions: 2 });
    expect((await ask('/readyz'))[0]).toBe(200);
    cluster.stopPart();
    const away = `the records of snapshot ${id} cannot be read: the database, or a part of it, does not answer at the moment`;
    for (const path of ['/readyz', '/api/v1/records']) {
      const [status, text] = await ask(path);
      expect([path, status, JSON.parse(text).detail]).toEqual([path, 503, expect.stringContaining(away)]);
    }
    for (const path of [
      '/healthz',
      '/api/v1/counts?measure=detentions',
      '/chart.svg?measure=detentions&by=place',
    ])
      expect([path, (await ask(path))[0]]).toEqual([path, 200]);
    await expect(publishMade(store, folder.path, { detentions: 3 })).rejects.toThrow(
      /^the database \S+ cannot reach a part of itself, part_1 \(08001\)$/,
    );
    // The log has what readers are not told.
    expect(String((app.reported.at(-1) as Error).cause)).toContain('cannot reach a part of itself, part_1');
    cluster.startPart();
    expect((await ask('/readyz'))[0]).toBe(200);
    expect(await publishMade(store, folder.path, { detentions: 3 })).toBe(await store.current());
    await app.close();
    if (isShared(store)) await store.close();
    cluster.close();
    await folder.remove();
  });
});
