// pnpm bench: builds the command line and runs its benchmark; arguments are passed on.
import { join } from 'node:path';
import { fail, install, root, run } from './workspace.mjs';

install();
const build = ['run', 'build', '--filter=@article21/cli', '--output-logs=errors-only', '--ui=stream'];
// Standard output is the benchmark's alone: with --json it is one JSON array.
if (run('turbo', build, { stdio: ['ignore', 2, 2] }) !== 0)
  fail('The build failed; the lines above say where.');
const cli = join(root, 'apps/cli/dist/article21.js');
process.exit(run(process.execPath, [cli, 'bench', ...process.argv.slice(2)]));
