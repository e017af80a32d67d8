import { statementWords } from '@article21/messages/statements';
import { typedWords } from '@article21/messages/typed';
import { literally } from './words.ts';

const spoken = [typedWords.en, typedWords.ru, typedWords.kk].flatMap((it) => it ?? []);
/** What each word for a number is worth: one to twenty, tens, hundreds. */
const worth = new Map<string, number>([
  ...spoken.flatMap((it) => it.numerals.flatMap((forms, i) => formsOf(forms, i + 1))),
  ...Object.values(statementWords).flatMap((it) =>
    it.roundNumbers.flatMap(([value, forms]) => formsOf(forms, value)),
  ),
]);

/** Words for numbers. "A" is none, unless hundreds stand behind it. */
export const numberWords: readonly string[] = [...worth.keys()];

const WORD = numberWords
  .toSorted((a, b) => b.length - a.length)
  .map(literally)
  .join('|');
const SPOKEN = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${WORD})(?:(?:-|\s+)(?:${WORD}))+(?!\p{L})|(?<![\p{L}\d])(?:${WORD})(?!\p{L})`,
  'giu',
);
const ONE_WORD = new RegExp(`${WORD}`, 'giu');

/** A text with its spoken numbers in digits: `twenty-five`, `сто двадцать`. What is no one number stays: `one two`. */
export function inDigits(text: string): string {
  return text.replace(SPOKEN, (words) => {
    const values = (words.match(ONE_WORD) ?? []).map((word) => worth.get(word.toLowerCase()) ?? 0);
    const isOne = values.every((value, i) => i === 0 || isUnder(value, values[i - 1] ?? 0));
    return isOne ? String(values.reduce((sum, value) => sum + value, 0)) : words;
  });
}

/** Whether a number can stand behind a larger one as its part: units behind tens, tens behind hundreds. */
function isUnder(value: number, larger: number): boolean {
  return larger % 100 === 0 ? value < 100 : larger % 10 === 0 && larger >= 10 && value < 10;
}

function formsOf(forms: string, value: number): [string, number][] {
  return forms.split('|').flatMap((form): [string, number][] => (/^an?$/.test(form) ? [] : [[form, value]]));
}
