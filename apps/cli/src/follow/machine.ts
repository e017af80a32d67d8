import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exits } from '../command.ts';
import { failure } from '../failure.ts';
import { ask } from './ask.ts';
import type { Net } from './origin.ts';

/** What `follow` takes from the machine. */
export interface Machine extends Net {
  /** Starts the server of the store that `env` names; what it answers ends it. `over` is told when it ended by itself. */
  startServer(env: NodeJS.ProcessEnv, over: (code: number | null) => void): () => void;
}

/** The service as it was built, seen from this file and from the built program alike. */
const program = fileURLToPath(new URL('../../api/dist/server.js', import.meta.url));

/** This machine, and the process that this is. */
export function thisMachine(): Machine {
  return {
    fetch: ask,
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    ended: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
    startServer(env, over) {
      if (!existsSync(program))
        throw failure(exits.failed, 'not_built', 'the server is not built: run `npm run build` first');
      const child = spawn(process.execPath, [program], {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child.once('exit', over);
      return () => void child.kill('SIGTERM');
    },
  };
}
