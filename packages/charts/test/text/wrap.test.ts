import { languages, textIn } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/index.ts';
import { flow, nameColumn, wrap } from '../../src/text/wrap.ts';
import { longNames } from '../fixtures/places.ts';

const font = { size: 13 };

describe('wrap', () => {
  const texts = [
    '',
    'a',
    'Almaty',
    'one two three four five six seven',
    'W'.repeat(80),
    '🙂'.repeat(30),
    `${'Щ'.repeat(40)} end`,
  ];

  it.each(texts)('keeps %j within the width and the number of lines', (text) => {
    for (const width of [40, 90, 300])
      for (const most of [1, 2, 3]) {
        const lines = wrap(text, width, font, most);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
        expect(lines.join('')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }
  });

  it('loses nothing that fits', () => {
    const text = 'one two three four five six seven';
    expect(wrap(text, 90, font, 9).join(' ')).toBe(text);
    expect(wrap(text, 1000, font, 1)).toEqual([text]);
  });

  it('breaks after a hyphen before it breaks a word', () => {
    expect(wrap('Ust-Kamenogorsk', 85, font, 2)).toEqual(['Ust-', 'Kamenogorsk']);
    expect(wrap('Ust-Kamenogorsk', 30, font, 9)[0]).toBe('Ust-');
  });

  it('breaks no range of numbers, but after a dash between words', () => {
    for (let width = 50; width < 200; width += 1)
      for (const line of wrap('in December, 12–30 December 2025', width, font, 9))
        expect(line).not.toMatch(/–$/);
    expect(wrap('Almaty–Taraz', 50, font, 2)).toEqual(['Almaty–', 'Taraz']);
  });

  it('ends in an ellipsis where it cuts', () => {
    expect(wrap('one two three four', 60, font, 1)[0]).toMatch(/^one.*…$/);
  });

  it.each([
    '28 апреля – 4 июня 2012 г.',
    '2012 ж. 28 сәуір – 4 маусым',
    'About 15 detentions, 28 April – 4 June 2012',
  ])('begins no line of %j with a dash', (text) => {
    for (let width = 90; width < 400; width += 7) {
      const lines = wrap(text, width, { size: 13 }, 20);
      expect(lines.filter((line) => /^[–—]/.test(line))).toEqual([]);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  it.each([
    'В Алматы задержаны не менее 11 300 человек, 28 апреля 2012 г., штрафы 770 евро',
    'Алматыда 2012 ж. 28 сәуір мен 4 маусым аралығында 15 ұсталған адам',
    'About 15 detentions on 28 April 2012, and fines of ≥ ≈ EUR 770 in 11,300 cases',
  ])('keeps each number of %j with what it counts', (text) => {
    for (let width = 150; width < 400; width += 7) {
      const lines = wrap(text, width, { size: 13 }, 20);
      // A line may end after a number only where a comma or nothing follows it.
      expect(lines.slice(0, -1).filter((line) => /(\d|[≈≥]|EUR)$/.test(line))).toEqual([]);
      expect(lines.join(' ')).toBe(text);
    }
  });

  it('breaks between a number and its unit where both are wider than a line', () => {
    expect(wrap('15 detentions', 70, { size: 13 }, 3)).toEqual(['15', 'detentions']);
  });
});

it('flow breaks between its items and not in them', () => {
  expect(flow(['one thing', 'another thing', 'third'], 140, font)).toEqual([
    'one thing · another thing',
    'third',
  ]);
  expect(flow([], 140, font)).toEqual([]);
});

describe('a column of names', () => {
  it('takes about a quarter of a picture, on a phone a third, however long one name is', () => {
    const names = ['Oz', 'Almaty', 'W'.repeat(80)];
    for (const available of [300, 500, 760, 1400]) {
      const share = nameColumn(names, available).width / available;
      expect(share).toBeLessThanOrEqual(available < 500 ? 0.36 : 0.27);
    }
    expect(nameColumn(['Oz', 'Almaty'], 760).width).toBeLessThan(60);
  });

  it('keeps both ends of a name that has a single line', () => {
    const [line = ''] = nameColumn(['New Temirtau-on-the-Upper-Canal'], 300, 1).lines(
      'New Temirtau-on-the-Upper-Canal',
    );
    expect(line).toMatch(/^New .*….*anal$/);
  });

  it.each(languages)('keeps apart names that differ only at their end, in %s', (language) => {
    const names = longNames.places.map((place) => textIn(place, 'name', language).text);
    for (const available of [300, 560, 760]) {
      const column = nameColumn(names, available);
      const printed = names.map((name) => column.lines(name).join(' '));
      expect(new Set(printed).size).toBe(names.length);
      expect(column.width).toBeLessThanOrEqual(available * 0.4);
      for (const name of names) expect(column.lines(name).length * 16).toBeLessThanOrEqual(column.rowHeight);
    }
  });
});
