import { expect, test } from 'vitest';
import { createNumbersColumn, createTextsColumn } from '../src/columns.ts';

test('a column of numbers has what was put into it, however many there are', () => {
  const [whole, any] = [createNumbersColumn(), createNumbersColumn('any')];
  for (let i = 0; i < 1_000; i++) {
    whole.push(-i);
    any.push(2 ** 40 + i / 2);
  }
  whole.set(700, 7);
  expect([whole.length, whole.at(0), whole.at(700), whole.at(999)]).toEqual([1_000, 0, 7, -999]);
  expect([...any.all()]).toEqual(Array.from({ length: 1_000 }, (_, i) => 2 ** 40 + i / 2));
});

test('a column of texts has what was put into it, however long and in whatever letters', () => {
  // A block has 1,048,576 bytes, and each of these letters may take three.
  const long = [349_524, 349_525, 349_526, 900_000].map((length) => 'ұ'.repeat(length));
  const texts = [
    '',
    'a',
    ...long,
    'ұзын',
    '',
    ...long.toReversed(),
    '😀',
    'é',
    ...long.map((it) => `😀${it}`),
  ];
  const column = createTextsColumn();
  for (const text of texts) column.push(text);
  expect(column.length).toBe(texts.length);
  expect(texts.filter((text, row) => column.at(row) !== text)).toEqual([]);
});
