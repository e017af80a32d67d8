import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, exits } from '../command.ts';
import { failure } from '../failure.ts';

/** The desk as it was built, seen from this file and from the built program alike. */
const program = fileURLToPath(new URL('../../desk/dist/server.js', import.meta.url));

export const desk: Command = {
  name: 'desk',
  summary: 'open a page on this machine on which tables are brought into a folder and published',
  parameters: [
    {
      name: '<folder>',
      description: 'the folder of the dataset (default: my-dataset); a new one is made',
      required: false,
    },
  ],
  options: {
    port: { value: '<n>', description: 'where it answers, on this machine alone (default: 4322)' },
  },
  async run(call) {
    if (!existsSync(program))
      throw failure(exits.failed, 'not_built', 'the desk is not built: run `npm run build` first');
    const folder = call.path(call.args[0] ?? 'my-dataset');
    const { io, dataDir, storeUrl } = call;
    const port = call.value('port') ?? '4322';
    const env = { ...io.env, DATA_DIR: dataDir, STORE_URL: storeUrl ?? '', PORT: port };
    const child = spawn(process.execPath, [program, folder], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // The terminal ends both at once: this one waits, and says nothing of it.
    const stop = () => void child.kill('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0 && code !== null)
      throw failure(exits.failed, 'failed', `the desk ended with exit code ${code}`);
    return { exit: exits.done, json: { ok: true, command: 'desk' }, text: [] };
  },
};
