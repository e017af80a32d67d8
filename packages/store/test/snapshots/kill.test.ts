import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { engine, openStore } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

const root = join(import.meta.dirname, '../..');
// Inside the package, because what is not bundled is found from there.
const outDir = join(root, '.test/built');

// To build it once takes less than to have each process compile its sources.
beforeAll(() =>
  build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: { ssr: 'test/publishing-child.ts', outDir, emptyOutDir: true, target: 'node20' },
    ssr: { noExternal: true, external: ['@duckdb/node-api', 'pg', 'pg-copy-streams', 'vitest'] },
  }),
);

/** The engine, the line of the child after which it is killed, and how many milliseconds later. One has files of its own. */
const moments = [
  ['memory', 'copying', 0],
  ['memory', 'reading', 0],
  ['duckdb', 'reading', 30],
  ['duckdb', 'saving', 0],
  ['memory', 'checking', 0],
  ['duckdb', 'checking', 5],
  ['memory', 'done', 0],
] as const;

it.each(moments)(
  'a publisher (%s) killed after "%s" (%i ms) leaves the old snapshot or the new one',
  async (engineId, stage, delay) => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir, engine: engine(engineId) });
    const first = await store.publish(await sampleDataset({ records: 2 }), readSample);
    const newer = await sampleDataset({ records: 3000, created: '2012-10-01' });
    await killDuring(stage, delay, [dataDir, newer, engineId]);

    const served = (await store.current()) ?? '';
    expect((await store.verify(served)).problems).toEqual([]);
    // A kill is seldom as quick as asked for, but whoever read "done" has the new one.
    const old = first.ok ? first.id : null;
    expect([stage === 'done', served === old]).not.toEqual([true, true]);
    const again = await store.publish(newer, readSample);
    expect(again).toMatchObject({ ok: true, id: await store.current() });
    expect(await store.recover()).toEqual([]);
    expect((await readdir(join(dataDir, 'snapshots'))).filter((name) => name.startsWith('tmp-'))).toEqual([]);
    expect((await readdir(dataDir)).sort()).toEqual(['current', 'log.jsonl', 'snapshots']);
  },
);

async function killDuring(stage: string, delay: number, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(outDir, 'publishing-child.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line === stage) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  await exited;
  expect(lines).toContain(stage);
}
