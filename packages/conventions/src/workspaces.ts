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

/** One import or re-export of a module. */
export interface Import {
  specifier: string;
  line: number;
  /** Whether nothing of it is left at run time: `import type`. */
  typeOnly: boolean;
}

/** What a module imports or re-exports, statically or by a call, comments aside. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const pattern = /(?:^|[\s;}*])(?:from\s*|import\s*\(?\s*)(['"])([^'"\n]+)\1/g;
  return [...code.matchAll(pattern)].map((match) => {
    const before = code.slice(0, match.index + match[0].length);
    const statement = before.slice(Math.max(before.lastIndexOf('import '), before.lastIndexOf('export ')));
    const typeOnly = /^(?:im|ex)port type\b/.test(statement);
    return { specifier: match[2] ?? '', line: before.split('\n').length, typeOnly };
  });
}

/** Whether a file is code: TypeScript or JavaScript. */
export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mts|js|mjs)$/.test(path);
}
