import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnerTag, releaseOwnerTag } from '../src/owner-tag.ts';
import { withScratch } from '../src/scratch.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'article21-parent-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('a scratch folder is its owner’s alone, and gone when the work is done or fails', async () => {
  const used = await withScratch(async (folder) => {
    writeFileSync(join(folder, 'internal.txt'), 'words');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    return folder;
  }, parent);
  expect(existsSync(used)).toBe(false);
  const failed = withScratch(async () => Promise.reject(new Error('full')), parent);
  await expect(failed).rejects.toThrow('full');
  expect(readdirSync(parent)).toEqual([]);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s in the midst of the work removes it first',
  async (signal) => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    await withScratch(async (folder) => {
      writeFileSync(join(folder, 'internal.txt'), 'words');
      process.emit(signal, signal);
      expect(existsSync(folder)).toBe(false);
      expect(kill).toHaveBeenCalledWith(process.pid, signal);
    }, parent);
    kill.mockRestore();
    expect(process.listenerCount(signal)).toBe(0);
  },
);

it('what a killed process left is removed the next time, and nothing else', async () => {
  const killed = createOwnerTag();
  releaseOwnerTag(killed);
  const atWork = createOwnerTag();
  for (const name of [killed, atWork, 'of-somebody-else'])
    mkdirSync(join(parent, `article21-scratch-${name}`));
  await withScratch(async () => {}, parent);
  expect(readdirSync(parent).sort()).toEqual(
    [`article21-scratch-${atWork}`, 'article21-scratch-of-somebody-else'].sort(),
  );
  releaseOwnerTag(atWork);
});

it('a link that somebody put there in the name of a killed process keeps nobody from working, and is not followed', async () => {
  const own = join(parent, 'own');
  mkdirSync(own);
  for (const to of [join(parent, 'nowhere'), own]) {
    const mark = createOwnerTag();
    releaseOwnerTag(mark);
    symlinkSync(to, join(parent, `article21-scratch-${mark}`));
  }
  await withScratch(async () => {}, parent);
  expect(existsSync(own)).toBe(true);
  expect(readdirSync(parent)).toHaveLength(3);
});
