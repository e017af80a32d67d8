import { expect, it } from 'vitest';
import { joinWrappedLines } from '../src/documents/wrapped-lines.ts';

const PARAGRAPHS = [
  'On 28 April 2012, so-called Disagreement Day rallies took place in the cities of Almaty, Astana, Taraz and Ust-Kamenogorsk, and in all of them the authorities had rejected the applications.',
  'In Almaty some 400 people gathered outside Hotel Kazakhstan. After the rally about ten people were detained and three fined.',
  'In the morning of the day of the rally, leaders of two associations were detained in their homes; they were both subsequently sentenced to 15 days of administrative arrest, and released in May.',
];

/** The same with lines of at most so many letters. */
function broken(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/ |(?<=Ust-)/)) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : line.endsWith('Ust-') ? line + word : `${line} ${word}`;
    if (longer.length > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

it.each([60, 72, 79])('puts lines of %i letters together again, and keeps the paragraphs', (width) => {
  const wrapped = PARAGRAPHS.map((it) => broken(it, width).join('\r\n')).join('\r\n\r\n');
  expect(joinWrappedLines(wrapped)).toBe(PARAGRAPHS.join('\n\n'));
  expect(joinWrappedLines(PARAGRAPHS.join('\n\n'))).toBe(PARAGRAPHS.join('\n\n'));
});

it('does so where an empty line stands behind each line', () => {
  const wrapped = PARAGRAPHS.map((it) => broken(it, 60).join(' \n \n')).join('\n \n \n \n');
  expect(joinWrappedLines(wrapped)).toBe(PARAGRAPHS.join('\n\n'));
});

it.each([
  [
    'lines that are sentences',
    Array.from({ length: 8 }, (_, i) => `On ${i + 1} May two people were detained in Almaty on the square.`),
  ],
  [
    'a list',
    Array.from(
      { length: 8 },
      (_, i) => `- ${i + 1} May: two people, detained in Almaty beside the monument of`,
    ),
  ],
  ['short lines', Array.from({ length: 8 }, () => 'Almaty, Astana')],
  ['a few lines', broken(PARAGRAPHS[1] ?? '', 60)],
])('leaves %s as they are', (_, lines) => {
  expect(joinWrappedLines(lines.join('\n'))).toBe(lines.join('\n'));
});
