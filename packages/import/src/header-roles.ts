import { type HeaderRole, typedWords } from '@article21/messages/typed';
import { fold } from './typed-tokens.ts';

/** The role that a name has in any language: the word itself, else one that it begins with. */
export function roleOf(name: string): HeaderRole | null {
  const text = plain(name);
  for (const isLike of [
    (word: string) => text === word,
    (word: string) => word.length > 3 && text.startsWith(`${word} `),
  ])
    for (const { headers } of Object.values(typedWords))
      for (const [role, words] of Object.entries(headers))
        if (words.some((word) => isLike(plain(word)))) return role as HeaderRole;
  return null;
}

/** `Арест (сутки)` and `Арест, сутки` are one name, and so are `city_state` and `City, State`. */
function plain(name: string): string {
  return fold(name)
    .replace(/[()[\].,:;*_/]+/g, ' ')
    .replace(/ё/g, 'е')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Whether cells merely count the rows, from one on, anew in each part of a table too. Such a number moves when a row is put
 * in between; one with gaps stays with its row. Titles and sums stand among them.
 */
export function countRows(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => (/^\d{1,7}\.?$/.test(cell) ? [Number.parseInt(cell, 10)] : []));
  return (
    numbers.length > cells.length / 2 &&
    numbers.every((number, i) => number === 1 || number === (numbers[i - 1] ?? 0) + 1)
  );
}
