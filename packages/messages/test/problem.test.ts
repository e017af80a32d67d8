import { languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { problemTexts, words } from '../src/index.ts';

const kinds = [
  'too-much',
  'invalid-query',
  'address-too-long',
  'not-found',
  'busy',
  'unavailable',
  'internal',
];
const codes = ['unknown_key', 'unknown_value', 'duplicate_key', 'unreadable', 'inverted', 'too_many'];
const issues = codes.map((code) => ({ key: 'measure', code, stated: '12' }));

describe('a problem', () => {
  it.each(languages)('is said in %s, whatever it is', (lang) => {
    for (const kind of kinds) {
      const { title, hints } = problemTexts(kind, issues, words(lang));
      for (const text of [title, ...hints]) {
        expect(text).toMatch(/\p{L}/u);
        expect(text).not.toMatch(/[{}]/);
        // Keys of an address are Latin in every language; nothing else is.
        const isForeign = /[a-z]{2}/.test(text.replaceAll('measure', ''));
        expect([text, isForeign]).toEqual([text, lang === 'en']);
      }
    }
  });

  it('of too much says which filter to narrow', () => {
    const hintsOf = (key: string) =>
      problemTexts('too-much', [{ key, code: 'too_many', stated: '' }], words('en')).hints;
    expect(hintsOf('every')).toEqual([expect.stringMatching(/^Choose a shorter period or a longer step/)]);
    for (const key of ['by', 'measure'])
      expect(hintsOf(key)).toEqual(['Choose fewer cities or fewer measures.']);
    for (const key of ['width', 'height'])
      expect(hintsOf(key)).toEqual(['Choose a larger width or height, or fewer cities.']);
    expect(hintsOf('scale')).toEqual(['Choose a smaller scale, width or height.']);
    expect(hintsOf('show')).toEqual(['Choose fewer slides, or shorter periods and fewer cities in them.']);
  });

  it('of a question names each part that was not understood', () => {
    const asked = [
      { key: 'colour', code: 'unknown_key', stated: 'red' },
      { key: 'from', code: 'unreadable', stated: 'x' },
    ];
    expect(problemTexts('invalid-query', asked, words('en')).hints).toEqual([
      '“colour” means nothing here.',
      '“x” could not be read (from).',
    ]);
  });
});
