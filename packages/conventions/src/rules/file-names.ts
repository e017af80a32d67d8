import type { Finding, RepositoryFile } from '../repository.ts';
import { isCode } from '../workspaces.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const vague = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'shared',
  'manager',
  'service',
];

/** Files are called after their subject, in kebab-case; a name that fits any content is no name. */
export function checkFileNames(files: readonly RepositoryFile[]): Finding[] {
  return files
    .filter(({ path }) => isCode(path) || path.endsWith('.css'))
    .flatMap(({ path }) => {
      const parts = path.split('/').slice(2);
      const wrong = parts.find((part) => !part.split('.').every((word) => KEBAB.test(word)));
      const empty = parts.find((part) => part.split(/[.-]/).some((word) => vague.includes(word)));
      return [
        ...(wrong ? [{ file: path, line: null, message: `${wrong} is not kebab-case` }] : []),
        ...(empty ? [{ file: path, line: null, message: `${empty} says nothing of its subject` }] : []),
      ];
    });
}
