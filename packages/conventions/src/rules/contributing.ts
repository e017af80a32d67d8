import type { Finding, RepositoryFile } from '../repository.ts';

const FILE = 'CONTRIBUTING.md';

/**
 * The table "adding one thing": every path in it is there. A path with a placeholder (`charts/<id>.ts`) is kept when
 * at least one file has that shape besides the index.
 */
export function checkContributing(files: readonly RepositoryFile[]): Finding[] {
  const page = files.find(({ path }) => path === FILE);
  if (!page) return [{ file: FILE, line: null, message: 'is missing' }];
  const paths = files.map(({ path }) => path);
  const named = page.text.split('\n').flatMap((content, i) => {
    const cells = content.startsWith('|') ? [...content.matchAll(/`((?:apps|packages)\/[^`]+)`/g)] : [];
    return cells.map((match) => ({ path: match[1] ?? '', line: i + 1 }));
  });
  if (named.length === 0) return [{ file: FILE, line: null, message: 'names no files in its table' }];
  return named
    .filter(({ path }) => !exists(path, paths))
    .map(({ path, line }) => ({ file: FILE, line, message: `names ${path}, and no file is called so` }));
}

function exists(named: string, paths: readonly string[]): boolean {
  const parts = named.split(/<[^>]+>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
  return paths.some((path) => pattern.test(path) && (parts.length === 1 || !path.endsWith('/index.ts')));
}
