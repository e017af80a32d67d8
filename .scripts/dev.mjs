// pnpm dev: the API on 4321 and the dashboard on 4320, both reloading.
import { dataDir, ensureSnapshot } from './snapshot.mjs';
import { env, fail, install, run, serve } from './workspace.mjs';

install();
if (
  run('turbo', ['run', 'build', '--filter=@article21/cli', '--output-logs=errors-only', '--ui=stream']) !== 0
)
  fail('The build failed; the lines above say where.');
ensureSnapshot();

const apps = ['--filter=@article21/api', '--filter=@article21/dashboard'];
const options = { env: { ...env, DATA_DIR: dataDir } };
process.exit(await serve('turbo', ['run', 'dev', ...apps, '--ui=stream', '--env-mode=loose'], options));
