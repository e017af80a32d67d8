import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';
import { useFewPages } from './export/few-pages.ts';
import { createExport, makeSite } from './export/site.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
// Inside the package, because what is not bundled is found from there.
const outDir = join(folder, '.test/built/cli/dist');
const program = join(outDir, 'article21.js');

/** Only what is beside the target of an export, without the time that loading all else takes. */
const input = { 'held-folder': join(folder, 'test/export/held-folder.ts') };

// To build it once takes less than to have each process compile its sources.
beforeAll(() =>
  build({
    root: folder,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  }),
);

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

describe('an export that is interrupted', () => {
  useFewPages();
  const desk = useDesk();
  const copyExport = createExport(desk);
  const beside = () => readdirSync(desk.cwd).filter((name) => name.startsWith('.out.'));
  const exported = () => desk.run('export', 'out', '--site', 'site');
  const manifest = () => readFileSync(join(desk.cwd, 'out/manifest.json'), 'utf8');

  beforeEach(() => void makeSite(desk.cwd));

  /** The whole program, which stops at a picture that never comes. */
  const heldProgram = () => {
    const at = (name: string) => join(desk.cwd, name);
    const argv = ['export', at('out'), '--site', at('site'), '--data', at('.data')];
    return ['--require', join(folder, 'test/export/held-pictures.cjs'), program, ...argv];
  };
  const heldFolder = () => [join(outDir, 'held-folder.js'), join(desk.cwd, 'out')];

  /** Begins an export in a process of its own, and ends it in the midst of its files. */
  async function interrupt(argv: readonly string[], signal: NodeJS.Signals, stranger?: string) {
    const child = spawn(process.execPath, argv, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    expect(String(await once(child.stdout, 'data'))).toBe('held\n');
    const [left = ''] = beside();
    expect(readdirSync(join(desk.cwd, left))).toContain('index.html');
    if (stranger !== undefined) writeFileSync(join(desk.cwd, left, stranger), 'work');
    child.kill(signal);
    return ended;
  }

  it.each([
    ['SIGINT', heldProgram],
    ['SIGTERM', heldFolder],
    ['SIGHUP', heldFolder],
  ] as const)('by %s leaves the one before as it was and nothing beside it', async (signal, held) => {
    await copyExport();
    const before = manifest();
    expect(await interrupt(held(), signal)).toEqual([null, signal]);
    expect(beside()).toEqual([]);
    expect(manifest()).toBe(before);
  });

  it('by a signal leaves what somebody else put into its folder', async () => {
    expect(await interrupt(heldFolder(), 'SIGTERM', 'thesis.doc')).toEqual([null, 'SIGTERM']);
    const [left = ''] = beside();
    expect(readdirSync(join(desk.cwd, left)).sort()).toEqual(['.article21-writing', 'thesis.doc']);
  });

  it('by a kill leaves what it wrote, which the next export clears up', async () => {
    await copyExport();
    expect(await interrupt(heldFolder(), 'SIGKILL')).toEqual([null, 'SIGKILL']);
    const [left = ''] = beside();
    const [, machine, pid, started] = /^\.out\.new-(\w+)-(\d+)-(\d+)-\w+$/.exec(left) ?? [];
    expect(pid).toBeDefined();
    const others = [
      '.out.new-mine',
      `.out.new-00000000-${pid}-${started}-0123abcd`,
      `.out.new-${machine}-${process.ppid}-0-0123abcd`,
      `.output.new-${machine}-${pid}-${started}-0123abcd`,
    ];
    // A living process has the id of the one that left it, which began at another time.
    const reused = `.out.new-${machine}-${process.ppid}-1-0123abcd`;
    for (const name of [...others, reused]) mkdirSync(join(desk.cwd, name));
    expect((await exported()).exit).toBe(exits.done);
    expect(readdirSync(desk.cwd).filter((name) => name.startsWith('.out'))).toEqual(others.sort());
  });

  it('between its two renames gives the one before back, also where the next one fails', async () => {
    await copyExport();
    const before = manifest();
    expect(await interrupt(heldFolder(), 'SIGKILL')).toEqual([null, 'SIGKILL']);
    const [left = ''] = beside();
    renameSync(join(desk.cwd, 'out'), join(desk.cwd, left.replace('.new-', '.old-')));
    expect((await desk.run('export', 'out', '--site', 'site', '--snapshot', 'none')).exit).toBe(exits.usage);
    expect((await exported()).exit).toBe(exits.done);
    expect(beside()).toEqual([]);
    expect(manifest()).toBe(before);
  });
});
