import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DurableFs, engine, nodeFs, openStore } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

/** The operations that change files or put them on the disk, as they are asked for, with paths within the store. */
function recordingFs(dataDir: string, asked: string[]): DurableFs {
  const named = (path: string) =>
    (relative(dataDir, path) || '.')
      .replace(/tmp-[0-9a-f-]{36}/, 'tmp')
      .replace(/\d{4}-\d\d-\d\d-[0-9a-f]{16}/, 'id');
  const note = (what: string, ...paths: string[]) => {
    asked.push([what, ...paths.map(named)].join(' '));
  };
  return {
    ...nodeFs,
    write: async (path, data) => {
      note('write', path);
      await nodeFs.write(path, data);
    },
    append: async (path, text) => {
      // Nothing is added where it is only asked whether something could be.
      if (text !== '') note('append', path);
      await nodeFs.append(path, text);
    },
    create: (path, text) => {
      note('create', path);
      return nodeFs.create(path, text);
    },
    rename: async (from, to) => {
      note('rename', from, to);
      await nodeFs.rename(from, to);
    },
    remove: async (path) => {
      note('remove', path);
      await nodeFs.remove(path);
    },
    sync: async (path) => note('sync', path),
  };
}

async function watched(title = 'First') {
  const dataDir = await temporaryFolder();
  const asked: string[] = [];
  const store = openStore({ dataDir, engine: engine('memory'), fs: recordingFs(dataDir, asked) });
  const publish = async (content: Parameters<typeof sampleDataset>[0]) => {
    asked.length = 0;
    const result = await store.publish(await sampleDataset(content), readSample);
    if (!result.ok) throw new Error('issues where none were expected');
    return result.id;
  };
  await publish({ title });
  return { dataDir, store, publish, asked };
}

const tail = [
  'remove snapshots/tmp',
  'sync snapshots',
  'write change.json.tmp',
  'sync change.json.tmp',
  'rename change.json.tmp change.json',
  'sync .',
  'write current.tmp',
  'sync current.tmp',
  'rename current.tmp current',
  'sync .',
  'append log.jsonl',
  'sync log.jsonl',
  'sync .',
  'remove change.json',
  'remove lock',
];

