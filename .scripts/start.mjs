// npm start: install, build, publish the embedded dataset if nothing is published, serve.
import { join } from 'node:path';
import { dataDir, ensureSnapshot } from './snapshot.mjs';
import { env, fail, install, root, run, serve } from './workspace.mjs';

install();
// turbo reports on standard output, whose last line is to be the address; what goes wrong it says there too.
if (
  run('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], { stdio: ['ignore', 2, 2] }) !==
  0
)
  fail('The build failed; the lines above say where.');
ensureSnapshot();

const server = join(root, 'apps/api/dist/server.js');
process.exit(await serve(process.execPath, [server], { env: { ...env, DATA_DIR: dataDir } }));
