import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedParts, wholeWords } from '../src/index.ts';

const marked = (quote: string, stated: string | null) =>
  quotedParts(quote, stated)
    .map(({ text, stated: it }) => (it ? `[${text}]` : text))
    .join('');

test.each([
  ['In 2017 police took 1 person to the station.', '1', 'In 2017 police took [1] person to the station.'],
  ['In 2018 police took several people.', '8', 'In 2018 police took several people.'],
  ['1 fined, 1 warned', '1', '[1] fined, [1] warned'],
  ['1,200 people, 1 officer, 1.5 hours', '1', '1,200 people, [1] officer, 1.5 hours'],
  ['200 of 1,200', '200', '[200] of 1,200'],
  ['ten men often attended; ten', 'ten', '[ten] men often attended; [ten]'],
  ['задержали десять, десятый ушёл', 'десять', 'задержали [десять], десятый ушёл'],
  ['десятый', 'десят', 'десятый'],
  ['On 12.03.2024 they took 12.', '12', 'On 12.03.2024 they took [12].'],
  ['(12) were taken', '(12)', '[(12)] were taken'],
  ['30-40 residents', '30', '[30]-40 residents'],
  ['a fine of 46,150 tenge', '46,150 tenge', 'a fine of [46,150 tenge]'],
  ['10й день', '10', '10й день'],
  ['𝟙1 and 1', '1', '𝟙1 and [1]'],
  ['e\u0301te', 'te', 'e\u0301te'],
  ['nothing of it', 'ten', 'nothing of it'],
  ['nothing stated', null, 'nothing stated'],
  ['nothing stated', '', 'nothing stated'],
])('in %j the words %j are marked where they stand whole', (quote, stated, shown) => {
  expect(marked(quote, stated)).toBe(shown);
});

const text = (...letters: string[]) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 });

test('the parts of a quotation are the quotation, and each that is marked is what was stated', () => {
  const any = text('1', '2', 'a', 'й', ' ', ',', '.', '👍');
  fc.assert(
    fc.property(any, any, (quote, stated) => {
      const parts = quotedParts(quote, stated);
      expect(parts.map((it) => it.text).join('')).toBe(quote);
      const marked = parts.filter((part) => part.stated).map((part) => part.text);
      expect(marked).toEqual(marked.map(() => stated));
    }),
  );
});

test('nothing that is marked has a letter or a digit beside it', () => {
  fc.assert(
    fc.property(text('1', '2', 'a', 'й', ' ', '.'), text('1', 'a', 'й'), (quote, stated) => {
      for (const { start, end } of wholeWords(quote, stated))
        expect(`${quote[start - 1] ?? ' '}${quote[end] ?? ' '}`).not.toMatch(/[12aй]/);
    }),
  );
});
