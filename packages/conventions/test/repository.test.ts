import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readRepository } from '../src/repository.ts';

function inFolder(files: Record<string, string | Buffer>) {
  const top = mkdtempSync(join(tmpdir(), 'repository-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), content);
  }
  try {
    return readRepository(top);
  } finally {
    rmSync(top, { recursive: true });
  }
}

const files = {
  '.gitignore': 'dist/\n*.log\n',
  'a.ts': 'const a = 1;\n',
  'b.bin': Buffer.from([1, 0, 2]),
  'c/dist.ts': '',
};
const read = [
  { path: '.gitignore', text: 'dist/\n*.log\n', bytes: 12, binary: false },
  { path: 'a.ts', text: 'const a = 1;\n', bytes: 13, binary: false },
  { path: 'b.bin', text: '', bytes: 3, binary: true },
  { path: 'c/dist.ts', text: '', bytes: 0, binary: false },
];

it('an unpacked archive is read without git, and what is ignored is left out at any depth', () => {
  expect(inFolder(files)).toEqual(read);
  expect(inFolder({ ...files, 'dist/a.js': '', 'c/dist/a.js': '', 'c/a.log': '' })).toEqual(read);
});

it.each([
  ['a clone', '.git/HEAD'],
  ['another work tree of a clone', '.git'],
])('%s is read as an archive is', (_, path) => {
  expect(inFolder({ ...files, [path]: 'ref: refs/heads/main\n' })).toEqual(read);
});
