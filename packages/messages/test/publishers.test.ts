import { describe, expect, it } from 'vitest';
import { publishersOf, publishersText, sourceLine, words } from '../src/index.ts';

const sources = (...publishers: string[]) => publishers.map((publisher, i) => ({ id: `s-${i}`, publisher }));
const many = (publisher: string, n: number) => Array.from({ length: n }, () => publisher);

describe('publishers', () => {
  it('are named once each, with the number of their documents and the way to a single one', () => {
    const found = publishersOf(sources('A', ...many('Monitor', 40), 'B'), words('en'), 'en');
    const name = (text: string) => ({ text, language: 'en' });
    expect(found).toEqual({
      listed: [
        { name: name('Monitor'), documents: ' (40 documents)', only: null },
        { name: name('A'), documents: '', only: 's-0' },
        { name: name('B'), documents: '', only: 's-41' },
      ],
      more: null,
    });
  });

  it('have the name of the reader’s language, else say which one it is in', () => {
    const [one = { id: '', publisher: '' }] = sources('Monitor');
    const all = [{ ...one, publisher_ru: 'Наблюдатель' }];
    const nameIn = (lang: 'ru' | 'kk') => publishersOf(all, words(lang), 'fr').listed[0]?.name;
    expect(nameIn('ru')).toEqual({ text: 'Наблюдатель', language: 'ru' });
    expect(nameIn('kk')).toEqual({ text: 'Monitor', language: 'fr' });
    expect(publishersText(all, words('ru'))).toBe('Наблюдатель');
  });

  it.each([
    ['en', 'Monitor (2 documents); A; B; C; D; 35 more publishers'],
    ['ru', 'Monitor (2 документа); A; B; C; D; ещё 35 издателей'],
    ['kk', 'Monitor (2 құжат); A; B; C; D; тағы 35 жариялаушы'],
  ] as const)('of few documents are counted where there are many, in %s', (lang, text) => {
    const others = Array.from({ length: 35 }, (_, i) => `Publisher ${i}`);
    const all = sources('A', 'B', 'Monitor', 'C', 'D', ...others, 'Monitor');
    expect(publishersText(all, words(lang))).toBe(text);
  });

  it('of no source are none', () => {
    expect(publishersText([], words('en'))).toBe('');
    expect(publishersText(sources('One'), words('ru'))).toBe('One');
  });
});

describe('the line of sources', () => {
  const all = sources('A', 'B', 'C');

  it('names those of what is counted', () => {
    expect(sourceLine(all, ['s-1'], words('en'))).toBe('Source: B');
    expect(sourceLine(all, ['s-0', 's-2'], words('ru'))).toBe('Источник: A; C');
  });

  it('says that it is those of the dataset where nothing is counted, or nobody knows who states it', () => {
    expect(sourceLine(all, [], words('en'))).toBe('Sources of the dataset: A; B; C');
    expect(sourceLine(all, null, words('kk'))).toBe('Деректер жинағының дереккөздері: A; B; C');
  });
});
