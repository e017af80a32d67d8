import { expect, it } from 'vitest';
import { sentencesOf } from '../src/sentences.ts';

it.each([
  ['words without a point', 'detained 1 May '.repeat(2_000)],
  ['abbreviations alone', 'p. '.repeat(10_000)],
  ['one word', 'a'.repeat(30_000)],
  ['letters of two units', `a${'\u{1D7D8}'.repeat(15_000)}`],
  ['spaces', `a${' '.repeat(30_000)}b`],
])('no sentence of %s is longer than 4,000, and none of it is lost', (_, text) => {
  const sentences = sentencesOf(text);
  expect(sentences.length).toBeLessThan(30);
  for (const { text: said, start, end } of sentences) {
    expect(said.length).toBeLessThanOrEqual(4_000);
    expect(text.slice(start, end)).toBe(said);
    expect(said).not.toMatch(/[\uD800-\uDFFF]/u);
  }
  expect(
    sentences
      .map((it) => it.text)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(text.replace(/\s/g, ''));
});

it('a sentence that is long, as lists are, stays one', () => {
  const list = `Detained were ${'A. Person of Almaty, '.repeat(180)}and others.`;
  expect(list.length).toBeGreaterThan(3_700);
  expect(sentencesOf(`${list} Ten were fined.`).map(({ text }) => text)).toEqual([list, 'Ten were fined.']);
});

it('sentences of a text without paragraphs are the same, wherever what is looked at together ends', () => {
  const said = Array.from(
    { length: 3_000 },
    (_, i) => `On ${i % 28} May Mr. Person of town ${i} sat. 5 came.`,
  );
  const expected = said.flatMap((it) => [it.slice(0, -' 5 came.'.length), '5 came.']);
  expect(sentencesOf(said.join(' ')).map(({ text }) => text)).toEqual(expected);
});
