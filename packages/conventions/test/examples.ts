import {
  type Finding,
  printFinding,
  type RepositoryFile,
  readRepository,
  textFile,
} from '../src/repository.ts';
import { workspacesOf } from '../src/workspaces.ts';

/** The repository these tests stand in. */
export const repository = readRepository();
export const workspaces = workspacesOf(repository);

/** Files from texts: path → content. */
export function filesOf(texts: Record<string, string>): RepositoryFile[] {
  return Object.entries(texts).map(([path, text]) => textFile(path, text));
}

/** A package.json: `manifest('model', { dependencies: { zod: 'catalog:' } })`. */
export function manifest(name: string, rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ name: `@article21/${name}`, ...rest });
}

/** A module that imports one thing. Assembled here, so that no rule reads it as an import of this file. */
export function importing(specifier: string): string {
  const quote = "'";
  return `import { x } from ${quote}${specifier}${quote};\n`;
}

export function printed(findings: readonly Finding[]): string[] {
  return findings.map(printFinding);
}
