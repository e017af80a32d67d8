// npm run article21 -- <command>: the command line, which is installed and built first where it is not yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, install, root, run } from './workspace.mjs';

const program = join(root, 'apps/cli/dist/article21.js');
if (!existsSync(program)) {
  install();
  // Standard output is the command's own, whose JSON may be read by another program.
  const options = { stdio: ['ignore', 2, 2] };
  if (run('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], options) !== 0)
    fail('The build failed; the lines above say where.');
}
await import(pathToFileURL(program).href);
