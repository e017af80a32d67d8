import { expect, test } from 'vitest';
import { propose } from '../src/index.ts';

const kinds = [
  {
    ...{ id: 'attack_on_journalist', definition_en: 'A journalist was hit.' },
    ...{ label_en: 'Attack on a journalist', label_ru: 'Нападение на журналиста' },
  },
  { id: 'raid', label_ru: 'Обыск', definition_ru: 'Обыск в помещении.' },
];
const told = (text: string) =>
  propose(text, { kinds }).map(({ kind, count, act }) => [kind, count.value, act.text]);

test.each([
  [
    'There were three attacks on journalists in May.',
    [['attack_on_journalist', '3', 'attacks on journalists']],
  ],
  [
    'An attack on a journalist was reported.',
    [['attack_on_journalist', expect.any(String), 'attack on a journalist']],
  ],
  [
    'Нападения на журналистов продолжались.',
    [['attack_on_journalist', expect.any(String), 'Нападения на журналистов']],
  ],
  ['У активистов прошли обыски.', [['raid', expect.any(String), 'обыски']]],
  ['There may be attacks on journalists.', []],
  ['Journalists attacked the decision.', []],
])('a kind of the dataset is found by its label: %s', (text, acts) => {
  expect(told(text)).toEqual(acts);
});

test('acts of every dataset are found beside it, and without it they alone', () => {
  const text = 'Ten people were detained, and there were two attacks on journalists.';
  expect(told(text).map(([kind, count]) => [kind, count])).toEqual([
    ['detention', '10'],
    ['attack_on_journalist', '2'],
  ]);
  expect(propose(text).map(({ kind }) => kind)).toEqual(['detention']);
});
