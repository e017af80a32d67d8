import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRepository } from '../src/repository.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(top, 'dist'));
  writeFileSync(join(top, '.gitignore'), 'dist/\n');
  writeFileSync(join(top, 'a.ts'), 'const a = 1;\n');
  writeFileSync(join(top, 'b.bin'), Buffer.from([1, 0, 2]));
  writeFileSync(join(top, 'dist/a.js'), '');
});
afterEach(() => rmSync(top, { recursive: true }));

const expected = [
  { path: '.gitignore', text: 'dist/\n', bytes: 6, binary: false },
  { path: 'a.ts', text: 'const a = 1;\n', bytes: 13, binary: false },
  { path: 'b.bin', text: '', bytes: 3, binary: true },
];

it('a checkout is read as git sees it: new files count, ignored ones do not', () => {
  execFileSync('git', ['init', '-q'], { cwd: top });
  expect(readRepository(top)).toEqual(expected);
});

it('an archive of the sources is read without git', () => {
  expect(readRepository(top)).toEqual(expected);
});
