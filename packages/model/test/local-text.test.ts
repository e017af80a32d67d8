import { expect, it } from 'vitest';
import { localText, placeSchema, textIn, translationsIn } from '../src/index.ts';

const source = { title: 'Erklärung', title_ru: 'Заявление' };

it('is in the language of the reader where the dataset has it, else in its own, and says in which', () => {
  expect(localText(source, 'title', 'ru', 'de')).toEqual({ text: 'Заявление', language: 'ru' });
  expect(localText(source, 'title', 'kk', 'de')).toEqual({ text: 'Erklärung', language: 'de' });
});

it('names only the languages that an item has', () => {
  expect(translationsIn(source, 'title')).toEqual({ title_ru: 'Заявление' });
});

it('that has no language of its own is in the reader’s, else in one that there is, and says in which', () => {
  expect(textIn({ title_ru: 'Митинг', title_kk: 'Жиын' }, 'title', 'kk')).toEqual({
    text: 'Жиын',
    language: 'kk',
  });
  expect(textIn({ title_ru: 'Митинг' }, 'title', 'kk')).toEqual({ text: 'Митинг', language: 'ru' });
  expect(() => textIn({}, 'title', 'en')).toThrow('no title in any language (known: en, ');
});

it('is needed in one language, and in any', () => {
  const place = { id: 'moscow', kind: 'city', parent: null, country: 'RU', lat: null, lon: null };
  const rest = { aliases: [], wikidata: null };
  expect(placeSchema.safeParse({ ...place, ...rest, name_ru: 'Москва' }).success).toBe(true);
  expect(placeSchema.safeParse({ ...place, ...rest }).error?.issues[0]?.message).toBe(
    'has no name in any language',
  );
});
