// Publishes the embedded dataset into a folder of its own and serves it, as `npm start` does.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const dataDir = mkdtempSync(join(tmpdir(), 'article21-browser-'));
const dataset = join(root, 'packages/dataset/data/kazakhstan-2012');
const cli = join(root, 'apps/cli/dist/article21.js');

const published = spawnSync(process.execPath, [cli, 'publish', dataset, '--data', dataDir], {
  stdio: 'inherit',
});
if (published.status !== 0) end(published.status ?? 1);

const server = spawn(process.execPath, [join(root, 'apps/api/dist/server.js')], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: dataDir },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => end(code ?? 0));

function end(status) {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(status);
}
