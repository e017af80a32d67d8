import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ignore, { type Ignore } from 'ignore';

/** A file of the repository. `text` is empty where the content is not text. */
export interface RepositoryFile {
  /** From the repository's top, with `/`. */
  path: string;
  text: string;
  bytes: number;
  binary: boolean;
}

/** A place where a rule is broken. */
export interface Finding {
  file: string;
  line: number | null;
  message: string;
}

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every file that is, or is about to be, part of the repository: what `.gitignore` names does not count. */
export function readRepository(top: string = root): RepositoryFile[] {
  return listed(top).map((path) => readFile(top, path));
}

/** `apps/api/src/app.ts:12  message`, or without the line. */
export function printFinding({ file, line, message }: Finding): string {
  return `${file}${line === null ? '' : `:${line}`}  ${message}`;
}

/** A file from text, for a rule's own test. */
export function textFile(path: string, text: string): RepositoryFile {
  return { path, text, bytes: Buffer.byteLength(text), binary: false };
}

function readFile(top: string, path: string): RepositoryFile {
  const content = readFileSync(join(top, path));
  const binary = content.includes(0);
  return { path, text: binary ? '' : content.toString('utf8'), bytes: content.length, binary };
}

function listed(top: string): string[] {
  const rules = ignore()
    .add('.git')
    .add(readFileSync(join(top, '.gitignore'), 'utf8'));
  return walked(top, '', rules).sort();
}

function walked(top: string, folder: string, rules: Ignore): string[] {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (rules.ignores(entry.isDirectory() ? `${path}/` : path)) return [];
    return entry.isDirectory() ? walked(top, path, rules) : entry.isFile() ? [path] : [];
  });
}
