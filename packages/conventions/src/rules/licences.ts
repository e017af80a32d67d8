import type { Finding } from '../repository.ts';

/** A package that the program carries with it at run time. */
export interface Installed {
  name: string;
  version: string;
  /** SPDX expression; null where its package.json states none. */
  licence: string | null;
}

const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
];

/** Licences under which the program can be passed on by anybody. */
export function checkLicences(packages: readonly Installed[]): Finding[] {
  return packages
    .filter(({ licence }) => licence === null || !permits(licence))
    .map(({ name, version, licence }) => ({
      file: `${name}@${version}`,
      line: null,
      message: `is under ${licence ?? 'no stated licence'} (allowed: ${allowed.join(', ')})`,
    }));
}

/** An SPDX expression without nested brackets: one side of an OR suffices, of an AND each is needed. */
function permits(expression: string): boolean {
  const sides = expression.replace(/[()]/g, ' ').split(/\sOR\s/);
  return sides.some((side) => side.split(/\sAND\s/).every((id) => allowed.includes(id.trim())));
}
