import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../../src/index.ts';

/** The sources of the repository in a temporary folder, to which something can be added. */
export interface Copy {
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces a text that stands in a file. Throws when it does not stand there. */
  edit(file: string, text: string, by: string): void;
  /** What the compiler says of some folders together, a line for each error; of all code where none is named. */
  typeErrors(folders?: readonly string[]): Promise<string[]>;
  /** A module of the copy, which imports the packages of the copy. */
  load<T>(file: string): Promise<T>;
  remove(): void;
}

/** Copies the sources, with the installed libraries linked, and this repository's own packages from the copy. */
export function copyRepository(): Copy {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'article21-adding-')));
  symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'));
  for (const file of ['tsconfig.base.json', 'package.json']) cpSync(join(root, file), join(top, file));
  for (const folder of ['packages', 'apps'].flatMap(foldersIn)) {
    cpSync(join(root, folder), join(top, folder), { recursive: true, filter: isSource });
    linkLibraries(join(root, folder, 'node_modules'), join(top, folder, 'node_modules'), top);
  }
  const at = (file: string) => join(top, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  return {
    read,
    write,
    edit(file, text, by) {
      const before = read(file);
      if (!before.includes(text)) throw new Error(`${file} has no ${text}`);
      write(
        file,
        before.replace(text, () => by),
      );
    },
    typeErrors: (folders = everything) => compile(top, folders),
    load: (file) => import(/* @vite-ignore */ at(file)),
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}

function foldersIn(group: string): string[] {
  return readdirSync(join(root, group))
    .map((name) => join(group, name))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/** Not what was installed, built or measured. */
function isSource(path: string): boolean {
  return !/^(?:node_modules|dist.*|\.turbo|\.test|\.data)$/.test(basename(path));
}

function linkLibraries(installed: string, target: string, top: string): void {
  if (!existsSync(installed)) return;
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.')) continue;
    const from = join(installed, name);
    if (name.startsWith('@')) linkLibraries(from, join(target, name), top);
    else
      symlinkSync(
        realpathSync(from).replace(/^(?!.*node_modules).*?(?=\/packages\/)/, top),
        join(target, name),
      );
  }
}

/** All code that runs, and the tests of it: they too compile whatever is added. */
const everything = ['packages/*/src', 'packages/*/test', 'apps/*/src', 'apps/*/test'];

/** One program of all folders, so that each package is read once: `packages/model/src/index.ts: message`. */
function compile(top: string, folders: readonly string[]): Promise<string[]> {
  const folder = join(top, 'apps/dashboard');
  const include = folders.map((it) => `../../${it}`);
  writeFileSync(
    join(folder, 'tsconfig.adding.json'),
    JSON.stringify({ extends: './tsconfig.json', include }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = { cwd: folder, maxBuffer: 1e8 };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [tsc, '-p', 'tsconfig.adding.json', '--pretty', 'false', '--checkers', '1'],
      options,
      (error, out) => {
        const lines = out.split('\n').filter((line) => /\): error TS\d+: /.test(line));
        if (error && lines.length === 0) reject(error);
        else resolve(lines.map((line) => line.replace(/^(?:\.\.\/)*(.*?)\(\d+,\d+\): error TS\d+/, '$1')));
      },
    );
  });
}
