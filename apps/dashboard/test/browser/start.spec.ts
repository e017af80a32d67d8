import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@article21/conventions/free-port';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** What `npm start` runs, in a process group of its own, as in a terminal. npm itself dies of the signal. */
function start(dataDir: string, port: number) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), BASE_URL: '' };
  const child = spawn(process.execPath, ['.scripts/start.mjs'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const lastLine = () => output.trimEnd().split('\n').at(-1);
  return { child, lastLine, output: () => output };
}

/** Ctrl-C: a terminal sends SIGINT to the whole group. Answers the exit code of `npm start`. */
function interrupt(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  process.kill(-(child.pid as number), 'SIGINT');
  return ended;
}

test('npm start publishes once, prints the address last, and Ctrl-C ends it cleanly', async ({ request }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'article21-start-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  try {
    for (const publishes of [true, false]) {
      const { child, lastLine, output } = start(dataDir, port);
      await expect.poll(lastLine, { timeout: 600_000 }).toBe(address);
      expect(output().includes('is published and served')).toBe(publishes);
      expect(await (await request.get(`${address}/`)).text()).toContain('At least about 15 detentions');
      expect((await request.get(`${address}/api/v1/counts`)).status()).toBe(200);
      expect(await interrupt(child)).toBe(0);
      await expect.poll(() => request.get(`${address}/healthz`).catch(() => 'refused')).toBe('refused');
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
