// Publishes the embedded dataset into a folder of its own and serves it, as `npm start` does; and as an exported site,
// which a server of files has under a path.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './static-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'article21-browser-'));
const dataDir = join(folder, 'data');
const mirror = join(folder, 'mirror');
const dataset = join(root, 'packages/dataset/data/kazakhstan-2012');

article21('publish', dataset);
article21('export', mirror);
const { pathname, port } = new URL(process.env.MIRROR_URL);
const files = serveFolder(mirror, pathname, Number(port));

const server = spawn(process.execPath, [join(root, 'apps/api/dist/server.js')], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: dataDir },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => {
  files.close();
  end(code ?? 0);
});

function article21(...argv) {
  const cli = join(root, 'apps/cli/dist/article21.js');
  const { status } = spawnSync(process.execPath, [cli, ...argv, '--data', dataDir], { stdio: 'inherit' });
  if (status !== 0) end(status ?? 1);
}

function end(status) {
  rmSync(folder, { recursive: true, force: true });
  process.exit(status);
}
