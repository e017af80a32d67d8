import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { readKept } from '@article21/answers/changes';
import { engine, openStore } from '@article21/store';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { flipByte, onceFor, snapshotFolders, useDesk } from './datasets.ts';
import { article21 } from './terminal.ts';

const desk = useDesk();
const publish = onceFor(desk, ['.data'], () => desk.publish());
const current = () => readFileSync(join(desk.dataDir, 'current'), 'utf8').trim();

describe('publish', () => {
  it('says what is served from now on, and how much it is', async () => {
    const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
    expect([exit, stderr]).toEqual([exits.done, '']);
    expect(stdout).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]+ is published and served\n/);
    expect(stdout).toMatch(/^ {2}records\.csv +\d+ rows$/m);
    expect(stdout).toMatch(/^\d+ records$/m);
    expect(stdout.startsWith(current())).toBe(true);
  });

  it('of the same content again changes nothing and says so', async () => {
    const id = await publish();
    const { exit, stdout } = await desk.run('publish', 'dataset');
    expect(exit).toBe(exits.done);
    expect(stdout).toMatch(new RegExp(`^${id} is what is served already: nothing changed\n`));
    expect(snapshotFolders(desk.dataDir)).toEqual([id]);
  });

  it('of another version says what it replaces and which files differ', async () => {
    const id = await publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const { stdout } = await desk.run('publish', 'dataset');
    expect(stdout).toContain(`instead of ${id}: as many records; changed: places.csv\n`);
    expect(snapshotFolders(desk.dataDir)).toHaveLength(2);
  });

  it('of another version keeps what it changed, so that nobody waits for that', async () => {
    const id = await publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    expect((await desk.run('publish', 'dataset')).stderr).toBe('');
    const store = openStore({ dataDir: desk.dataDir, engine: engine('duckdb') });
    const kept = readKept((await store.changes(current(), id)) ?? '{}');
    expect(kept).toEqual({
      snapshot: current(),
      since: id,
      totals: { added: 0, removed: 0, changed: 0 },
      changes: [],
    });
  });

  it('is done also where it cannot be compared with the version before, and says so', async () => {
    const id = await publish();
    writeFileSync(join(desk.dataDir, 'changes'), 'a file where a folder is needed');
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const { exit, stderr } = await desk.run('publish', 'dataset');
    expect([exit, current() === id]).toEqual([exits.done, false]);
    expect(stderr).toContain(`not compared with ${id}: `);
  });

  it('counts source texts that differ, and names the tables', async () => {
    const id = await publish();
    const texts = ['a', 'b', 'c'];
    for (const text of texts)
      writeFileSync(join(desk.dataset, `sources/${text}.txt`), `Somebody said ${text}.\n`);
    desk.edit('sources.csv', (text) => {
      // What the dataset says in further languages is left empty.
      const further = ','.repeat((text.split('\n')[0] ?? '').split(',').length - 9);
      const row = (it: string) =>
        `${it},Text ${it},Somebody,2012,,en,public,Quoted,sources/${it}.txt${further}\n`;
      return `${text.trimEnd()}\n${texts.map(row).join('')}`;
    });
    const { stdout } = await desk.run('publish', 'dataset');
    expect(stdout).toContain(`instead of ${id}: as many records; changed: sources.csv and 3 source texts\n`);
  });

  it('of another dataset is refused, and done where that is meant', async () => {
    const id = await publish();
    desk.edit('datapackage.json', (text) =>
      text
        .replace('"kazakhstan-2012"', '"oral-2024"')
        .replace(/"title": "[^"]*"/, '"title": "Rally in Oral"'),
    );
    const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
    expect([exit, stdout]).toEqual([exits.usage, '']);
    expect(stderr).toMatch(
      /^article21: oral-2024 \(Rally in Oral\) is another dataset than the one that is served, kazakhstan-2012 \(.*\): .*--data.*--replace-dataset.*; nothing was published\n$/,
    );
    expect([current(), snapshotFolders(desk.dataDir)]).toEqual([id, [id]]);
    const { document } = await desk.json('publish', 'dataset');
    expect(document).toMatchObject({ ok: false, error: { code: 'other_dataset', exit: exits.usage } });
    expect((await desk.run('publish', 'dataset', '--data', 'other')).exit).toBe(exits.done);
    const replaced = await desk.run('publish', 'dataset', '--replace-dataset');
    expect(replaced.exit).toBe(exits.done);
    // How many records two datasets have says nothing about either.
    expect(replaced.stdout).toMatch(new RegExp(`^instead of ${id}, which is another dataset: `, 'm'));
    expect(replaced.stdout).not.toMatch(/fewer|more|as many/);
    expect(current()).not.toBe(id);
    // Now it is the one that is served.
    expect((await desk.run('publish', 'dataset')).exit).toBe(exits.done);
  });

  it('of what was published before the last serves it again', async () => {
    const first = await publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    await desk.publish();
    desk.edit('places.csv', (text) => text.replace('Almaty city', 'Almaty'));
    const { stdout } = await desk.run('publish', 'dataset');
    expect(stdout).toMatch(new RegExp(`^${first} had been published before and is served again\n`));
    expect(current()).toBe(first);
  });

  it('gives one document with --json', async () => {
    const { exit, document } = await desk.json('publish', 'dataset', '--by', 'anna', '--note', 'first');
    expect(exit).toBe(exits.done);
    expect(document).toMatchObject({
      ok: true,
      command: 'publish',
      id: current(),
      alreadyPublished: false,
      dataset: { name: 'kazakhstan-2012' },
      change: { before: null, recordsBefore: null },
    });
    expect(document.change.files).toContain('records.csv');
    const log = JSON.parse(readFileSync(join(desk.dataDir, 'log.jsonl'), 'utf8'));
    expect(log).toMatchObject({ by: 'anna', note: 'first', to: document.id });
  });

  it('keeps snapshots where --data says, else where DATA_DIR says', async () => {
    await article21(['publish', 'dataset'], { cwd: desk.cwd, env: { DATA_DIR: 'from-env' } });
    expect(snapshotFolders(join(desk.cwd, 'from-env'))).toHaveLength(1);
    await article21(['publish', 'dataset', '--data', 'given'], {
      cwd: desk.cwd,
      env: { DATA_DIR: 'from-env' },
    });
    expect(snapshotFolders(join(desk.cwd, 'given'))).toHaveLength(1);
  });

  it('of a dataset with an issue publishes nothing and leaves what is served', async () => {
    const id = await publish();
    desk.edit('records.csv', (text) => text.replace(/,~10,/, ',ten,'));
    const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
    expect(exit).toBe(exits.issues);
    expect(stdout).toMatch(/^records\.csv:\d+:count +unreadable_quantity /m);
    expect(stderr).toMatch(/nothing was published; what was served before is served still\n$/);
    expect([current(), snapshotFolders(desk.dataDir)]).toEqual([id, [id]]);
  });

  it('of a folder that is not there, or is no dataset, publishes nothing', async () => {
    expect((await desk.run('publish', 'nowhere')).exit).toBe(exits.usage);
    mkdirSync(join(desk.cwd, 'empty'));
    expect((await desk.run('publish', 'empty')).exit).toBe(exits.issues);
    expect(snapshotFolders(desk.dataDir)).toEqual([]);
  });

  it('waits for nobody: a store that another process changes is left alone', async () => {
    const id = await publish();
    // The parent of this process lives as long as the test.
    const holder = { pid: process.ppid, host: hostname(), token: 'x' };
    writeFileSync(join(desk.dataDir, 'lock'), `${JSON.stringify(holder)}\n`);
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
    expect([exit, stdout]).toEqual([exits.failed, '']);
    expect(stderr).toMatch(/^article21: .* is being changed by process \d+; try again when it is done.*\n$/);
    expect(current()).toBe(id);
    const { document } = await desk.json('publish', 'dataset');
    expect(document).toMatchObject({ ok: false, error: { code: 'busy', exit: exits.failed } });
  });

  it('mends a current that points nowhere', async () => {
    const id = await publish();
    writeFileSync(join(desk.dataDir, 'current'), '2012-01-01-0000000000000000\n');
    expect((await desk.run('publish', 'dataset')).exit).toBe(exits.done);
    expect(current()).toBe(id);
  });

  it('of content whose snapshot is damaged says so instead of serving it', async () => {
    const id = await publish();
    flipByte(join(desk.dataDir, 'snapshots', id, 'records.parquet'));
    const { exit, stderr } = await desk.run('publish', 'dataset');
    expect(exit).toBe(exits.damaged);
    expect(stderr).toContain(`snapshot ${id} is damaged: records.parquet`);
  });
});

it('warnings are listed and counted apart, and stop nothing', async () => {
  desk.edit('places.csv', (text) => text.replace(',Taraz,', ',Taraҥ,'));
  const warning = { file: 'places.csv', column: 'name_en', code: 'letters_not_drawn' };
  for (const command of ['check', 'publish']) {
    const { exit, stdout, stderr } = await desk.run(command, 'dataset');
    expect(exit).toBe(exits.done);
    expect(stdout).toMatch(
      /^Warnings, which stop nothing:\nplaces\.csv:\d+:name_en +letters_not_drawn +"Taraҥ" /m,
    );
    expect(stderr).toMatch(/^1 warning in 1 file; .*confirmed/);
    const { document } = await desk.json(command, 'dataset');
    expect(document).toMatchObject({
      ...{ ok: true, warningCount: 1, warnings: [warning] },
      warningKinds: [{ ...warning, count: 1, listed: 1 }],
    });
  }
});
