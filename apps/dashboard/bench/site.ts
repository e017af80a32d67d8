import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@article21/conventions/free-port';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const cli = join(root, 'apps/cli/dist/article21.js');
const server = join(root, 'apps/api/dist/server.js');

/** The folder of the dataset that the program comes with. */
export const embedded = join(root, 'packages/dataset/data/kazakhstan-2012');

/** The built program, serving from a data folder of its own. */
export interface Site {
  /** Without a slash at its end. */
  address: string;
  /** Runs the command line on the site's data; answers its exit code and all it said. */
  article21(...args: string[]): { status: number | null; said: string };
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Publishes a dataset with the built command line and serves it with the built server, under a path such as `/kz` where
 * one is given. Throws what either says.
 */
export async function startSite(dataset: string, path = ''): Promise<Site> {
  const dataDir = await mkdtemp(join(tmpdir(), 'article21-site-'));
  const article21 = (...args: string[]) => {
    const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, ...args, '--data', dataDir],
      options,
    );
    return { status, said: stdout + stderr };
  };
  const remove = () => rm(dataDir, { recursive: true, force: true });
  const { status, said } = article21('publish', dataset);
  if (status !== 0) {
    await remove();
    throw new Error(`could not publish ${dataset}: ${said}`);
  }
  const address = `http://localhost:${await freePort()}${path}`;
  const child = await serve(address, dataDir);
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await remove();
  };
  return { address, article21, stop };
}

async function serve(address: string, dataDir: string): Promise<ChildProcess> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: new URL(address).port, BASE_URL: address };
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => chunk.includes(address) && resolve());
  });
  return child;
}
