import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attributeDigits,
  attributeFilters,
  combinationOf,
  createVocabulary,
  type DeclaredAttribute,
  emptyQuery,
  filterDigits,
  hasAttributes,
  MOST_ATTRIBUTE_VALUES,
  MOST_ATTRIBUTES,
  orUnstated,
  parseQuery,
  printQuery,
} from '../src/index.ts';

const attribute = (id: string, ...values: string[]): DeclaredAttribute => ({
  ...{ id, label_en: id, definition_en: 'As stated.' },
  values: values.map((value) => ({ id: value, label_en: value })),
});
const attributes = [attribute('topic', 'labour', 'land', 'other'), attribute('authorised', 'yes', 'no')];
const vocabulary = createVocabulary({ kinds: [], measures: [], attributes });

const read = (text: string, known = { vocabulary }) => parseQuery(new URLSearchParams(text), known);

test('a query asks for values of attributes, the same choice in one text', () => {
  const { query, issues } = read('attribute=topic:land,authorised:unstated,topic:labour,topic:land');
  expect(issues).toEqual([]);
  expect(query.attribute).toEqual(['authorised:unstated', 'topic:labour', 'topic:land']);
  expect(printQuery(query)).toBe('attribute=authorised:unstated,topic:labour,topic:land');
  expect(read('attribute=').query).toEqual(emptyQuery);
  expect(parseQuery(new URLSearchParams('attribute=a:b')).issues).toEqual([]);
});

test.each([
  [
    'topic:lab',
    'unknown_value',
    'known: topic:labour, topic:land, topic:other, topic:unstated, authorised:yes',
  ],
  ['organiser:union', 'unknown_value', 'known: topic:labour'],
  ['topic', 'unreadable', 'write for example topic:labour'],
  ['topic:labour:x', 'unreadable', 'write for example topic:labour'],
  ['topic:Labour', 'unreadable', 'write for example topic:labour'],
  [Array.from({ length: 501 }, (_, i) => `topic:v${i}`).join(), 'too_many', 'leave out an attribute'],
])('%s is refused', (text, code, hint) => {
  const { query, issues } = read(`attribute=${text}`);
  expect(query.attribute).toEqual([]);
  expect(issues).toMatchObject([{ key: 'attribute', code, hint: expect.stringContaining(hint) }]);
});

test('a dataset without attributes says so', () => {
  const [issue] = read('attribute=topic:labour', { vocabulary: createVocabulary() }).issues;
  expect(issue).toMatchObject({ code: 'unknown_value', hint: 'this dataset declares no attributes' });
});

test('a record has what is asked for by its number as by its words', () => {
  const digits = attributeDigits(attributes);
  const stated = fc.record(
    {
      topic: fc.constantFrom('labour', 'land', 'other'),
      authorised: fc.constantFrom('yes', 'no'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(stated, fc.subarray(attributeFilters(attributes)), (attributes_, asked) => {
      const record = { attributes: attributes_ };
      const number = combinationOf(record, digits);
      const byNumber = filterDigits(asked, attributes).every(({ unit, base, digits }) =>
        digits.includes(Math.floor(number / unit) % base),
      );
      expect(byNumber).toBe(hasAttributes(record, asked));
      expect(hasAttributes(record, [])).toBe(true);
      expect(hasAttributes(record, orUnstated(asked)) || !hasAttributes(record, asked)).toBe(true);
    }),
  );
  expect(() => combinationOf({ attributes: { topic: 'x' } }, digits)).toThrow('unknown topic: x');
});

test('as many attributes of as many values as there may be have a whole number for each combination', () => {
  const values = Array.from({ length: MOST_ATTRIBUTE_VALUES }, (_, i) => `v${i}`);
  const most = Array.from({ length: MOST_ATTRIBUTES }, (_, i) => attribute(`a${i}`, ...values));
  const last = Object.fromEntries(most.map(({ id }) => [id, values.at(-1) ?? '']));
  const number = combinationOf({ attributes: last }, attributeDigits(most));
  expect(Number.isSafeInteger(number)).toBe(true);
  expect(number).toBe((MOST_ATTRIBUTE_VALUES + 1) ** MOST_ATTRIBUTES - 1);
});
