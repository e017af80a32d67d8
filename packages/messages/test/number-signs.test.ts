import { languages, parseQuantity } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { figureOf, numberSigns, words } from '../src/index.ts';

const signsOf = (...quantities: string[]) =>
  numberSigns(
    quantities.map((text) => {
      const read = parseQuantity(text);
      if (!read.ok) throw new Error(read.hint);
      return read.value;
    }),
  );

describe('the signs of numbers', () => {
  it('are those that one of the numbers needs, in one order', () => {
    expect(signsOf()).toEqual([]);
    expect(signsOf('12', '0')).toEqual([]);
    expect(signsOf('30-40')).toEqual(['hatch']);
    expect(signsOf('2+')).toEqual(['atLeast']);
    expect(signsOf('~10')).toEqual(['approximate']);
    expect(signsOf('?')).toEqual(['badge']);
    expect(signsOf('10 & ?', '~20+', '30-40')).toEqual(['hatch', 'atLeast', 'approximate', 'badge']);
  });

  it('are in the key exactly where they are in the figure, in every language', () => {
    for (const quantity of ['12', '~10', '30-40', '~30-40', '2+', '~20+', '?', '10 & ?']) {
      const read = parseQuantity(quantity);
      if (!read.ok) throw new Error(read.hint);
      for (const language of languages) {
        const figure = figureOf(read.value, words(language));
        const used = numberSigns([read.value]);
        expect([quantity, used.includes('atLeast')]).toEqual([quantity, figure.includes('≥')]);
        expect([quantity, used.includes('approximate')]).toEqual([quantity, figure.includes('≈')]);
        expect([quantity, used.includes('badge')]).toEqual([quantity, figure.includes('+')]);
      }
    }
  });
});
