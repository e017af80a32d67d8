import { isObject } from '../json.ts';
import type { Finding, RepositoryFile } from '../repository.ts';

const FILE = 'biome.json';
const wanted = {
  complexity: ['noExcessiveLinesPerFunction'],
  performance: ['noReExportAll'],
  style: ['noDefaultExport', 'noEnum', 'useImportType'],
  suspicious: ['noConditionalExpect', 'noConsole', 'noExplicitAny'],
};

/** The linter keeps the rules that need a parser: this one sees that nobody takes them away. */
export function checkLintPreset(files: readonly RepositoryFile[]): Finding[] {
  const text = files.find(({ path }) => path === FILE)?.text;
  if (text === undefined) return [{ file: FILE, line: null, message: 'is missing' }];
  const rules = member(member(JSON.parse(text), 'linter'), 'rules');
  return Object.entries(wanted).flatMap(([group, names]) =>
    names
      .filter((name) => level(member(member(rules, group), name)) !== 'error')
      .map((name) => ({ file: FILE, line: null, message: `${group}/${name} is not an error` })),
  );
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function level(setting: unknown): unknown {
  return typeof setting === 'string' ? setting : member(setting, 'level');
}
