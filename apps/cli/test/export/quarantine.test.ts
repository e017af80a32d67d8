import fs, {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeListed } from '../../src/export/replaced.ts';
import { stampOf } from '../../src/stamp.ts';

/** What somebody does right after a file was looked at, and before anything is done to it. */
const between = { does: () => {} };
const look = fs.lstatSync;
beforeAll(() => {
  const seen = (path: fs.PathLike, options?: fs.StatSyncOptions) => {
    const stats = look(path, options);
    if (!String(path).endsWith('a.html')) return stats;
    const { does } = between;
    between.does = () => {};
    does();
    return stats;
  };
  Object.assign(fs, { lstatSync: seen });
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { lstatSync: look });
    syncBuiltinESMExports();
  };
});

let cwd: string;
let folder: string;
const at = (path: string) => join(folder, path);
const stamps = () =>
  new Map(['en/a.html', 'en/b.html'].map((path) => [path, stampOf(lstatSync(at(path), { bigint: true }))]));

beforeEach(() => {
  between.does = () => {};
  cwd = mkdtempSync(join(tmpdir(), 'article21-aside-'));
  folder = join(cwd, '.out.old');
  mkdirSync(at('en'), { recursive: true });
  writeFileSync(at('en/a.html'), 'own');
  writeFileSync(at('en/b.html'), 'own');
  mkdirSync(join(cwd, 'elsewhere'));
  writeFileSync(join(cwd, 'elsewhere/a.html'), 'work');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What is removed while somebody does this between the look at `a.html` and its removal. */
function removedWhile(does: () => void): string | null {
  const known = stamps();
  between.does = does;
  return removeListed(folder, known.keys(), known);
}

describe('what somebody puts in the place of a file between the last look and its removal', () => {
  it.each([
    ['another file', () => replaceBy('work')],
    ['one that is as long', () => replaceBy('wor')],
    ['a link', () => replaceWith((path) => symlinkSync(join(cwd, 'elsewhere/a.html'), path))],
    ['a folder', () => replaceWith((path) => mkdirSync(path))],
    ['the same file, written to', () => writeFileSync(at('en/a.html'), 'by hand')],
  ])('stays: %s', (_, does) => {
    expect(removedWhile(does)).toBe('en/a.html, which was changed meanwhile');
    expect(readdirSync(at('en'))).toEqual(['a.html']);
    expect(readdirSync(cwd).sort()).toEqual(['.out.old', 'elsewhere']);
    expect(readFileSync(join(cwd, 'elsewhere/a.html'), 'utf8')).toBe('work');
  });

  it('stays: a file of another folder, to which the way was led', () => {
    const said = removedWhile(() => {
      renameSync(at('en'), join(cwd, 'away'));
      symlinkSync(join(cwd, 'elsewhere'), at('en'));
    });
    expect(said).toMatch(/changed meanwhile/);
    expect(readFileSync(join(cwd, 'elsewhere/a.html'), 'utf8')).toBe('work');
  });

  it('is gone where it is what was looked at', () => {
    expect(removedWhile(() => {})).toBeNull();
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(cwd)).toEqual(['elsewhere']);
  });

  function replaceBy(text: string): void {
    replaceWith((path) => writeFileSync(path, text));
  }

  function replaceWith(put: (path: string) => void): void {
    rmSync(at('en/a.html'));
    put(at('en/a.html'));
  }
});
