import { typedWords } from '@article21/messages/typed';
import { monthNamed } from '@article21/model';

/** What a word of a cell may say; some words say several things: `до 20` and `10 до 20`. */
export type Role =
  | 'about'
  | 'more'
  | 'least'
  | 'most'
  | 'fewer'
  | 'after-about'
  | 'after-more'
  | 'after-least'
  | 'after-most'
  | 'to'
  | 'from'
  | 'between'
  | 'and'
  | 'each'
  | 'several'
  | 'counted'
  | 'days'
  | 'hundred'
  | 'thousand'
  | 'million'
  | 'dozen'
  | 'number';

export interface Token {
  text: string;
  roles: ReadonlySet<Role>;
  /** Of a number in words. */
  value: number | null;
}

/**
 * The longest cell in which a number or a date is looked for. In a longer one there is none, and to make sure of that could take
 * as long as somebody wants who wrote it.
 */
export const LONGEST_TYPED = 200;

/** A number with marks between its digits, and the ending that Kazakh gives it: `100-ден`. */
const NUMBER = /^\d+(?:[.,' ]\d{3}(?!\d))*(?:[.,]\d+)?(?:-?(?:[дтн][ае]н|[гкғқ][ае])(?![\p{L}\d]))?/u;

/** The words and numbers of a cell in small letters; null where it has a sign or word that is not known. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [number] = NUMBER.exec(rest) ?? [];
    const found = number === undefined ? wordAt(rest) : numberToken(number);
    if (found === null) return null;
    tokens.push(found);
    rest = rest.slice(found.text.length).replace(/^\.?\s*/, '');
  }
  return tokens;
}

/** Whether tokens have these roles, one after the other. */
export function areIn(tokens: readonly Token[], roles: readonly Role[]): boolean {
  return tokens.length === roles.length && roles.every((role, i) => tokens[i]?.roles.has(role) === true);
}

function numberToken(text: string): Token {
  return { text, roles: new Set<Role>(['number']), value: null };
}

/** The longest known word or phrase at the beginning of a text. */
function wordAt(text: string): Token | null {
  for (const [word, { roles, value }] of words()) {
    if (!text.startsWith(word)) continue;
    const next = text.slice(word.length);
    if (/\p{L}$/u.test(word) && /^\p{L}/u.test(next)) continue;
    return { text: word, roles, value };
  }
  return null;
}

type Known = [word: string, { roles: Set<Role>; value: number | null }];
let known: Known[] | null = null;

function words(): Known[] {
  if (known !== null) return known;
  const byWord = new Map<string, Known[1]>();
  const add = (role: Role, list: readonly string[], value: number | null = null) => {
    for (const word of list) {
      const entry = byWord.get(word) ?? { roles: new Set<Role>(), value };
      byWord.set(word, entry);
      entry.roles.add(role);
      entry.value ??= value;
    }
  };
  for (const it of Object.values(typedWords)) {
    for (const role of ['about', 'more', 'least', 'most', 'fewer', 'to', 'from', 'each', 'several'] as const)
      add(role, it[role]);
    for (const role of ['counted', 'days', 'hundred', 'thousand', 'million', 'dozen'] as const)
      add(role, it[role]);
    for (const side of ['about', 'more', 'least', 'most'] as const) add(`after-${side}`, it.after[side]);
    for (const [before, and] of it.between) {
      add('between', [before]);
      add('and', [and]);
    }
    for (const [i, forms] of it.numerals.entries()) add('number', forms.split('|'), i + 1);
  }
  add('and', ['&', '/']);
  known = [...byWord].sort(([a], [b]) => b.length - a.length);
  return known;
}

/** A cell as words are looked up in: small letters, one kind of dash and of space. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a folded cell is one of the words of this list in any language, with or without a full stop. */
export function isAmong(text: string, list: 'unknown' | 'vague' | 'noAnswer' | 'noDate' | 'total'): boolean {
  const bare = text.replace(/[.:]+$/, '');
  return Object.values(typedWords).some((it) => it[list].includes(bare) || it[list].includes(text));
}

/** Which month a word names in any language, also shortened; from 1 on. */
export function monthNumber(word: string): number | null {
  for (const { months } of Object.values(typedWords)) {
    const at = months.findIndex((it) => it === word || (word.length >= 3 && it.startsWith(word)));
    if (at !== -1) return at + 1;
  }
  return monthNamed(word);
}
