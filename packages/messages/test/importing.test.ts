import { languageFolder, languages } from '@article21/languages';
import { describe, expect, it } from 'vitest';
import { createImportMessages } from '../src/importing.ts';
import { importMessages, words } from '../src/index.ts';

const others = languages.filter((language) => language !== 'en');

function texts(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

/** The holes of a text, each once: a language may name a thing twice. */
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const form = /\.(one|few|many|other)$/;

describe.each(others)('what the desk and the import say in %s', (language) => {
  it('is not English, and has the holes of the English', async () => {
    const [own, english] = await Promise.all(
      [language, 'en' as const].map(async (it) => {
        const [{ desk }, { importing }] = await Promise.all([
          languageFolder(it).desk(),
          languageFolder(it).importing(),
        ]);
        return new Map(texts({ desk, importing }));
      }),
    );
    const said = [...(own ?? [])].map(([path, text]) => {
      const model = english?.get(path) ?? english?.get(path.replace(form, '.other'));
      return { path, text, model };
    });
    expect(
      said
        .filter(({ text, model }) => text === model && /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')))
        .map((it) => it.path),
    ).toEqual([]);
    expect(
      said.flatMap(({ path, text, model }) =>
        model !== undefined && holes(model).some((hole) => !holes(text).includes(hole)) ? [path] : [],
      ),
    ).toEqual([]);
  });
});

it('says a code with what stands in it, in each language', async () => {
  const messages = await importMessages();
  const asked = { code: 'needed', values: { kind: 'fine', field: 'amount' } } as const;
  expect((['en', 'ru', 'kk'] as const).map((it) => messages[it].question(asked))).toEqual([
    'a record of the kind “fine” needs “amount”: ? is a report without a number',
    'для записи вида «штраф» нужно поле «сумма»: знак ? значит «сообщение без числа»',
    '«айыппұл» түріндегі жазбаға «сома» өрісі керек: ? — сансыз хабар',
  ]);
  const order = { code: 'order', values: { cell: '4/5', examples: ['04-05', '05-04'] } } as const;
  expect(messages.ru.question(order)).toBe('«4/5» — это 04-05 или 05-04?');
  const place = { name: 'Almaty', name_ru: 'Алматы', country: 'KZ', population: 1_977_011 };
  expect(messages.ru.place(place)).toMatch(/^Алматы, KZ, жителей: 1/);
  expect(messages.kk.placeName(place)).toBe('Almaty');
});

it('says what checking has found by its code, in English as whoever found it', async () => {
  const messages = await importMessages();
  const found = { code: 'missing_value', column: 'count', message: 'count is empty', hint: 'fill in count' };
  expect(messages.en.found(found)).toEqual({ message: 'count is empty', hint: 'fill in count' });
  expect(messages.ru.found(found).message).toBe('поле «число людей» не заполнено');
  const problem = { code: 'no_sheet', values: { sheet: 'x', sheets: 'a, b' }, message: '', hint: '' };
  expect(messages.kk.refusal(problem).hint).toBe('мына парақтардың бірін таңдаңыз: a, b');
});

it('throws on a sentence with a hole in it', async () => {
  const { importing } = await languageFolder('en').importing();
  const i18n = createImportMessages(words('en'), importing, null);
  expect(() => i18n.question({ code: 'order' })).toThrow('no value for {cell}');
});
