import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOW, hasPostgres, postgres } from '@article21/store/test-postgres';
import { describe, expect, it } from 'vitest';
import { useDesk } from './datasets.ts';
import { article21 } from './terminal.ts';

const desk = useDesk();

describe.skipIf(!hasPostgres)(`a store in a database (${HOW})`, () => {
  it('is published to, listed, rolled back and verified like a folder, and its address shows no password', async () => {
    const STORE_URL = postgres().database().replace('article21@', 'article21:hunter2@');
    const run = (...argv: string[]) => article21(argv, { cwd: desk.cwd, env: { STORE_URL } });
    const nothing = await run('verify');
    expect([nothing.exit, nothing.stderr]).toEqual([
      3,
      expect.stringMatching(/nothing has been published in the database \/\S+\/test_\d+ yet/),
    ]);
    const published = await run('publish', desk.dataset);
    expect([published.exit, published.stderr]).toEqual([0, '']);
    const [id = ''] = published.stdout.split(' ');
    desk.edit('datapackage.json', (text) => text.replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
    const again = await run('publish', desk.dataset);
    expect(again.stdout).toContain(`instead of ${id}`);
    const listed = JSON.parse((await run('snapshots', '--json')).stdout);
    expect(listed.snapshots).toHaveLength(2);
    expect((await run('rollback', id, '--by', 'Aigul')).exit).toBe(0);
    // What it keeps of the database may vanish at any time.
    rmSync(join(desk.cwd, '.cache'), { recursive: true });
    for (const options of [['--all'], [id, '--derive']])
      expect((await run('verify', ...options)).stdout).toContain(`${id} is what was published`);
    expect(readdirSync(desk.cwd)).not.toContain('.data');
    const said = [nothing, published, again].map(({ stdout, stderr }) => stdout + stderr).join();
    expect(said).not.toContain('hunter2');
  });

  it('is copied to from a folder and back, and what is served is the same', async () => {
    const id = await desk.publish();
    const url = postgres().database();
    const there = await desk.run('copy', desk.dataDir, url);
    expect([there.exit, there.stdout]).toEqual([
      0,
      expect.stringMatching(/^the database \S+ holds what \S+ does: 1 snapshot copied, 0 had been there\n/),
    ]);
    expect((await desk.run('verify', '--data', url)).stdout).toContain(`${id} is what was published`);
    const back = await desk.json('copy', url, 'back');
    expect(back).toMatchObject({ exit: 0, document: { ok: true, current: id, copied: [id], before: [] } });
    expect((await desk.run('verify', '--data', 'back')).exit).toBe(0);
    expect(await desk.json('copy', url, 'back')).toMatchObject({ document: { copied: [], before: [id] } });
  });

  it('that does not answer is said in one sentence with the exit code 3', async () => {
    const url = 'postgres://me:hunter2@127.0.0.1:1/x';
    const refused = await desk.json('publish', desk.dataset, '--data', url);
    expect(refused).toMatchObject({ exit: 3, document: { error: { code: 'unavailable' } } });
    expect(refused.document.error.message).toBe(
      'the database 127.0.0.1:1/x does not answer; start it, or mend STORE_URL (ECONNREFUSED)',
    );
  });
});

describe('wrong usage of places', () => {
  it.each([
    [['copy', 'none', 'to'], /^.*no such folder: \S*none/],
    [['copy', '.', '.'], /is copied to itself: name two places/],
    [['copy', 'mysql://x/y', 'to'], /STORE_URL is not the address of a PostgreSQL database/],
    [['snapshots', '--data', 'postgres://x'], /STORE_URL is not the address of a PostgreSQL database/],
    [['copy', 'one'], /copy needs <to>/],
  ])('%j is told in one sentence', async (argv, said) => {
    const { exit, stderr } = await desk.run(...argv);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(said)]);
  });
});
