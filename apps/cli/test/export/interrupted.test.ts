import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { useDesk } from '../datasets.ts';
import { useFewPages } from './few-pages.ts';
import { createExport, makeSite } from './site.ts';

useFewPages();
const program = fileURLToPath(new URL('../../src/article21.ts', import.meta.url));
const folderAlone = fileURLToPath(new URL('held-folder.ts', import.meta.url));
const tsconfig = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));
const heldPictures = fileURLToPath(new URL('held-pictures.cjs', import.meta.url));
const desk = useDesk();
const copyExport = createExport(desk);
const beside = () => readdirSync(desk.cwd).filter((name) => name.startsWith('.out.'));
const exported = () => desk.run('export', 'out', '--site', 'site');
const manifest = () => readFileSync(join(desk.cwd, 'out/manifest.json'), 'utf8');

/** The whole program, which stops at a picture that never comes. */
const heldProgram = () => {
  const at = (name: string) => join(desk.cwd, name);
  const argv = ['export', at('out'), '--site', at('site'), '--data', at('.data')];
  return ['--require', heldPictures, '--import', 'tsx', program, ...argv];
};
/** Only what is beside the target, without the time that loading all else takes. */
const heldFolder = () => ['--import', 'tsx', folderAlone, join(desk.cwd, 'out')];

/** Begins an export in a process of its own, and ends it in the midst of its files. */
async function interrupt(argv: readonly string[], signal: NodeJS.Signals, stranger?: string) {
  const child = spawn(process.execPath, argv, {
    cwd: join(program, '../..'),
    // That of this package alone does not say how the views of another are compiled.
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  expect(String(await once(child.stdout, 'data'))).toBe('held\n');
  const [folder = ''] = beside();
  expect(readdirSync(join(desk.cwd, folder))).toContain('index.html');
  if (stranger !== undefined) writeFileSync(join(desk.cwd, folder, stranger), 'work');
  child.kill(signal);
  return ended;
}

beforeEach(() => {
  makeSite(desk.cwd);
});

describe('an export that is interrupted', () => {
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
    const [folder = ''] = beside();
    expect(readdirSync(join(desk.cwd, folder)).sort()).toEqual(['.article21-writing', 'thesis.doc']);
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
