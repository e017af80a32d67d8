import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as processes from '@article21/store/process';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { beginChange, finishChange } from '../src/commit.ts';

// What a kill does at each step that a change makes on the disk: that step is done by half or not at all, and none after it.
const kill = { at: Number.POSITIVE_INFINITY, half: false, steps: 0 };

beforeAll(() => {
  const real = { ...promises };
  const stepped =
    <A extends unknown[], R>(step: (...args: A) => Promise<R>, half?: (...args: A) => Promise<unknown>) =>
    async (...args: A): Promise<R> => {
      kill.steps += 1;
      if (kill.steps < kill.at) return step(...args);
      if (kill.steps === kill.at && kill.half) await half?.(...args);
      throw Object.assign(new Error('the process was killed'), { code: 'KILLED' });
    };
  Object.assign(promises, {
    copyFile: stepped(real.copyFile),
    link: stepped(real.link),
    mkdir: stepped(real.mkdir),
    // Syncing is slow, and a kill loses nothing that was not synced.
    open: async () => ({ sync: async () => {}, close: async () => {} }),
    rename: stepped(real.rename),
    // The first half of what is in a folder, or the folder without its last part.
    rm: stepped(real.rm, async (path) => {
      const names = (await real.readdir(String(path)).catch(() => [])).sort();
      for (const name of names.slice(0, Math.ceil(names.length / 2)))
        await real.rm(join(String(path), name), { recursive: true });
    }),
    writeFile: stepped(real.writeFile, async (file, data) => {
      await real.writeFile(file, String(data).slice(0, String(data).length / 2));
    }),
  });
  syncBuiltinESMExports();
  // Nobody is at work but the one who is asked: whoever came before was killed.
  const ended = vi.spyOn(processes, 'hasEnded').mockReturnValue(true);
  return () => {
    ended.mockRestore();
    Object.assign(promises, real);
    syncBuiltinESMExports();
  };
});

let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'article21-crash-'));
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

const names = ['a.csv', 'b.csv', 'sources/c.txt', 'sources/d.txt'];
/** What a change removes. */
const GONE = 'policy.json';

/** All that there is beside and in the folder, hidden ones too. */
function everything(folder: string): Record<string, string> {
  const files = readdirSync(dirname(folder), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dirname(folder).length + 1), entry.isFile() ? readFileSync(path, 'utf8') : 'folder'];
    }),
  );
}

/** Makes one change, of all files, one of which goes, to the end or to the step at which the process is killed. */
async function change(folder: string, killedAt = Number.POSITIVE_INFINITY, half = false): Promise<number> {
  Object.assign(kill, { at: killedAt, half, steps: 0 });
  try {
    const { staged, commit } = await beginChange(folder);
    mkdirSync(join(staged, 'sources'), { recursive: true });
    for (const name of names) {
      rmSync(join(staged, name), { force: true });
      writeFileSync(join(staged, name), 'after');
    }
    rmSync(join(staged, GONE), { force: true });
    await commit([...names, GONE]);
  } catch (error) {
    if (killedAt === Number.POSITIVE_INFINITY) throw error;
  }
  return kill.steps;
}

/** Ends what was interrupted, or is killed over it as well. */
async function finish(folder: string, killedAt = Number.POSITIVE_INFINITY, half = false): Promise<number> {
  Object.assign(kill, { at: killedAt, half, steps: 0 });
  const ended = finishChange(folder);
  await (killedAt === Number.POSITIVE_INFINITY ? ended : ended.catch(() => {}));
  return kill.steps;
}

function fresh(isNew: boolean): string {
  const folder = join(at, 'all', 'data');
  rmSync(dirname(folder), { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  if (isNew) return folder;
  mkdirSync(join(folder, 'sources'), { recursive: true });
  for (const name of [...names.slice(0, 3), GONE]) writeFileSync(join(folder, name), 'before');
  return folder;
}

it.each([
  ['a folder', false],
  ['a new folder', true],
])('leaves %s as before or as after, and nothing else, wherever a kill comes', async (_, isNew) => {
  const folder = fresh(isNew);
  const before = everything(folder);
  const steps = await change(folder);
  const after = everything(folder);
  expect(steps).toBeGreaterThan(5);
  const seen = new Set<string>();
  for (const half of [false, true])
    for (let killedAt = 1; killedAt <= steps; killedAt += 1) {
      await change(fresh(isNew), killedAt, half);
      const again = await finish(folder);
      const found = everything(folder);
      expect([before, after]).toContainEqual(found);
      seen.add(JSON.stringify(found));
      // Who ends it may be killed too.
      for (let second = 1; second <= again; second += 1) {
        await change(fresh(isNew), killedAt, half);
        await finish(folder, second, half);
        await finish(folder);
        expect(everything(folder)).toEqual(found);
      }
    }
  expect([...seen].sort()).toEqual([JSON.stringify(before), JSON.stringify(after)].sort());
});
