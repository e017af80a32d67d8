import type { Finding } from '../repository.ts';
import type { Workspace } from '../workspaces.ts';

/** Packages that depend on themselves through others, tests included: turbo could order none of them. */
export function checkCycles(workspaces: readonly Workspace[]): Finding[] {
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  return workspaces.flatMap((workspace) => {
    const way = wayBack(workspace, byName);
    return way ? [{ file: `${workspace.folder}/package.json`, line: null, message: way.join(' → ') }] : [];
  });
}

/** The names on a way from a package to itself, shortest first found; null where there is none. */
function wayBack(start: Workspace, byName: ReadonlyMap<string, Workspace>): string[] | null {
  const seen = new Set<string>();
  const ways: string[][] = [[start.name]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = byName.get(way.at(-1) ?? '');
    const next = Object.keys({ ...last?.dependencies, ...last?.devDependencies });
    for (const name of next) {
      if (name === start.name) return [...way, name];
      if (!byName.has(name) || seen.has(name)) continue;
      seen.add(name);
      ways.push([...way, name]);
    }
  }
  return null;
}
