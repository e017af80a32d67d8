import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { engine, openStore } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

/** The line of the child after which it is killed, and how many milliseconds later. */
const moments = [
  ['copying', 0],
  ['reading', 0],
  ['reading', 30],
  ['saving', 0],
  ['checking', 0],
  ['checking', 5],
  ['done', 0],
] as const;

it.each(moments)(
  'a publisher killed after "%s" (%i ms) leaves the old snapshot or the new one',
  async (stage, delay) => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir, engine: engine('duckdb') });
    const first = await store.publish(await sampleDataset({ records: 2 }), readSample);
    const newer = await sampleDataset({ records: 3000, created: '2012-10-01' });
    await killDuring(stage, delay, [dataDir, newer, 'duckdb']);

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
  const script = join(import.meta.dirname, '..', 'publishing-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
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
