import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '@article21/conventions/free-port';
import type { Page } from '@playwright/test';

const cli = fileURLToPath(new URL('../../../cli/dist/article21.js', import.meta.url));

/** Starts the desk in a folder of its own, opens it by its link, and ends both. `folder` is where `data` comes to be. */
export async function withDesk(page: Page, story: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-desk-'));
  const port = String(await freePort());
  const child = spawn(process.execPath, [cli, 'desk', 'data', '--port', port, '--data', '.data'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('http')) {
        await page.goto(line);
        break;
      }
    await story(folder);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}
