// npm start: install, build, publish the embedded dataset if nothing is published, serve.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env, fail, install, root, run, serve } from './workspace.mjs';

install();
if (
  run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=task', '--ui=stream'], quiet()) !==
  0
)
  fail('The build failed; the lines above say where.');

const dataDir = resolve(process.env.DATA_DIR || join(root, '.data'));
const cli = join(root, 'apps/cli/dist/article21.js');
const dataset = join(root, 'packages/dataset/data/kazakhstan-2012');
if (!existsSync(join(dataDir, 'current'))) {
  const status = run(process.execPath, [cli, 'publish', dataset, '--data', dataDir]);
  if (status !== 0) process.exit(status);
}

const server = join(root, 'apps/api/dist/server.js');
process.exit(await serve(process.execPath, [server], { env: { ...env, DATA_DIR: dataDir } }));

/** turbo says what it did on standard output, where the address is to be the last line; that is noise here. */
function quiet() {
  return { stdio: ['ignore', 'ignore', 'inherit'] };
}
