import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, openStore } from '@article21/store';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { flipByte, onceFor, useDesk } from './datasets.ts';

const desk = useDesk();
const current = () => readFileSync(join(desk.dataDir, 'current'), 'utf8').trim();
const inSnapshot = (id: string, file: string) => join(desk.dataDir, 'snapshots', id, file);

const publish = onceFor(desk, ['.data'], () => desk.publish());
const publishTwo = onceFor(desk, ['.data'], async (): Promise<[first: string, second: string]> => {
  const first = await desk.publish();
  desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
  return [first, await desk.publish()];
});

describe('snapshots', () => {
  it('of an empty folder is an empty list, said on standard error', async () => {
    const { exit, stdout, stderr } = await desk.run('snapshots');
    expect([exit, stdout]).toEqual([exits.done, '']);
    expect(stderr).toBe(`nothing has been published in ${desk.dataDir} yet\n`);
    expect((await desk.json('snapshots')).document).toMatchObject({ ok: true, current: null, snapshots: [] });
  });

  it('lists the last published first and marks what is served', async () => {
    const [first, second] = await publishTwo();
    const { exit, stdout } = await desk.run('snapshots');
    expect(exit).toBe(exits.done);
    const [top, bottom] = stdout.split('\n');
    expect(top).toMatch(
      new RegExp(`^\\* ${second}  \\d+ records  \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}  Restrictions`),
    );
    expect(bottom).toMatch(new RegExp(`^ {2}${first}  `));
    const { document } = await desk.json('snapshots');
    expect(document).toMatchObject({ ok: true, current: second, damaged: [], problems: [] });
    expect(document.snapshots.map(({ id }: { id: string }) => id)).toEqual([second, first]);
  });

  it('says of each why it was published', async () => {
    await publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    await desk.run('publish', 'dataset', '--note', 'the list of May');
    const [top = '', bottom = ''] = (await desk.run('snapshots')).stdout.split('\n');
    expect(top).toMatch(/: the list of May$/);
    expect(bottom).not.toContain('May');
    const { document } = await desk.json('snapshots');
    expect(document.publicationNotes).toEqual({ [String(document.current)]: 'the list of May' });
  });

  it('names a damaged one and lists the others', async () => {
    const [first, second] = await publishTwo();
    flipByte(inSnapshot(first, 'manifest.json'));
    const { exit, stdout, stderr } = await desk.run('snapshots');
    expect(exit).toBe(exits.damaged);
    expect(stdout).toContain(second);
    expect(stderr).toContain(`snapshot ${first} is damaged`);
  });

  it('says when current points nowhere', async () => {
    await publish();
    writeFileSync(join(desk.dataDir, 'current'), '2012-01-01-0000000000000000\n');
    const { exit, stderr } = await desk.run('snapshots');
    expect(exit).toBe(exits.damaged);
    expect(stderr).toMatch(/current points nowhere: there is no snapshot 2012-01-01-0000000000000000; /);
  });
});

describe('rollback', () => {
  it('serves the other snapshot and says what it replaces', async () => {
    const [first, second] = await publishTwo();
    const { exit, stdout } = await desk.run('rollback', first);
    expect([exit, current()]).toEqual([exits.done, first]);
    expect(stdout).toMatch(new RegExp(`^${first} is served\n`));
    expect(stdout).toContain(`instead of ${second}\n`);
    expect((await desk.json('rollback', second, '--by', 'anna')).document).toEqual({
      ok: true,
      command: 'rollback',
      id: second,
      before: first,
      signedWith: null,
    });
    expect(readFileSync(join(desk.dataDir, 'log.jsonl'), 'utf8').trimEnd().split('\n').at(-1)).toContain(
      '"anna"',
    );
  });

  it('to what is served already changes nothing', async () => {
    const id = await publish();
    const { exit, stdout } = await desk.run('rollback', id);
    expect(exit).toBe(exits.done);
    expect(stdout).toMatch(/is what is served already: nothing changed\n/);
  });

  it('mends a current that points nowhere', async () => {
    const id = await publish();
    writeFileSync(join(desk.dataDir, 'current'), 'nonsense\n');
    expect((await desk.run('rollback', id)).exit).toBe(exits.done);
    expect(current()).toBe(id);
  });

  it('to an unknown id names the known ones, and changes nothing', async () => {
    const id = await publish();
    const { exit, stderr } = await desk.run('rollback', '2012-01-01-0000000000000000');
    expect(exit).toBe(exits.usage);
    expect(stderr).toBe(`article21: unknown snapshot: 2012-01-01-0000000000000000 (known: ${id})\n`);
    expect((await desk.run('rollback', '../../etc')).stderr).toContain('unknown snapshot: ../../etc');
    expect(current()).toBe(id);
  });

  it('to a damaged one is refused', async () => {
    const [first, second] = await publishTwo();
    flipByte(inSnapshot(first, 'records.parquet'));
    const { exit, stderr } = await desk.run('rollback', first);
    expect([exit, current()]).toEqual([exits.damaged, second]);
    expect(stderr).toContain('records.parquet');
  });

  it('to a damaged one that is served already is refused, too', async () => {
    const id = await publish();
    flipByte(inSnapshot(id, 'cells.bin'));
    const { exit, stdout, stderr } = await desk.run('rollback', id);
    expect([exit, stdout]).toEqual([exits.damaged, '']);
    expect(stderr).toMatch(new RegExp(`^article21: snapshot ${id} is damaged: cells\\.bin `));
  });
});

