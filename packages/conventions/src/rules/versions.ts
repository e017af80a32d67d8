import { isObject } from '../json.ts';
import type { Finding, RepositoryFile } from '../repository.ts';
import { strings } from '../workspaces.ts';

const FETCHED = '.scripts/pnpm/package.json';
const FETCHED_LOCK = '.scripts/pnpm/package-lock.json';
const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * One version of everything: a package of ours by `workspace:*`, any other by `catalog:`, and the catalog holds
 * nothing that nobody uses. The workspace's own pnpm is the one that `packageManager` names, in the lockfiles by one hash:
 * that of npm is what the first start verifies it with.
 */
export function checkVersions(files: readonly RepositoryFile[]): Finding[] {
  const manifests = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path) && path !== FETCHED);
  const uses = manifests.flatMap((manifest) => usesOf(manifest));
  const stray = uses.flatMap(({ file, name, version, manager }) => {
    const wanted = name.startsWith('@article21/') ? 'workspace:*' : 'catalog:';
    const ok = version === wanted || (manager !== null && manager === `${name}@${version}`);
    return ok ? [] : [{ file, line: null, message: `${name} is "${version}" (wanted: "${wanted}")` }];
  });
  const used = new Set(uses.map(({ name }) => name));
  const unused = catalogOf(files)
    .filter(({ name }) => !used.has(name))
    .map(({ name, line }) => ({ file: 'pnpm-workspace.yaml', line, message: `nobody uses ${name}` }));
  return [...stray, ...unused, ...checkManager(files)];
}

/** Every place that says which pnpm is run says the same. */
function checkManager(files: readonly RepositoryFile[]): Finding[] {
  const text = (path: string) => files.find((it) => it.path === path)?.text ?? '{}';
  const { packageManager } = JSON.parse(text('package.json')) as { packageManager?: string };
  if (packageManager === undefined) return [];
  const version = packageManager.slice('pnpm@'.length);
  const { dependencies } = JSON.parse(text(FETCHED)) as { dependencies?: Record<string, string> };
  const lock = JSON.parse(text(FETCHED_LOCK)) as { packages?: Record<string, Record<string, string>> };
  const { version: locked, integrity = 'none' } = lock.packages?.['node_modules/pnpm'] ?? {};
  const entry = `  pnpm@${version}:\n    resolution: {integrity: ${integrity}}`;
  return [
    ...(dependencies?.pnpm === version ? [] : [FETCHED]),
    ...(locked === version && text('pnpm-lock.yaml').includes(entry) ? [] : [FETCHED_LOCK]),
  ].map((file) => ({
    file,
    line: null,
    message: `has another pnpm than ${packageManager}, or another hash of it`,
  }));
}

function usesOf({ path, text }: RepositoryFile) {
  const json: unknown = JSON.parse(text);
  const manager = isObject(json) && typeof json.packageManager === 'string' ? json.packageManager : null;
  return sections.flatMap((section) =>
    Object.entries(strings(json, section)).map(([name, version]) => ({ file: path, name, version, manager })),
  );
}

/** The names under `catalog:`, which is indented by two spaces. */
function catalogOf(files: readonly RepositoryFile[]): { name: string; line: number }[] {
  const text = files.find(({ path }) => path === 'pnpm-workspace.yaml')?.text ?? '';
  let inside = false;
  return text.split('\n').flatMap((content, i) => {
    if (/^\S/.test(content)) inside = content.startsWith('catalog:');
    const name = inside ? /^ {2}["']?([^"':\s]+)["']?:/.exec(content)?.[1] : undefined;
    return name === undefined ? [] : [{ name, line: i + 1 }];
  });
}
