import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type DurableFs, engine, isStoreBusy, nodeFs, openStore } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

const dead = () =>
  JSON.stringify({ pid: spawnSync(process.execPath, ['--version']).pid, host: hostname(), token: 'x' });

/** Publishers of one folder, and how many of them were at work at once. */
async function publishers() {
  const dataDir = await temporaryFolder();
  const dataset = await sampleDataset();
  await openStore({ dataDir, engine: engine('memory') }).publish(dataset, readSample);
  const at = { once: 0, most: 0 };
  const publish = async (fs: DurableFs = nodeFs, during = async () => {}) => {
    const read: typeof readSample = async (...args) => {
      at.once += 1;
      at.most = Math.max(at.most, at.once);
      await during();
      at.once -= 1;
      return readSample(...args);
    };
    return openStore({ dataDir, engine: engine('memory'), fs })
      .publish(dataset, read)
      .then(
        () => 'published',
        (error: unknown) => (isStoreBusy(error) ? 'busy' : String(error)),
      );
  };
  return { dataDir, at, publish };
}

it('that is left over is taken by one alone, also where others come between any two of its steps', async () => {
  const { dataDir, at, publish } = await publishers();
  await writeFile(join(dataDir, 'lock'), dead());
  const others: Promise<string>[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  /** Another one, who is at it for as long as everybody else or is refused at once. */
  const another = async () => {
    const outcome = new Promise<string>((resolve) => {
      const begun = async () => {
        resolve('at work');
        await held;
      };
      others.push(
        publish(nodeFs, begun).then((it) => {
          resolve(it);
          return it;
        }),
      );
    });
    await outcome;
  };
  const fs: DurableFs = {
    ...nodeFs,
    async rename(from, to) {
      const isOfLock = [from, to].some((path) => path === join(dataDir, 'lock'));
      if (isOfLock) await another();
      await nodeFs.rename(from, to);
      if (isOfLock) await another();
    },
  };
  const first = await publish(fs);
  letGo();
  const outcomes = [first, ...(await Promise.all(others))];
  expect(at.most).toBe(1);
  expect(outcomes.filter((it) => it === 'published')).toHaveLength(1);
  expect(outcomes.filter((it) => it === 'busy')).toHaveLength(outcomes.length - 1);
  expect((await readdir(dataDir)).sort()).toEqual(['current', 'log.jsonl', 'snapshots']);
});

it('that is left over is taken also where others have ended while they took it', async () => {
  const { dataDir, publish } = await publishers();
  await writeFile(join(dataDir, 'lock'), dead());
  // The last step never comes: as by a kill in its place.
  for (let times = 0; times < 3; times++) {
    const fs: DurableFs = {
      ...nodeFs,
      rename: () => Promise.reject(new Error('killed')),
      remove: () => Promise.reject(new Error('killed')),
    };
    expect(await publish(fs)).toContain('killed');
  }
  expect((await readdir(dataDir)).filter((name) => name.startsWith('lock.tmp-'))).not.toEqual([]);
  expect(await publish()).toBe('published');
  expect((await readdir(dataDir)).sort()).toEqual(['current', 'log.jsonl', 'snapshots']);
});
