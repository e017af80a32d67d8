import type { Finding, RepositoryFile } from '../repository.ts';
import { findAll } from './wording.ts';

// The brackets keep a pattern from finding itself.
const patterns: readonly [RegExp, string][] = [
  [/(?<![\w.@-])\/(?:w[o]rk|r[o]ot|h[o]me|U[s]ers)\/[\w.]/, 'a path of one machine'],
  [/\.\.\/sh[a]red\//, 'a folder outside the repository'],
  [/\br[e]gistry\.[\w-]+\.[a-z]{2,}/i, 'the address of a package registry'],
  [/\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d+\/(?:npm|pypi|simple)\b/, 'the address of a package registry'],
  [/^\s*tarball:\s/m, 'a download address'],
];

/** Names that mean something on one machine only: its paths, its package registry. The lockfile is searched too. */
export function checkMachineNames(files: readonly RepositoryFile[]): Finding[] {
  return files.flatMap(({ path, text }) =>
    patterns.flatMap(([pattern, what]) => findAll(path, text, pattern, what)),
  );
}
