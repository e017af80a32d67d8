import type { Finding } from '../repository.ts';
import { importsOf, isCode, type Workspace } from '../workspaces.ts';

/** What each package's libraries expect beside themselves: folder → names. */
export type Peers = ReadonlyMap<string, ReadonlySet<string>>;

/** What the workspace's own package.json gives to every package's tests and configurations. */
const fromTheTop = ['vitest'];

/**
 * A package declares the libraries it uses, and uses those it declares, instead of living by the accident of another's
 * package.json. What only a script calls (`vite build`), or a used library expects beside itself, counts as used.
 */
export function checkDependencies(workspaces: readonly Workspace[], peers: Peers): Finding[] {
  return workspaces.flatMap((workspace) => [
    ...undeclared(workspace),
    ...unused(workspace, peers.get(workspace.folder) ?? new Set()),
  ]);
}

function undeclared({ folder, name, files, dependencies, devDependencies }: Workspace): Finding[] {
  const all = { ...dependencies, ...devDependencies };
  return files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }) => {
      const inSource = path.startsWith(`${folder}/src/`);
      return importsOf(text).flatMap(({ specifier, line, typeOnly }) => {
        const library = libraryOf(specifier);
        const declared = inSource && !typeOnly ? dependencies : all;
        const known = library === null || [name, ...fromTheTop, ...Object.keys(declared)].includes(library);
        const message = `uses ${library}, which its package.json does not declare`;
        return known ? [] : [{ file: path, line, message }];
      });
    });
}

function unused(
  { folder, files, scripts, dependencies, devDependencies }: Workspace,
  expected: ReadonlySet<string>,
): Finding[] {
  const manifest = `${folder}/package.json`;
  const texts = files.filter(({ path }) => canName(path) && path !== manifest).map(({ text }) => text);
  const commands = Object.values(scripts).flatMap((script) => script.split(/\s+/));
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((library) => !library.startsWith('@types/'))
    .filter((library) => !commands.includes(library) && !expected.has(library))
    .filter((library) => !texts.some((text) => names(text, library)))
    .map((library) => ({ file: manifest, line: null, message: `declares ${library}, which nothing uses` }));
}

/** Code, and what configures it: styles import fonts, pages and settings name plug-ins. */
function canName(path: string): boolean {
  return isCode(path) || /\.(?:css|html|json)$/.test(path);
}

/** Whether a text holds the library's name between quotes, alone or with a path in it. */
function names(text: string, library: string): boolean {
  return ["'", '"', '`'].some(
    (quote) => text.includes(quote + library + quote) || text.includes(`${quote}${library}/`),
  );
}

/** `@a/b` of `@a/b/c`, `d` of `d/e`; null for a path, a module of Node's own, and a name put together at run time. */
function libraryOf(specifier: string): string | null {
  if (/^(?:\.|\/|#|node:|virtual:)|\$/.test(specifier)) return null;
  const depth = specifier.startsWith('@') ? 2 : 1;
  return specifier.split('/').slice(0, depth).join('/');
}
