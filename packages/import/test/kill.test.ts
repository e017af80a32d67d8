import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { finishChange } from '../src/commit.ts';

/** After which change of the child, and how many milliseconds later. `pnpm kills` does the same with the whole programs, 200 times. */
const moments = [
  [1, 0],
  [3, 5],
] as const;

it('is exactly as before or exactly as after each change, however often the process that makes them is killed', async () => {
  const at = mkdtempSync(join(tmpdir(), 'article21-kill-'));
  const folder = join(at, 'data');
  const files = ['a.csv', 'b.csv', 'sources/c.txt'];
  try {
    mkdirSync(join(folder, 'sources'), { recursive: true });
    for (const file of files) writeFileSync(join(folder, file), '0');
    let last = 0;
    for (const [changes, delay] of moments) {
      const done = await killed(folder, last, { changes, delay });
      await finishChange(folder);
      const [first = '', ...others] = files.map((file) => readFileSync(join(folder, file), 'utf8'));
      expect(others).toEqual([first, first]);
      // What was said to be done is there.
      expect(Number(first)).toBeGreaterThanOrEqual(done);
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv', 'sources']);
      expect(existsSync(join(folder, '.article21-change'))).toBe(false);
      last = Number(first);
    }
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
});

/** Starts changes from a number on, kills their process after some of them, and answers the last that it said was done. */
async function killed(folder: string, from: number, after: { changes: number; delay: number }) {
  const script = join(import.meta.dirname, 'changing-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(from)], {
    // From here `tsx` is found, wherever the tests are run.
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let done = from;
  for await (const line of createInterface(child.stdout)) {
    done = Number(line);
    if (done === from + after.changes) void wait(after.delay).then(() => child.kill('SIGKILL'));
  }
  await exited;
  expect(done).toBeGreaterThanOrEqual(from + after.changes);
  return done;
}
