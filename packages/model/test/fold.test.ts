import { describe, expect, it } from 'vitest';
import { fold, foldedWords, foundParts } from '../src/index.ts';

describe('folded text', () => {
  it('has no capitals and accents, and letters that every Cyrillic keyboard has', () => {
    expect(fold('Öskemen')).toBe('oskemen');
    expect(fold('Қазақстан, Өскемен')).toBe('казакстан, оскемен');
    expect(fold('ЁЖ')).toBe(fold('еж'));
    expect(foldedWords('  Alga  ALGA\tParty ')).toEqual(['alga', 'party']);
    expect(foldedWords(' \n')).toEqual([]);
  });

  it('is found where it stands in the text, of which no letter is lost', () => {
    expect(foundParts('The Álga! party', ['alga'])).toEqual([
      { text: 'The ', found: false },
      { text: 'Álga', found: true },
      { text: '! party', found: false },
    ]);
    expect(foundParts('A\u0301lga', ['al'])[0]).toEqual({ text: 'A\u0301l', found: true });
    for (const text of ['', '𝒜lga 😀', 'қала Қала', '\u0301', 'İi'])
      for (const words of [['a'], ['кала'], ['', '𝒜'], ['i']])
        expect(
          foundParts(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
    expect(foundParts('қала Қала', ['кала']).filter(({ found }) => found)).toHaveLength(2);
  });
});
