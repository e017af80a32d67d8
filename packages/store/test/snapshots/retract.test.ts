import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyBetween, engine, openStore, type ReadDataset, shownRetractions } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { createFaultyFs, type Fault } from '../faulty-fs.ts';
import { quickFs } from '../quick-fs.ts';
import { everything, sampleRecord, stream, temporaryFolder } from '../samples.ts';

/** Words that stand in the record that is retracted, and nowhere else. */
const CANARY = 'KANARIENVOGEL-7731';

/** Reads the sample; the text `note.txt` of its folder, where there is one, is the note of a record of its own, `r-canary`. */
const readWithNote: ReadDataset = async (dir) => {
  const outcome = await readSample(dir);
  const note = await readFile(join(dir, 'note.txt'), 'utf8').catch(() => null);
  if (!('reading' in outcome) || note === null) return outcome;
  const records = [sampleRecord({ id: 'r-canary', note }), sampleRecord({ id: 'r-1' })];
  return { reading: { ...outcome.reading, records: () => stream(records) } };
};

async function datasetWithNote(note: string | null, created = '2012-09-25'): Promise<string> {
  const folder = await sampleDataset({ created });
  if (note !== null) await writeFile(join(folder, 'note.txt'), note);
  return folder;
}

/** A store with two snapshots, of which the first has the canary and the second, which is served, has not. */
async function corrected(engineId: 'memory' | 'duckdb' = 'memory') {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine(engineId), fs: quickFs });
  const bad = await published(store, await datasetWithNote(CANARY));
  const good = await published(store, await datasetWithNote(null, '2012-10-01'));
  await store.keepChanges(good, bad, `removed: ${CANARY}`);
  return { dataDir, store, bad, good };
}

async function published(store: Pick<ReturnType<typeof openStore>, 'publish'>, dir: string): Promise<string> {
  const result = await store.publish(dir, readWithNote);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}

/** Files below a folder in which the words, the id of the record, or that id in UTF-16 stand. */
async function filesWith(root: string, ...words: string[]): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (words.some((word) => entry.name.includes(word))) found.push(path);
    if (!entry.isFile()) continue;
    const bytes = await readFile(path);
    if (words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))))
      found.push(path);
  }
  return found;
}

const why = { reason: 'endangers_person', by: 'Aigul' } as const;