describe('a publication', () => {
  it('has every file and every name on the disk before it takes its own, and that before it is served', async () => {
    const { publish, asked } = await watched();
    await publish({ title: 'Second', created: '2012-10-01' });
    const from = asked.indexOf('write snapshots/tmp/manifest.json');
    expect(asked[0]).toBe('create lock');
    expect(asked.slice(from)).toEqual([
      'write snapshots/tmp/manifest.json',
      'sync snapshots/tmp/catalogue.json',
      'sync snapshots/tmp/cells.bin',
      'sync snapshots/tmp/files/datapackage.json',
      'sync snapshots/tmp/files/texts/letter.txt',
      'sync snapshots/tmp/files/texts/statement.txt',
      'sync snapshots/tmp/manifest.json',
      'sync snapshots/tmp/outlines.json',
      'sync snapshots/tmp/records.ndjson',
      'sync snapshots/tmp/texts/statement.txt',
      'sync snapshots/tmp',
      'sync snapshots/tmp/files',
      'sync snapshots/tmp/files/texts',
      'sync snapshots/tmp/texts',
      'rename snapshots/tmp snapshots/id',
      'sync snapshots',
      ...tail,
    ]);
  });

  it('of what is there already is served again, and nothing of it is written', async () => {
    const { publish, asked } = await watched();
    await publish({ title: 'First' });
    expect(asked).toEqual(['create lock', ...tail]);
  });

  it('begins a store by making its folders, and their names are on the disk', async () => {
    const asked: string[] = [];
    const dataDir = join(await temporaryFolder(), 'new');
    const store = openStore({ dataDir, engine: engine('memory'), fs: recordingFs(dataDir, asked) });
    await store.publish(await sampleDataset(), readSample);
    expect(asked.slice(0, 2)).toEqual(['sync ..', 'create lock']);
  });

  it('is written into the log with who it was, why, and how many records there were and are', async () => {
    const { dataDir, store } = await watched();
    const options = { by: 'Aigul', note: 'a correction' };
    const dataset = await sampleDataset({ records: 5, title: 'Second' });
    await store.publish(dataset, readSample, options);
    const lines = (await readFile(join(dataDir, 'log.jsonl'), 'utf8')).trimEnd().split('\n');
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ by: expect.stringMatching(/\w/), note: null, from: null });
    expect(second).toMatchObject({ by: 'Aigul', note: 'a correction', records: { before: 3, after: 5 } });
    expect(second.from).toBe(first.to);
    expect(Number.isNaN(Date.parse(second.at))).toBe(false);
  });

  it('says that it is served where only the log cannot be written', async () => {
    const { dataDir, store } = await watched();
    const append: DurableFs['append'] = async (_, text) => {
      if (text !== '') throw new Error('no');
    };
    const broken = { ...nodeFs, sync: async () => {}, append };
    const failing = openStore({ dataDir, engine: engine('memory'), fs: broken });
    const published = failing.publish(await sampleDataset({ title: 'Second' }), readSample);
    await expect(published).rejects.toThrow(
      /^2012-09-25-[0-9a-f]{16} is served, but .*log\.jsonl could not be written$/,
    );
    expect((await store.list()).map(({ current }) => current)).toContain(true);
  });

  it('replaces what was served although that is damaged or gone, and counts no records of it', async () => {
    const { dataDir, store, publish } = await watched();
    const first = await store.current();
    const root = join(dataDir, 'snapshots', first ?? '');
    await writeFile(join(root, 'manifest.json'), '{}');
    await publish({ title: 'Second' });
    await rm(join(dataDir, 'snapshots', (await store.current()) ?? ''), { recursive: true });
    await publish({ title: 'Third' });
    const lines = (await readFile(join(dataDir, 'log.jsonl'), 'utf8')).trimEnd().split('\n').slice(1);
    expect(lines.map((line) => JSON.parse(line).records.before)).toEqual([null, null]);
  });

  it('is refused, and nothing of it stays, where the disk gives back something else', async () => {
    const dataDir = await temporaryFolder();
    const lying = (path: string): DurableFs => ({
      ...nodeFs,
      sync: async () => {},
      write: (to, data) => nodeFs.write(to, to.endsWith(path) ? 'x' : data),
    });
    for (const [path, said] of [
      ['cells.bin', /^cells\.bin has 1 bytes instead of \d+ on reading it back; check the disk$/],
      ['manifest.json', /^manifest\.json is not what was written on reading it back; check the disk$/],
    ] as const) {
      const store = openStore({ dataDir, engine: engine('memory'), fs: lying(path) });
      await expect(store.publish(await sampleDataset(), readSample)).rejects.toThrow(said);
      expect(await nodeFs.list(join(dataDir, 'snapshots'))).toEqual([]);
    }
  });

  it('is refused where the same content stands there damaged', async () => {
    const { dataDir, store } = await watched();
    const id = (await store.current()) ?? '';
    await writeFile(join(dataDir, 'snapshots', id, 'cells.bin'), 'x');
    await expect(store.publish(await sampleDataset({ title: 'First' }), readSample)).rejects.toThrow(
      /is damaged: cells\.bin has 1 bytes instead of \d+; move it away and publish again$/,
    );
  });
});

describe('the list of snapshots', () => {
  it('passes over what is no snapshot, and names damaged ones by their ids only', async () => {
    const { dataDir, store, publish } = await watched();
    const damaged = (await store.current()) ?? '';
    const sound = await publish({ title: 'Second' });
    await writeFile(join(dataDir, 'snapshots', damaged, 'manifest.json'), '{}');
    await mkdir(join(dataDir, 'snapshots', 'notes'));
    await writeFile(join(dataDir, 'snapshots', '2012-09-25-0123456789abcdef'), 'a file');
    expect((await store.ids()).sort()).toEqual([damaged, sound].sort());
    expect((await store.list()).map(({ id }) => id)).toEqual([sound]);
  });

  it('is empty where there is no store, and what cannot be read is told', async () => {
    const dataDir = join(await temporaryFolder(), 'none');
    expect(await openStore({ dataDir, engine: engine('memory') }).list()).toEqual([]);
    const refuse = () => Promise.reject(Object.assign(new Error('EIO: x'), { code: 'EIO' }));
    for (const part of [{ list: refuse }, { read: refuse }]) {
      const store = openStore({ dataDir, engine: engine('memory'), fs: { ...nodeFs, ...part } });
      await expect(store.list()).rejects.toThrow('EIO');
    }
  });
});
