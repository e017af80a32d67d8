import type { Finding } from '../repository.ts';
import { importsOf, isCode, type Workspace } from '../workspaces.ts';

/** Which packages each one may use: folder → the last part of their names. */
export type AllowedImports = Readonly<Record<string, readonly string[]>>;

const SCOPE = '@article21/';

/**
 * Who uses whom, against the table: declared dependencies, what `src` imports, and that nobody reaches into another's
 * folder. Tests may import more, when their package declares it.
 */
export function checkAllowedImports(workspaces: readonly Workspace[], table: AllowedImports): Finding[] {
  return workspaces.flatMap((workspace) => {
    const manifest = `${workspace.folder}/package.json`;
    const allowed = table[workspace.folder];
    if (!allowed)
      return [finding(manifest, null, `is not in the table of allowed imports (known: ${known(table)})`)];
    const name = SCOPE + (workspace.folder.split('/')[1] ?? '');
    const misnamed = workspace.name === name ? [] : [finding(manifest, null, `is to be called ${name}`)];
    const declared = ours(Object.keys(workspace.dependencies))
      .filter((used) => !allowed.includes(used))
      .map((used) => finding(manifest, null, `may not depend on ${used} (may: ${list(allowed)})`));
    return [...misnamed, ...declared, ...imports(workspace, allowed)];
  });
}

function imports(workspace: Workspace, allowed: readonly string[]): Finding[] {
  return workspace.files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }) =>
      importsOf(text).flatMap(({ specifier, line }) => {
        const complaint = complain(workspace, allowed, path, specifier);
        return complaint ? [finding(path, line, complaint)] : [];
      }),
    );
}

function complain(
  workspace: Workspace,
  allowed: readonly string[],
  path: string,
  specifier: string,
): string | null {
  if (specifier.startsWith('.')) return leaves(workspace.folder, path, specifier);
  const [used] = ours([specifier]);
  if (used === undefined || workspace.name === SCOPE + used) return null;
  const inSource = path.startsWith(`${workspace.folder}/src/`);
  if (inSource && !allowed.includes(used)) return `may not import ${used} (may: ${list(allowed)})`;
  const declared = inSource
    ? workspace.dependencies
    : { ...workspace.dependencies, ...workspace.devDependencies };
  return SCOPE + used in declared ? null : `imports ${used}, which its package.json does not declare`;
}

function leaves(folder: string, path: string, specifier: string): string | null {
  const resolved = new URL(specifier, `file:///${path}`).pathname.slice(1);
  const depth = path.split('/').length - 1;
  const climbs = specifier.split('/').filter((part) => part === '..').length;
  // How all are built and tested is said once, in plain files of the top level.
  const isConfiguration = /^[^/]+\.config\.ts$/.test(path.slice(folder.length + 1));
  if (isConfiguration && climbs === depth && !resolved.includes('/')) return null;
  return resolved.startsWith(`${folder}/`) && climbs < depth
    ? null
    : `reaches out of ${folder} with ${specifier}: import the package by its name`;
}

function ours(names: readonly string[]): string[] {
  return names
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length).split('/')[0] ?? '');
}

function finding(file: string, line: number | null, message: string): Finding {
  return { file, line, message };
}

function known(table: AllowedImports): string {
  return Object.keys(table).join(', ');
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'none';
}