describe('a snapshot that is retracted', () => {
  it.each(['memory', 'duckdb'] as const)('leaves no byte of it below the folder (%s)', async (engineId) => {
    const { dataDir, store, bad, good } = await corrected(engineId);
    await store.editions.keepPiece(Buffer.from(`a piece of no edition: ${CANARY}`));
    await writeFile(join(dataDir, 'changes', `${good}-since-${bad}.json.tmp-1`), CANARY);
    expect(await filesWith(dataDir, CANARY)).not.toEqual([]);
    await store.retract([bad], { ...why, records: [{ dataset: 'sample', record: 'r-canary' }] });
    expect(await filesWith(dataDir, CANARY, 'r-canary')).toEqual([]);
    expect(await readdir(join(dataDir, 'snapshots'))).toEqual([good]);
    expect(await store.current()).toBe(good);
  });

  it('leaves none of a comparison that ends after it, nor of one that a backup brought back', async () => {
    const { dataDir, store, bad, good } = await corrected();
    const backup = await temporaryFolder();
    await cp(join(dataDir, 'changes'), backup, { recursive: true });
    await store.retract([bad], why);
    for (const [id, since] of [
      [good, bad],
      [bad, good],
    ] as const)
      await expect(store.keepChanges(id, since, `removed: ${CANARY}`)).rejects.toMatchObject({
        name: 'SnapshotRetracted',
      });
    expect(await filesWith(dataDir, CANARY)).toEqual([]);
    await cp(backup, join(dataDir, 'changes'), { recursive: true });
    await store.recover();
    expect(await filesWith(dataDir, CANARY)).toEqual([]);
  });

  it('is known to have been, by every reader of the store', async () => {
    const { dataDir, store, bad, good } = await corrected();
    const reader = openStore({ dataDir, engine: engine('memory'), fs: quickFs });
    await reader.remember();
    const open = await reader.open(bad);
    await store.retract([bad], why);
    for (const ask of ['open', 'manifest', 'verify', 'inspect', 'rollback'] as const)
      await expect(reader[ask](bad)).rejects.toMatchObject({ name: 'SnapshotRetracted' });
    await expect(reader.rollback(bad)).rejects.toThrow(/was retracted on \d{4}-\d\d-\d\d: endangers_person/);
    await expect(open.cells()).rejects.toMatchObject({ name: 'SnapshotDamaged' });
    expect(await reader.ids()).toEqual([good]);
    expect((await reader.list()).map(({ id }) => id)).toEqual([good]);
    expect(shownRetractions(await reader.retractions())).toEqual([
      { snapshot: bad, reason: 'endangers_person', at: expect.any(String) },
    ]);
    expect(await reader.lost()).toEqual([]);
    const log = (await readFile(join(dataDir, 'log.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it));
    expect(log.map(({ what, to }) => [what, to])).toEqual([
      ['published', bad],
      ['published', good],
      ['retracted', bad],
    ]);
    expect(log[2]).toMatchObject({ by: 'Aigul', note: 'endangers_person', records: { before: 2, after: 0 } });
  });

  it('is not the one that is served, nor one that never was', async () => {
    const { store, bad, good } = await corrected();
    await expect(store.retract([bad, good], why)).rejects.toThrow(
      /is what is served, and cannot be retracted before another is: publish an edition without it/,
    );
    await expect(store.retract([bad, '2012-01-01-0123456789abcdef'], why)).rejects.toMatchObject({
      name: 'SnapshotMissing',
    });
    expect((await store.verify(bad)).ok).toBe(true);
  });

  it('is not published again, with or without internal sources', async () => {
    const { store, bad } = await corrected();
    const open = await store.publish(
      await sampleDataset({ internal: false, created: '2012-11-01' }),
      readSample,
    );
    await store.publish(await datasetWithNote(null, '2012-10-01'), readWithNote);
    await store.retract([bad, open.ok ? open.id : ''], why);
    await expect(published(store, await datasetWithNote(CANARY))).rejects.toMatchObject({
      name: 'SnapshotRetracted',
    });
    const again = store.publish(await sampleDataset({ internal: false, created: '2012-11-01' }), readSample);
    await expect(again).rejects.toMatchObject({ name: 'SnapshotRetracted' });
  });

  it('is not served again by who has begun to return to it before', async () => {
    const { dataDir, store, bad, good } = await corrected();
    // While its bytes are compared, and before the lock is taken.
    const create: typeof quickFs.create = async (path, text) => {
      if (!(await store.retractions()).has(bad)) await store.retract([bad], why);
      return quickFs.create(path, text);
    };
    const slow = openStore({ dataDir, engine: engine('memory'), fs: { ...quickFs, create } });
    await expect(slow.rollback(bad)).rejects.toMatchObject({ name: 'SnapshotRetracted' });
    expect(await store.current()).toBe(good);
  });

  it('keeps its first tombstone, whatever reason is given later', async () => {
    const { dataDir, store, bad } = await corrected();
    await store.retract([bad], why);
    const before = await readFile(join(dataDir, 'retractions', `${bad}.json`), 'utf8');
    await store.retract([bad], { reason: 'other' });
    expect(await readFile(join(dataDir, 'retractions', `${bad}.json`), 'utf8')).toBe(before);
    expect((await readFile(join(dataDir, 'log.jsonl'), 'utf8')).match(/retracted/g)).toHaveLength(1);
  });

  it('is removed again where a backup brought it back', async () => {
    const { dataDir, store, bad } = await corrected();
    const backup = await temporaryFolder();
    await cp(join(dataDir, 'snapshots', bad), join(backup, bad), { recursive: true });
    await store.retract([bad], why);
    await cp(join(backup, bad), join(dataDir, 'snapshots', bad), { recursive: true });
    await expect(store.open(bad)).rejects.toMatchObject({ name: 'SnapshotRetracted' });
    await store.recover();
    expect(await filesWith(dataDir, CANARY)).toEqual([]);
  });

  it('stays retracted where its tombstone is damaged, which is said', async () => {
    const { dataDir, store, bad, good } = await corrected();
    await store.retract([bad], why);
    await writeFile(join(dataDir, 'retractions', `${bad}.json`), 'x');
    const reader = openStore({ dataDir, engine: engine('memory') });
    await expect(reader.open(bad)).rejects.toThrow(
      /its tombstone, .*, is not what was written; it stays retracted/,
    );
    expect(await reader.retractions()).toEqual(new Map([[bad, 'damaged']]));
    expect(await reader.ids()).toEqual([good]);
  });
});

describe('a record that is retracted', () => {
  it('is not published again, and its id cannot be guessed from what is kept', async () => {
    const { dataDir, store, bad } = await corrected();
    await store.retract([bad], { ...why, records: [{ dataset: 'sample', record: 'r-canary' }] });
    await expect(published(store, await datasetWithNote('other words', '2012-12-01'))).rejects.toThrow(
      'record r-canary was retracted and is not published again: take it out of the dataset',
    );
    const kept = JSON.parse(await readFile(join(dataDir, 'retractions', 'records.json'), 'utf8'));
    expect(kept).toEqual({
      format: 1,
      secret: expect.stringMatching(/^[0-9a-f]{64}$/),
      records: [
        { hash: expect.stringMatching(/^[0-9a-f]{64}$/), reason: 'endangers_person', at: expect.any(String) },
      ],
    });
    const other = await corrected();
    await other.store.retract([other.bad], { ...why, records: [{ dataset: 'sample', record: 'r-canary' }] });
    const elsewhere = JSON.parse(await readFile(join(other.dataDir, 'retractions', 'records.json'), 'utf8'));
    expect(elsewhere.records[0].hash).not.toBe(kept.records[0].hash);
  });
});

it('a snapshot that somebody removed without a tombstone is lost', async () => {
  const { dataDir, store, bad } = await corrected();
  await store.retract([], why);
  await rm(join(dataDir, 'snapshots', bad), { recursive: true });
  expect(await store.lost()).toEqual([bad]);
  await store.retract([bad], why);
  expect(await store.lost()).toEqual([]);
});

/** What can be seen of a retraction: nothing of it, or all. */
const untouched = { verify: 'sound', withheld: false, logged: 0, unfinished: [], canaries: true };
const retracted = {
  verify: 'SnapshotRetracted',
  withheld: true,
  logged: 1,
  unfinished: [],
  canaries: false,
};

async function stateOf(
  dataDir: string,
  store: ReturnType<typeof openStore>,
  id: string,
): Promise<typeof untouched> {
  const named = (error: Error) => error.name;
  const verify = await store.verify(id).then(({ ok }) => (ok ? 'sound' : 'damaged'), named);
  const canaries = (await filesWith(dataDir, CANARY, 'r-canary')).length > 0;
  const log = (await readFile(join(dataDir, 'log.jsonl'), 'utf8')).split('\n');
  const names = await readdir(dataDir, { recursive: true });
  const withheld = names.includes('retractions/records.json');
  // A line that was cut short is passed over.
  const logged = log.filter((line) => line.includes('"retracted"') && line.endsWith('}')).length;
  const unfinished = names.filter((name) => /unfinished|\.tmp-|lock/.test(name));
  return { verify, withheld, logged, unfinished: unfinished as never[], canaries };
}

it('that was cut short is carried out before a return to its snapshot, which it would undo later', async () => {
  const { dataDir: original, bad } = await corrected();
  const attempt = async (at: number) => {
    const dataDir = join(await temporaryFolder(), 'data');
    await cp(original, dataDir, { recursive: true });
    const faulty = createFaultyFs(at, 'from then on', 'EIO');
    const failing = openStore({ dataDir, engine: engine('memory'), fs: faulty.fs });
    await failing.retract([bad], why).catch((error: unknown) => error);
    return { dataDir, count: faulty.count() };
  };
  const { count } = await attempt(Number.POSITIVE_INFINITY);
  const outcomes = new Set<string>();
  for (let at = 1; at <= count; at++) {
    const { dataDir } = await attempt(at);
    const store = openStore({ dataDir, engine: engine('memory'), fs: quickFs });
    const outcome = await store.rollback(bad).then(
      () => 'served',
      (error: Error) => error.name,
    );
    outcomes.add(outcome);
    const served = await store.current();
    expect(served === bad).toBe(outcome === 'served');
    await store.recover();
    expect(await store.current()).toBe(served);
  }
  expect(outcomes).toEqual(new Set(['served', 'SnapshotRetracted']));
});

describe.each<Fault>(['once', 'crash'])('a retraction of which an operation fails (%s)', (fault) => {
  it('has happened whole or not at all when the store is opened again, whichever operation it is', async () => {
    const { dataDir: original, bad, good } = await corrected();
    const withheld = { ...why, records: [{ dataset: 'sample', record: 'r-canary' }] };
    const attempt = async (at: number) => {
      const dataDir = join(await temporaryFolder(), 'data');
      await cp(original, dataDir, { recursive: true });
      const faulty = createFaultyFs(at, fault, 'EIO');
      const failing = openStore({ dataDir, engine: engine('memory'), fs: faulty.fs });
      const outcome = await failing.retract([bad], withheld).then(
        () => 'done',
        () => 'failed',
      );
      if (fault === 'crash') faulty.losePower();
      return { dataDir, outcome, count: faulty.count() };
    };
    const { count } = await attempt(Number.POSITIVE_INFINITY);
    expect(count).toBeGreaterThan(20);
    for (let at = 1; at <= count; at++) {
      const { dataDir, outcome } = await attempt(at);
      const store = openStore({ dataDir, engine: engine('memory'), fs: quickFs });
      await store.recover();
      expect(await store.current()).toBe(good);
      const state = (await store.retractions()).has(bad) ? retracted : untouched;
      // What was said to be done is done.
      expect([state, retracted]).toContain(outcome === 'done' ? retracted : state);
      expect(await stateOf(dataDir, store, bad)).toEqual(state);
      expect(await store.lost()).toEqual([]);
    }
  });
});

describe.each<Fault>(['once', 'crash'])(
  'obeying the publisher of what is served, where an operation fails (%s)',
  (fault) => {
    it('serves it as before or nothing when the store is opened again, whichever operation it is', async () => {
      const { dataDir: original, bad, store: publisher } = await corrected();
      await publisher.rollback(bad);
      const told = [{ snapshot: bad, reason: 'endangers_person', at: '2026-11-29T10:00:00.000Z' } as const];
      const attempt = async (at: number) => {
        const dataDir = join(await temporaryFolder(), 'data');
        await cp(original, dataDir, { recursive: true });
        const faulty = createFaultyFs(at, fault, 'EIO');
        const failing = openStore({ dataDir, engine: engine('memory'), fs: faulty.fs });
        const outcome = await failing
          .acceptRetractions(told, { by: 'follow', statement: 'signed\n', after: null })
          .then(
            () => 'done',
            () => 'failed',
          );
        if (fault === 'crash') faulty.losePower();
        return { dataDir, outcome, count: faulty.count() };
      };
      const { count } = await attempt(Number.POSITIVE_INFINITY);
      for (let at = 1; at <= count; at++) {
        const { dataDir, outcome } = await attempt(at);
        const store = openStore({ dataDir, engine: engine('memory'), fs: quickFs });
        await store.recover();
        const isGone = (await store.retractions()).has(bad);
        expect(isGone || outcome === 'failed').toBe(true);
        expect(await store.current()).toBe(isGone ? null : bad);
        if (!isGone) continue;
        expect(await store.editions.statement()).toBe('signed\n');
        expect(await filesWith(dataDir, CANARY)).toEqual([]);
        await expect(store.open(bad)).rejects.toMatchObject({ name: 'SnapshotRetracted' });
      }
    });
  },
);

it('a copy obeys also where it served what was retracted, and what is served instead cannot be copied', async () => {
  const { dataDir, store, bad, good } = await corrected();
  const copy = join(await temporaryFolder(), 'copy');
  await store.rollback(bad);
  await copyBetween(dataDir, copy);
  await store.rollback(good);
  await store.retract([bad], why);
  const last = await published(store, await datasetWithNote('another', '2013-01-01'));
  const manifest = join(dataDir, 'snapshots', last, 'manifest.json');
  const sound = await readFile(manifest, 'utf8');
  await writeFile(manifest, '{}');
  await expect(copyBetween(dataDir, copy)).rejects.toMatchObject({ name: 'SnapshotDamaged' });
  const copied = openStore({ dataDir: copy, engine: engine('memory') });
  expect(await copied.current()).toBeNull();
  expect(await filesWith(copy, CANARY)).toEqual([]);
  await writeFile(manifest, sound);
  expect(await copyBetween(dataDir, copy)).toMatchObject({ current: last, copied: [last], retracted: [] });
  expect(await readFile(join(copy, 'log.jsonl'), 'utf8')).toBe(
    await readFile(join(dataDir, 'log.jsonl'), 'utf8'),
  );
});

it('a copy obeys: what was copied before is removed, and what is retracted is not copied', async () => {
  const { dataDir, store, bad, good } = await corrected();
  const [earlier, fresh] = [join(await temporaryFolder(), 'a'), join(await temporaryFolder(), 'b')];
  await copyBetween(dataDir, earlier);
  await store.retract([bad], { ...why, records: [{ dataset: 'sample', record: 'r-canary' }] });
  expect(await copyBetween(dataDir, earlier)).toMatchObject({ current: good, copied: [], retracted: [bad] });
  expect(await copyBetween(dataDir, fresh)).toMatchObject({
    current: good,
    copied: [good],
    retracted: [bad],
  });
  for (const copy of [earlier, fresh]) {
    expect(await filesWith(copy, CANARY, 'r-canary')).toEqual([]);
    const copied = openStore({ dataDir: copy, engine: engine('memory') });
    await expect(copied.open(bad)).rejects.toMatchObject({ name: 'SnapshotRetracted' });
    await expect(published(copied, await datasetWithNote('x', '2013-01-01'))).rejects.toThrow(
      'was retracted',
    );
    expect(await copyBetween(dataDir, copy)).toMatchObject({ copied: [], retracted: [] });
    expect(await readFile(join(copy, 'log.jsonl'), 'utf8')).toBe(
      await readFile(join(dataDir, 'log.jsonl'), 'utf8'),
    );
  }
  expect((await (await store.open(good)).records(everything)).records).toHaveLength(3);
});
