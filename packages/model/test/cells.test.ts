import { expect, test } from 'vitest';
import {
  createCells,
  decodeCells,
  encodeCells,
  measureIds,
  OPEN_START,
  usualVocabulary,
} from '../src/index.ts';

function example() {
  const cells = createCells(['almaty', 'Өскемен'], 3, usualVocabulary);
  cells.place.set([0, 1, 1]);
  cells.measure.set([1, 2, 3]);
  cells.from.set([15_458, OPEN_START, -1]);
  cells.high.set([10, 77_000.0, 2 ** 52]);
  return cells;
}

test('cells are read back as written, at any alignment', () => {
  const bytes = encodeCells(example());
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(decodeCells(bytes, usualVocabulary)).toEqual(example());
  expect(decodeCells(shifted.subarray(3), usualVocabulary)).toEqual(example());
});

test('cells that list their measures in another order are renumbered', () => {
  const bytes = encodeCells(example());
  const text = new TextDecoder('latin1').decode(bytes);
  const [first, second] = measureIds as [string, string];
  const swapped = text.replace(`"${first}","${second}"`, `"${second}","${first}"`);
  const again = decodeCells(
    Uint8Array.from(swapped, (letter) => letter.charCodeAt(0)),
    usualVocabulary,
  );
  expect([...again.measure]).toEqual([0, 2, 3]);
});

test('other bytes, and bytes cut short, are refused', () => {
  expect(() => decodeCells(new Uint8Array(64), usualVocabulary)).toThrow('not a file of cells');
  expect(() => decodeCells(encodeCells(example()).slice(0, -40), usualVocabulary)).toThrow('cut short');
});
