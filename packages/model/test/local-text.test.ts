import { expect, it } from 'vitest';
import { localText, translationsIn } from '../src/index.ts';

const source = { title: 'Erklärung', title_ru: 'Заявление' };

it('is in the language of the reader where the dataset has it, else in its own, and says in which', () => {
  expect(localText(source, 'title', 'ru', 'de')).toEqual({ text: 'Заявление', language: 'ru' });
  expect(localText(source, 'title', 'kk', 'de')).toEqual({ text: 'Erklärung', language: 'de' });
});

it('names only the languages that an item has', () => {
  expect(translationsIn(source, 'title')).toEqual({ title_ru: 'Заявление' });
});
