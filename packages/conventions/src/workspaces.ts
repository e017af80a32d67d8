import { isObject } from './json.ts';
import type { RepositoryFile } from './repository.ts';

/** A package of the workspace, as its package.json and its files describe it. */
export interface Workspace {
  /** `packages/model`. */
  folder: string;
  name: string;
  scripts: Readonly<Record<string, string>>;
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
  files: readonly RepositoryFile[];
}

/** The packages under `apps/` and `packages/`. */
export function workspacesOf(files: readonly RepositoryFile[]): Workspace[] {
  return files
    .filter(({ path }) => /^(?:apps|packages)\/[^/]+\/package\.json$/.test(path))
    .map((manifest) => {
      const folder = manifest.path.slice(0, -'/package.json'.length);
      const json: unknown = JSON.parse(manifest.text);
      return {
        folder,
        name: isObject(json) ? String(json.name) : '',
        scripts: strings(json, 'scripts'),
        dependencies: strings(json, 'dependencies'),
        devDependencies: strings(json, 'devDependencies'),
        files: files.filter(({ path }) => path.startsWith(`${folder}/`)),
      };
    });
}

/** One section of a package.json whose values are texts; empty where it is absent. */
export function strings(json: unknown, section: string): Record<string, string> {
  const value = isObject(json) ? json[section] : undefined;
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

/** What a module imports or re-exports, with its line: `import … from 'x'`, `export … from 'x'`, `import('x')`. */
export function specifiersOf(text: string): { specifier: string; line: number }[] {
  const pattern = /(?:^|[\s;}*])(?:from\s*|import\s*\(?\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map((match) => {
    const start = (match.index ?? 0) + match[0].length;
    return { specifier: match[2] ?? '', line: text.slice(0, start).split('\n').length };
  });
}

/** Whether a file is code: TypeScript or JavaScript. */
export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mts|js|mjs)$/.test(path);
}
