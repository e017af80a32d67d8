import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exits } from '../../src/command.ts';
import { useDesk } from '../datasets.ts';
import { createExport, makeSite } from './site.ts';

vi.mock('@article21/render', () => import('./quick-renderer.ts'));
const program = fileURLToPath(new URL('../../src/article21.ts', import.meta.url));
const heldPictures = fileURLToPath(new URL('held-pictures.cjs', import.meta.url));
const desk = useDesk();
const copyExport = createExport(desk);
const beside = () => readdirSync(desk.cwd).filter((name) => name.startsWith('.out.'));
const exported = () => desk.run('export', 'out', '--site', 'site');
const manifest = () => readFileSync(join(desk.cwd, 'out/manifest.json'), 'utf8');

/** Begins an export in a process of its own, and ends it in the midst of its files, where a picture never comes. */
async function interrupt(signal: NodeJS.Signals) {
  const argv = ['export', join(desk.cwd, 'out'), '--site', join(desk.cwd, 'site')];
  const node = ['--require', heldPictures, '--import', 'tsx', program];
  const child = spawn(process.execPath, [...node, ...argv, '--data', join(desk.cwd, '.data')], {
    cwd: join(program, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  expect(String(await once(child.stdout, 'data'))).toBe('held\n');
  const [folder = ''] = beside();
  expect(readdirSync(join(desk.cwd, folder))).toContain('index.html');
  child.kill(signal);
  return ended;
}

beforeEach(() => {
  makeSite(desk.cwd);
});

describe('an export that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves the one before as it was and nothing beside it',
    async (signal) => {
      await copyExport();
      const before = manifest();
      expect(await interrupt(signal)).toEqual([null, signal]);
      expect(beside()).toEqual([]);
      expect(manifest()).toBe(before);
    },
  );

  it('by a kill leaves what it wrote, which the next export clears up', async () => {
    await copyExport();
    expect(await interrupt('SIGKILL')).toEqual([null, 'SIGKILL']);
    const [left = ''] = beside();
    const [, machine, pid] = /^\.out\.new-(\w+)-(\d+)-\w+$/.exec(left) ?? [];
    expect(pid).toBeDefined();
    const others = [
      '.out.new-mine',
      `.out.new-00000000-${pid}-0123abcd`,
      `.out.new-${machine}-${process.ppid}-0123abcd`,
      `.output.new-${machine}-${pid}-0123abcd`,
    ];
    for (const name of others) mkdirSync(join(desk.cwd, name));
    expect((await exported()).exit).toBe(exits.done);
    expect(readdirSync(desk.cwd).filter((name) => name.startsWith('.out'))).toEqual(others.sort());
  });

  it('between its two renames gives the one before back, also where the next one fails', async () => {
    await copyExport();
    const before = manifest();
    await interrupt('SIGKILL');
    const [left = ''] = beside();
    renameSync(join(desk.cwd, 'out'), join(desk.cwd, left.replace('.new-', '.old-')));
    expect((await desk.run('export', 'out', '--site', 'site', '--snapshot', 'none')).exit).toBe(exits.usage);
    expect((await exported()).exit).toBe(exits.done);
    expect(beside()).toEqual([]);
    expect(manifest()).toBe(before);
  });
});
