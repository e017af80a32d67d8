import type { Finding } from '../repository.ts';
import { isCode, specifiersOf, type Workspace } from '../workspaces.ts';

/**
 * What a package declares it uses, and what it uses it declares: libraries of others by their own package.json, not by
 * the accident of another's. A program that only a script calls (`vite build`) counts as used.
 */
export function checkDependencies(workspaces: readonly Workspace[]): Finding[] {
  return workspaces.flatMap((workspace) => [...undeclared(workspace), ...unused(workspace)]);
}

function undeclared({ folder, name, files, dependencies, devDependencies }: Workspace): Finding[] {
  return files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }) => {
      const declared = path.startsWith(`${folder}/src/`)
        ? dependencies
        : { ...dependencies, ...devDependencies };
      return specifiersOf(text).flatMap(({ specifier, line }) => {
        const library = libraryOf(specifier);
        const known =
          library === null || library === name || library in declared || fromTheTop.includes(library);
        return known
          ? []
          : [{ file: path, line, message: `uses ${library}, which its package.json does not declare` }];
      });
    });
}

/** What the workspace's own package.json gives to every package's tests and configurations. */
const fromTheTop = ['vitest'];

function unused({ folder, files, scripts, dependencies, devDependencies }: Workspace): Finding[] {
  const manifest = `${folder}/package.json`;
  const texts = files
    .filter(({ path }) => isConfiguration(path) && path !== manifest)
    .map(({ text }) => text);
  const commands = Object.values(scripts).flatMap((script) => script.split(/\s+/));
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((library) => !library.startsWith('@types/') && !commands.includes(library))
    .filter((library) => !texts.some((text) => mentions(text, library)))
    .map((library) => ({ file: manifest, line: null, message: `declares ${library}, which nothing uses` }));
}

/** Code, and what configures it: styles import fonts, pages and settings name plug-ins. */
function isConfiguration(path: string): boolean {
  return isCode(path) || /\.(?:css|html|json)$/.test(path);
}

/** Whether a text holds the name between quotes, alone or with a path in the package. */
function mentions(text: string, library: string): boolean {
  return ["'", '"', '`'].some(
    (quote) => text.includes(quote + library + quote) || text.includes(`${quote}${library}/`),
  );
}

/** `@a/b` of `@a/b/c`, `d` of `d/e`; null for a path, a module of Node's own, and what a bundler makes up. */
function libraryOf(specifier: string): string | null {
  if (/^(?:\.|\/|#|node:|virtual:|\$)/.test(specifier) || specifier.includes('$')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
