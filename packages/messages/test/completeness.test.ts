import { type Language, languageFolder, languages } from '@article21/languages';
import { undrawable } from '@article21/model';
import { describe, expect, it } from 'vitest';

const wordsOf = (language: Language) => languageFolder(language).words;
const others = languages.filter((language) => language !== 'en');

/** Names and signs that are the same word in another language. */
const alike = new Set(['measure.fines.unit', 'name', 'abbreviation', 'numbers.locale']);
/** Texts without any word of English in them. */
const wordless = (text: string) => !/[a-z]{2}/i.test(text.replace(/\{\w+\}/g, ''));

function texts(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
const english = new Map(texts(wordsOf('en')));

describe('each language', () => {
  it.each(languages)('%s has no empty text', (language) => {
    const all = texts(wordsOf(language));
    expect(all.filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });

  it.each(others)('%s has the keys of English, and only plural forms of its own beside them', (language) => {
    const form = /\.(one|few|many|other)$/;
    const paths = (map: Iterable<string>) => new Set([...map].map((path) => path.replace(form, '')));
    const own = paths(new Map(texts(wordsOf(language))).keys());
    expect([...paths(english.keys())].filter((path) => !own.has(path))).toEqual([]);
    expect([...own].filter((path) => !paths(english.keys()).has(path))).toEqual([]);
  });

  it.each(others)('%s leaves nothing in English', (language) => {
    const same = texts(wordsOf(language)).filter(
      ([path, text]) => english.get(path) === text && !wordless(text) && !alike.has(path),
    );
    expect(same).toEqual([]);
  });

  it.each(others)('%s has the placeholders of English in each plain text', (language) => {
    const own = texts(wordsOf(language)).filter(([path]) =>
      /^(ui|drawing|count|headline\.(count|reports|none))/.test(path),
    );
    const different = own.filter(([path, text]) => {
      const model = english.get(path);
      return model !== undefined && holes(model) !== holes(text);
    });
    expect(different).toEqual([]);
  });

  it.each(languages.map((it) => [it, wordsOf(it)] as const))(
    '%s names twelve months, three ways, and seven days',
    (_, { dates }) => {
      for (const names of [dates.months, dates.monthsOfDay, dates.monthsShort])
        expect(new Set(names.split(' ')).size).toBe(12);
      expect(new Set(dates.weekdaysShort.split(' ')).size).toBe(7);
    },
  );

  it.each(languages.map((it) => [it, wordsOf(it)] as const))(
    '%s calls a stretch of time one thing everywhere, and the phase of an assembly another',
    (_, { ui }) => {
      expect(ui.page.period).toBe(ui.table.period);
      expect(ui.filter.phase).not.toBe(ui.page.period);
      expect(ui.evidence.phase).toBe(ui.filter.phase);
    },
  );

  it.each(languages)('%s is written in letters that the fonts of pictures have', async (language) => {
    const folder = languageFolder(language);
    const long = [await folder.pages(), await folder.share()].flatMap((it) => texts(it));
    const strange = [...texts(folder.words), ...long].flatMap(([path, text]) =>
      undrawable(text).map((letter) => `${path}: ${letter}`),
    );
    expect(strange).toEqual([]);
  });

  // A folder is begun as a copy of another one.
  it('each has a name, an abbreviation and a locale of its own', () => {
    for (const key of ['name', 'abbreviation', 'locale'] as const)
      expect(new Set(languages.map((it) => wordsOf(it)[key])).size, key).toBe(languages.length);
    for (const language of languages) expect(wordsOf(language).locale).toMatch(new RegExp(`^${language}-`));
  });

  it('Russian has the forms that Russian tells apart wherever it counts', () => {
    const { rules, counted } = {
      rules: new Intl.PluralRules('ru').resolvedOptions().pluralCategories,
      counted: texts(wordsOf('ru')).filter(([path]) => path.endsWith('.one')),
    };
    const all = new Set(texts(wordsOf('ru')).map(([path]) => path));
    expect(rules).toEqual(expect.arrayContaining(['one', 'few', 'many']));
    expect(counted.length).toBeGreaterThan(10);
    for (const [path] of counted)
      for (const form of ['few', 'many', 'other']) expect(all).toContain(path.replace(/one$/, form));
  });
});
