import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject } from './json.ts';
import { root } from './repository.ts';
import type { Installed } from './rules/licences.ts';
import { strings, type Workspace } from './workspaces.ts';

/**
 * Every package of others that ours need at run time, and what these need in turn, as installed. Throws when one
 * is not installed; optional ones of other platforms are not.
 */
export function readProduction(workspaces: readonly Workspace[]): Installed[] {
  const found = new Map<string, Installed>();
  for (const { folder, dependencies } of workspaces)
    for (const name of Object.keys(dependencies))
      if (!name.startsWith('@article21/')) visit(join(root, folder), name, false, found);
  return [...found.values()];
}

/** What the libraries that each package declares expect beside themselves, by folder. */
export function readPeers(workspaces: readonly Workspace[]): Map<string, Set<string>> {
  const peersOf = ({ folder, dependencies, devDependencies }: Workspace) =>
    Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => {
      const installed = locate(join(root, folder), name);
      return installed === null ? [] : Object.keys(strings(readManifest(installed), 'peerDependencies'));
    });
  return new Map(workspaces.map((workspace) => [workspace.folder, new Set(peersOf(workspace))]));
}

function visit(from: string, name: string, optional: boolean, found: Map<string, Installed>): void {
  const folder = locate(from, name);
  if (folder === null) {
    if (optional) return;
    throw new Error(`${name}, which ${from} needs, is not installed`);
  }
  if (found.has(folder)) return;
  const manifest = readManifest(folder);
  const version = isObject(manifest) ? String(manifest.version) : '';
  found.set(folder, { name, version, licence: licenceOf(manifest) });
  const optionals = strings(manifest, 'optionalDependencies');
  for (const next of Object.keys({ ...strings(manifest, 'dependencies'), ...optionals }))
    visit(folder, next, next in optionals, found);
}

function readManifest(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The folder of a package as Node finds it from another's. */
function locate(from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (dirname(folder) === folder) return null;
  }
}

function licenceOf(manifest: unknown): string | null {
  if (!isObject(manifest)) return null;
  const { license, licenses } = manifest;
  if (typeof license === 'string') return license;
  // The form of packages from before SPDX expressions.
  if (isObject(license)) return String(license.type);
  if (Array.isArray(licenses)) return licenses.map((one) => (isObject(one) ? one.type : one)).join(' OR ');
  return null;
}
