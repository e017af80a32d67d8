// Builds the program and runs one of the dashboard's scripts, which drive a Chromium.
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { env, fail, install, root, run } from './workspace.mjs';

/** Ends the program with the script's exit code; arguments are passed on. */
export function runInBrowser(script) {
  install();
  const CHROMIUM_PATH = chromium();
  const apps = ['api', 'cli', 'dashboard'].map((app) => `--filter=@article21/${app}`);
  const build = ['run', 'build', ...apps, '--output-logs=errors-only', '--ui=stream'];
  // Standard output is the script's alone: with --json it is one JSON value.
  if (run('turbo', build, { stdio: ['ignore', 2, 2] }) !== 0)
    fail('The build failed; the lines above say where.');
  const args = ['--import', 'tsx', `bench/${script}.ts`, ...process.argv.slice(2)];
  process.exit(
    run(process.execPath, args, { cwd: join(root, 'apps/dashboard'), env: { ...env, CHROMIUM_PATH } }),
  );
}
