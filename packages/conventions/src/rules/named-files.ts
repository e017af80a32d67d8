import { posix } from 'node:path';
import type { Finding, RepositoryFile } from '../repository.ts';

const CONTRIBUTING = 'CONTRIBUTING.md';

interface Named {
  path: string;
  line: number;
  /** Where it may be: the top of the repository, or the folders of a package. */
  bases: readonly string[];
}

/**
 * The files and folders that tables of Markdown pages name in backticks are there: paths from the top of the repository
 * (`packages/charts/src/charts/<id>.ts`), and what stands first in a table of a README that is headed `file` or `folder`,
 * with or without its ending. A placeholder is kept when at least one file has that shape besides the index.
 */
export function checkNamedFiles(files: readonly RepositoryFile[]): Finding[] {
  const paths = files.map(({ path }) => path);
  const pages = files.filter(({ path }) => path.endsWith('.md') && path !== 'CHANGELOG.md');
  const named = pages.map((page) => ({ page, all: [...fromTop(page), ...ofPackage(page)] }));
  const contributing = named.find(({ page }) => page.path === CONTRIBUTING);
  if (!contributing?.all.length)
    return [{ file: CONTRIBUTING, line: null, message: 'names no files in its table' }];
  return named.flatMap(({ page, all }) =>
    all
      .filter((it) => !it.bases.some((base) => exists(posix.join(base, it.path), paths)))
      .map(({ path, line }) => ({
        file: page.path,
        line,
        message: `names ${path}, and no file is called so`,
      })),
  );
}

/** The paths that stand in a table and begin at the top of the repository. */
function fromTop({ text }: RepositoryFile): Named[] {
  return rowsOf(text).flatMap(({ row, line }) =>
    [...row.matchAll(/`((?:apps|packages)\/[^`\s]+)`/g)].map(([, path = '']) => ({
      path,
      line,
      bases: ['.'],
    })),
  );
}

/** What the first column of a package's tables of files names. */
function ofPackage({ path, text }: RepositoryFile): Named[] {
  if (!path.endsWith('/README.md')) return [];
  const folder = posix.dirname(path);
  return rowsOf(text)
    .filter(({ heading }) => heading === 'file' || heading === 'folder')
    .flatMap(({ row, line }) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({
        path: name,
        line,
        bases: [folder, `${folder}/src`],
      })),
    );
}

/** The rows of tables, with the first word of the table's heading. */
function rowsOf(text: string): { row: string; line: number; heading: string }[] {
  let heading: string | null = null;
  return text.split('\n').flatMap((row, i) => {
    if (!row.startsWith('|')) {
      heading = null;
      return [];
    }
    heading ??= row.split('|')[1]?.trim() ?? '';
    return [{ row, line: i + 1, heading }];
  });
}

function exists(named: string, paths: readonly string[]): boolean {
  const parts = named
    .replace(/\/$/, '')
    .split(/(<[^>]+>|\{[^}]+\})/)
    .map(patternOf);
  const pattern = new RegExp(`^${parts.join('')}(?:/.*|\\.\\w+)?$`);
  const isOpen = named.includes('<');
  return paths.some((path) => pattern.test(path) && !(isOpen && path.endsWith('/index.ts')));
}

/** A part of a path: a placeholder stands for any name, braces for one of several, anything else for itself. */
function patternOf(part: string): string {
  if (part.startsWith('<')) return '[^/]+';
  if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map(literal).join('|')})`;
  return literal(part);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
