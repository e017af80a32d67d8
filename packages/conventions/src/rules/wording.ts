import type { Finding, RepositoryFile } from '../repository.ts';
import { isCode } from '../workspaces.ts';

interface Wording {
  pattern: RegExp;
  message: string;
  applies(path: string): boolean;
}

const code = (path: string) => isCode(path);
const prose = (path: string) => isCode(path) || /\.(?:md|css|html|ya?ml|json)$/.test(path);

// The letter in brackets keeps a pattern from finding itself.
const wordings: readonly Wording[] = [
  { pattern: /^\s*export \*/m, message: 'export *: name what is exported', applies: code },
  {
    pattern: /^\s*export default|^\s*export \{[^}]*\bas default\b/m,
    message: 'a default export: name it',
    applies: (path) => isCode(path) && !/\.config\.ts$|\.d\.ts$/.test(path),
  },
  {
    pattern: /\b(?:T[O]DO|F[I]XME|X[X]X)\b/,
    message: 'a note to oneself: do it or write a decision',
    applies: (path) => prose(path) && path !== 'pnpm-lock.yaml',
  },
  {
    // A clock that was set back once kept a rollback from being seen. What needs that clock says why in the line before.
    pattern: /(?<!\/\/ [^\n]*\bThe time of day, because [^\n]*\n[^\n]*)\bDate\.[n]ow\b/,
    message: 'the time of day for a duration: performance.now() is never set back',
    applies: (path) => isCode(path) && !/\/test\//.test(path),
  },
  { pattern: /@ts-[i]gnore|@ts-[n]ocheck/, message: 'types are not switched off', applies: code },
  {
    pattern: /@ts-[e]xpect-error(?!\s*[:\u2013\u2014-]?\s*[A-Za-z].{4})/,
    message: 'an expected type error says why it is expected',
    applies: code,
  },
  {
    pattern: /biome-[i]gnore(?:-all|-start)?\s+\S+:\s*(?:<|$)|biome-[i]gnore[^:\n]*$/m,
    message: 'a lint exception gives its reason',
    applies: code,
  },
];

/** Words that must not stand in code: anonymous exports, notes to oneself, silenced checks without a reason. */
export function checkWording(files: readonly RepositoryFile[]): Finding[] {
  return files.flatMap(({ path, text }) =>
    wordings
      .filter(({ applies }) => applies(path))
      .flatMap(({ pattern, message }) => findAll(path, text, pattern, message)),
  );
}

/** Every place of a pattern in a text, one finding each. */
export function findAll(file: string, text: string, pattern: RegExp, message: string): Finding[] {
  const everywhere = new RegExp(pattern.source, `${pattern.flags}g`);
  return [...text.matchAll(everywhere)].map((match) => {
    const before = text.slice(0, match.index + match[0].search(/\S|$/));
    return { file, line: before.split('\n').length, message };
  });
}
