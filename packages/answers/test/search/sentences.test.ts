import { expect, it } from 'vitest';
import { sentencesOf } from '../../src/search/sentences.ts';

const textsOf = (text: string) => sentencesOf('statement', text, []).map((it) => it.text);

it.each([
  ['One was fined. Two were warned.', ['One was fined.', 'Two were warned.']],
  ['Title\n\nOne was fined', ['Title', 'One was fined']],
  ['«Уйдите!» Их задержали. 12 человек.', ['«Уйдите!»', 'Их задержали.', '12 человек.']],
  ['On 4 Jan. last year 3.5 million, e.g. tenge.', ['On 4 Jan. last year 3.5 million, e.g. tenge.']],
  ['“Why?” they asked...  and left. ', ['“Why?” they asked...  and left.']],
  ['Оны ұстады!.. Босатты.\r\nБітті.', ['Оны ұстады!..', 'Босатты.', 'Бітті.']],
  ['   \n', []],
  ['', []],
])('%j has the sentences %j', (text, sentences) => {
  expect(textsOf(text)).toEqual(sentences);
});

it('a sentence stands where it begins in its text, and names the records that quote a part of it', () => {
  const text = 'Nobody was there.\n\n Ten were detained; two fined. Then it rained.';
  const quotation = (record: string, quote: string) => {
    const start = text.indexOf(quote);
    return { record, source: 'statement', start, end: start + quote.length };
  };
  const quoted = [
    quotation('fined', 'two fined'),
    quotation('detained', 'Ten'),
    quotation('both', 'fined. Then'),
  ];
  const found = sentencesOf('statement', text, quoted);
  expect(found.map(({ start, text: it }) => text.slice(start, start + it.length) === it)).toEqual([
    true,
    true,
    true,
  ]);
  expect(found.map(({ records }) => records)).toEqual([[], ['detained', 'fined', 'both'], ['both']]);
});

it('marks without end are looked at once each', () => {
  const hostile = `${'.'.repeat(100_000)}${' '.repeat(100_000)}a${'?.'.repeat(100_000)}${'."'.repeat(100_000)}`;
  const sentences = textsOf(hostile);
  expect(sentences.join('').replaceAll(' ', '')).toBe(hostile.replaceAll(' ', ''));
});
