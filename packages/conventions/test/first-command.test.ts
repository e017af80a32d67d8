import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const program = 'apps/cli/dist/article21.js';
const echo = 'console.log(JSON.stringify(process.argv.slice(2)));';
/** What decides whether the workspace is installed: `install` of .scripts/workspace.mjs. */
const installed = [
  ...['.scripts/pnpm/package-lock.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'],
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'first-command-'));
  for (const file of ['.scripts/article21.mjs', '.scripts/workspace.mjs', ...installed])
    cpSync(join(repository, file), join(root, file));
  const hash = createHash('sha256').update(process.versions.modules + process.platform + process.arch);
  for (const file of installed) hash.update(readFileSync(join(root, file)));
  for (const folder of ['node_modules/.bin', 'apps/cli/dist'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'node_modules/.installed'), hash.digest('hex'));
  const turbo = `#!/bin/sh\necho built\necho '${echo}' > ${program}\n`;
  writeFileSync(join(root, 'node_modules/.bin/turbo'), turbo, { mode: 0o755 });
});
afterEach(() => rmSync(root, { recursive: true }));

const article21 = () => {
  const args = [join(root, '.scripts/article21.mjs'), 'check', 'my data', '--json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { stdout, stderr, status };
};
const ran = { stdout: '["check","my data","--json"]\n', status: 0 };

it('the first command of a fresh copy builds the program, and only that command’s words are standard output', () => {
  expect(article21()).toEqual({ ...ran, stderr: 'built\n' });
});

it('a program that is built is run as it is', () => {
  writeFileSync(join(root, program), echo);
  expect(article21()).toEqual({ ...ran, stderr: '' });
});
