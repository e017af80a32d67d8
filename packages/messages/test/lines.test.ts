import { languages, parseDay, parseQuantity } from '@article21/model';
import { expect, it } from 'vitest';
import { unbroken, words } from '../src/index.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '_');

it.each([
  ['About 15 detentions, 28 April – 4 June 2012.', 'About 15_detentions, 28_April_– 4_June 2012.'],
  ['EUR 770 in fines', 'EUR_770_in fines'],
  ['11 300 человек, ≥ ≈ EUR 770', '11_300_человек, ≥_≈_EUR_770'],
  ['≥ ≈ 15 + 1 report', '≥_≈_15 + 1_report'],
  ['28 апреля – 4 июня 2012 г.: не менее 10 человек', '28_апреля_– 4_июня 2012_г.: не менее 10_человек'],
  ['770 евро — штрафы', '770_евро_— штрафы'],
  ['2012 ж. 28 сәуір – 4 маусым: 15 адам', '2012_ж. 28_сәуір_– 4_маусым: 15_адам'],
  ['2012–2013 and so on', '2012–2013_and so on'],
  ['Nothing to keep, here', 'Nothing to keep, here'],
])('%j is set with its numbers and dashes kept, and is the same to read', (text, set) => {
  expect(shown(unbroken(text))).toBe(set);
  expect(unbroken(unbroken(text))).toBe(unbroken(text));
  expect(unbroken(text).replace(/\s/g, ' ')).toBe(text);
});

it('holds of what each language says of periods and numbers', () => {
  const period = { from: parseDay('2012-04-28'), to: parseDay('2012-06-04') };
  const read = parseQuantity('~15');
  if (!read.ok) throw new Error('~15 is a number');
  for (const lang of languages) {
    const said = words(lang);
    const text = `${said.count(read.value, 'detentions')}, ${said.period(period)}`;
    expect(unbroken(text)).not.toMatch(/ [–—] |\d \p{L}|[≈≥≤] \d/u);
  }
});