describe('verify', () => {
  it('of what is served finds nothing wrong', async () => {
    const id = await publish();
    expect(await desk.run('verify')).toEqual({
      exit: exits.done,
      stdout: `${id} is what was published\n`,
      stderr: '',
    });
    expect((await desk.json('verify', id)).document).toEqual({
      ok: true,
      command: 'verify',
      snapshots: [{ id, ok: true, problems: [] }],
      problem: null,
    });
  });

  it.each(['records.parquet', 'cells.bin', 'catalogue.json', 'manifest.json', 'files/records.csv'])(
    'names %s when one of its bytes was flipped',
    async (file) => {
      const id = await publish();
      flipByte(inSnapshot(id, file));
      const { exit, stdout } = await desk.run('verify', id);
      expect(exit).toBe(exits.damaged);
      expect(stdout).toContain(`${id}/${file}  `);
      expect((await desk.run('verify')).exit).toBe(exits.damaged);
    },
  );

  it('names a file that is missing, and one that was added', async () => {
    const id = await publish();
    rmSync(inSnapshot(id, 'files/rates.csv'));
    writeFileSync(inSnapshot(id, 'files/extra.csv'), '');
    const { document } = await desk.json('verify');
    const files = document.snapshots[0].problems.map(({ file }: { file: string }) => file);
    expect(files).toEqual(['files/rates.csv', 'files/extra.csv']);
  });

  it('--all finds a damaged one that is not served', async () => {
    const [first, second] = await publishTwo();
    flipByte(inSnapshot(first, 'cells.bin'));
    expect((await desk.run('verify')).exit).toBe(exits.done);
    const { exit, stdout, stderr } = await desk.run('verify', '--all');
    expect(exit).toBe(exits.damaged);
    expect(stdout).toContain(`${second} is what was published\n`);
    expect(stdout).toContain(`${first}/cells.bin  `);
    expect(stderr).toBe('1 snapshot damaged\n');
  });

  it('makes anew what is kept of changes, and names what is something else, whatever its hash', async () => {
    const [first, second] = await publishTwo();
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
    const store = openStore({ dataDir: desk.dataDir, engine: engine('duckdb') });
    const kept = (await store.changes(second, first)) ?? '';
    const file = `changes/${second}-since-${first}.json`;
    for (const forged of [kept.replace(/"added":\d+/, '"added":7'), 'no JSON']) {
      await store.keepChanges(second, first, forged);
      const { exit, stdout } = await desk.run('verify', second);
      expect(exit).toBe(exits.damaged);
      expect(stdout).toMatch(`${file}  is `);
      expect(stdout).toContain('remove it, and it is made anew');
    }
    rmSync(join(desk.dataDir, file));
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
  });

  it('says when current points nowhere, with and without --all', async () => {
    await publish();
    writeFileSync(join(desk.dataDir, 'current'), '2012-01-01-0000000000000000\n');
    for (const argv of [['verify'], ['verify', '--all']]) {
      const { exit, stderr } = await desk.run(...argv);
      expect(exit).toBe(exits.damaged);
      expect(stderr).toContain('points nowhere');
    }
  });

  it('of nothing is a failure, of an unknown id and of both at once wrong usage', async () => {
    expect(await desk.run('verify')).toMatchObject({
      exit: exits.failed,
      stderr: `article21: nothing has been published in ${desk.dataDir} yet\n`,
    });
    expect(await desk.run('verify', 'x')).toMatchObject({
      exit: exits.usage,
      stderr: 'article21: unknown snapshot: x (known: none)\n',
    });
    expect((await desk.run('verify', 'x', '--all')).exit).toBe(exits.usage);
  });
});
