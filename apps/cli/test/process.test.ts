import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
// Inside the package, because what is not bundled is found from there.
const outDir = join(folder, '.test/built/cli/dist');
const program = join(outDir, 'article21.js');

// To build it once takes less than to have each process compile its sources.
beforeAll(() => build({ root: folder, logLevel: 'error', build: { outDir, emptyOutDir: true } }));

/** Runs a line of shell in which `article21` is the program, in a process of its own. */
function shell(line: string) {
  const script = `article21() { ${JSON.stringify(process.execPath)} ${JSON.stringify(program)} "$@"; }\n${line}`;
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
}

describe('the program in a process of its own', () => {
  it('ends with the exit code of its command', () => {
    const version = shell('article21 --version');
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(version.status).toBe(exits.done);
    const { status, stdout, stderr } = shell('article21 nonsense');
    expect([status, stdout]).toEqual([exits.usage, '']);
    expect(stderr).toMatch(/^article21: unknown command: nonsense/);
  });

  it('does not mind a reader that stops reading', () => {
    const { stdout, stderr } = shell('article21 help | { exec <&-; }; echo $PIPESTATUS');
    expect([stdout, stderr]).toEqual([`${exits.done}\n`, '']);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'says when its answer cannot be written (where it is skipped: run it where there is a /dev/full)',
    () => {
      const { status, stderr } = shell('article21 help > /dev/full');
      expect(status).toBe(exits.failed);
      expect(stderr).toMatch(/^article21: standard output cannot be written: .*\n$/);
    },
  );

  it.skipIf(!existsSync('/proc/self/cmdline'))(
    'does not show others the password of a database (where it is skipped: run it on Linux)',
    async () => {
      // A database that never answers.
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const address = `postgres://me:hunter2@127.0.0.1:${port}/x`;
      for (const argv of [
        ['copy', address, 'nowhere'],
        ['snapshots', '--data', address],
        ['snapshots', `--data=${address}`],
        ['snapshots', '--data', `postgres://127.0.0.1:${port}/x?password=hunter2`],
      ]) {
        const child = spawn(process.execPath, [program, ...argv], { cwd: folder });
        await once(server, 'connection');
        const shown = readFileSync(`/proc/${child.pid}/cmdline`, 'latin1');
        child.kill('SIGKILL');
        await once(child, 'exit');
        expect(shown.replaceAll('\0', '')).toBe('article21');
      }
      server.close();
    },
  );
});
