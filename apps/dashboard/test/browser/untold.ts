import { readFileSync } from 'node:fs';

/** What is told of the API's pages and not again of a mirror. */
export interface Untold {
  /** Why it cannot be told of a mirror, or need not be. */
  because: string;
  /**
   * A spec, or a folder of them, and its tests by their titles as they stand there: `${…}` is anything. No titles are
   * all of them.
   */
  specs: Readonly<Record<string, readonly string[]>>;
}

/** The list by which a mirror's run leaves tests out. */
export const untold: readonly Untold[] = JSON.parse(
  readFileSync(new URL('./untold.json', import.meta.url), 'utf8'),
);

/** The same, as Playwright is told. */
export function untoldPatterns(): RegExp[] {
  return untold.flatMap(({ specs }) =>
    Object.entries(specs).flatMap(([spec, titles]) =>
      titles.length === 0 ? [patternOf(spec, '')] : titles.map((title) => patternOf(spec, title)),
    ),
  );
}

/** Playwright compares with the project, the file, and the titles, a blank between each. */
function patternOf(spec: string, title: string): RegExp {
  const parts = title.split(/\$\{[^}]*\}/).map(literal);
  const files = spec.endsWith('/') ? `${literal(spec)}\\S+` : literal(spec);
  return new RegExp(`(^|\\s|test/browser/)${files} .*${parts.join('.*')}`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
