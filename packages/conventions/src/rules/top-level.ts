import type { Finding, RepositoryFile } from '../repository.ts';

const folders = ['apps', 'packages'];
const needed = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'LICENSE',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'turbo.json',
];
const foreign = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/** The top level: `apps`, `packages`, plain files and dot-folders, the files everybody looks for, one lockfile. */
export function checkTopLevel(files: readonly RepositoryFile[]): Finding[] {
  const paths = new Set(files.map(({ path }) => path));
  const tops = new Set(
    [...paths].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
  );
  const strange = [...tops].filter((top) => !folders.includes(top) && !top.startsWith('.'));
  return [
    ...strange.map((top) => finding(top, `is not a folder of the top level (known: ${folders.join(', ')})`)),
    ...needed.filter((name) => !paths.has(name)).map((name) => finding(name, 'is missing')),
    ...foreign
      .filter((name) => paths.has(name))
      .map((name) => finding(name, 'is another lockfile: pnpm-lock.yaml is the one')),
  ];
}

function finding(file: string, message: string): Finding {
  return { file, line: null, message };
}
