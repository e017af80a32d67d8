import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine, openStore } from '@article21/store';
import { decode } from 'fast-png';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from './fixture.ts';
import { publishKazakhstan } from './kazakhstan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside the package, because what is not bundled is found from there.
const outDir = join(root, '.test/bundle');
const data = await temporaryFolder();
let server: ReturnType<typeof spawn>;
let port = 0;

async function freePort(): Promise<number> {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await once(taken.close(), 'close');
  return port;
}

beforeAll(async () => {
  port = await freePort();
  await publishKazakhstan(openStore({ dataDir: data.path, engine: engine('duckdb') }));
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: data.path, PORT: String(port) };
  server = spawn(process.execPath, [join(outDir, 'server.js')], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve, reject) => {
    server.stdout?.once('data', resolve);
    server.once('exit', (code) => reject(new Error(`the built service ended with ${code}`)));
  });
}, 60_000);

afterAll(async () => {
  server.kill('SIGKILL');
  await data.remove();
});

it('the built service finds its fonts and libraries, and draws', async () => {
  const ask = (path: string) => fetch(`http://localhost:${port}${path}?measure=detentions&chart=map`);
  const drawing = await ask('/chart.svg');
  expect(drawing.status).toBe(200);
  expect(await drawing.text()).toContain('At least about 15 detentions');
  const image = await ask('/chart.png');
  expect(image.status).toBe(200);
  expect(decode(new Uint8Array(await image.arrayBuffer())).width).toBe(960);
});
