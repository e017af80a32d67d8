import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';

const workspace = new URL('../../../.scripts/workspace.mjs', import.meta.url).href;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serving-'));
  const server = 'console.log(process.pid); setInterval(() => {}, 1_000)';
  const script = `import { serve } from '${workspace}';
    process.exit(await serve(process.execPath, ['-e', ${JSON.stringify(server)}]));`;
  writeFileSync(join(folder, 'start.mjs'), script);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('what npm started ends when npm is told to end, though npm tells only its shell', async () => {
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${join(folder, 'start.mjs')}"; true`], { env });
  const [said] = await once(shell.stdout, 'data');
  const server = Number(String(said));
  shell.kill('SIGTERM');
  onTestFinished(() => {
    if (isRunning(server)) process.kill(server, 'SIGKILL');
  });
  // Closed once nobody is left who could write to it.
  await once(shell.stdout, 'close');
  expect(isRunning(server)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
