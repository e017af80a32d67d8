import { exactly, languages, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { columnText, quantitiesOf, type ValueContext, valueText } from '../../src/dataset/index.ts';
import { pageTexts, words } from '../../src/index.ts';

const context: ValueContext = {
  ...{ words: words('en'), kind: 'detention', places: null },
  assemblies: [],
  sources: [{ id: 'a', title: 'A statement' }],
};
const about = (low: number, high: number | null, notation: string) => ({
  ...exactly(low),
  ...{ high, approximate: true, notation },
});
const said = (column: string, value: unknown) => valueText(column, value, context);

describe('valueText', () => {
  it('says a quantity in words, with what is counted', () => {
    expect(said('count', about(10, 10, '~10'))).toBe('about 10 detentions');
    expect(said('count', about(2, null, '~2+'))).toBe('at least about 2 detentions');
    expect(said('count', { notation: '?', ...unstated, low: null, high: null })).toBe(
      '1 report without a number',
    );
  });

  it('says a date as its source states it, and the days on which a record is counted with the reason', () => {
    expect(said('date', '../2012-05-31')).toBe('on or before 31 May 2012');
    const charted = {
      from: '2012-04-01',
      to: '2012-04-28',
      day: '2012-04-28',
      by: 'assembly',
      approximate: true,
    };
    expect(said('charted', charted)).toBe(
      '28 April 2012: counted under the date of its assembly; the source says “about”',
    );
    expect(
      said('charted', { ...charted, from: null, day: null, by: 'interval', approximate: false }),
    ).toMatch(/^on or before 28 April 2012: /);
  });

  it('says kinds, phases and bases by their names', () => {
    expect([said('kind', 'fine'), said('phase', 'before'), said('basis', 'summary')]).toEqual([
      words('en').kind('fine'),
      words('en').phase.before,
      words('en').basis.summary,
    ]);
  });

  it('shows evidence by what it cites, and a withheld one by its source alone', () => {
    const table = { header: ['day', 'people', 'note'], rows: [{ row: 17, cells: ['1 May', 'ten', ''] }] };
    const evidence = [
      { kind: 'quotation', source: 'a', quote: 'Ten were detained.' },
      { kind: 'quotation', source: 'b', quote: null },
      { kind: 'row', source: 'b', row: 17, columns: [], table },
      { kind: 'link', source: 'b', url: 'https://news.example/1', accessed: '2026-11-29' },
    ];
    expect(said('evidence', evidence)).toBe(
      'A statement: “Ten were detained.” | b | b: Row 17: “day: 1 May | people: ten” | ' +
        'b: not quoted: https://news.example/1 (read on 29 November 2026)',
    );
  });

  it('shows nothing as nothing, and not as a word', () => {
    for (const column of ['note', 'count', 'evidence', 'date'])
      expect([null, undefined, ''].map((value) => said(column, value))).toEqual([null, null, null]);
    expect(said('evidence', [])).toBeNull();
  });

  it('shortens what is long, and survives what it does not know', () => {
    expect(said('note', 'x'.repeat(1000))).toHaveLength(301);
    expect(said('later', { strange: 1 })).toBe('{"strange":1}');
  });
});

describe('quantities', () => {
  const fine = {
    kind: 'fine' as const,
    count: { ...about(30, 40, '~30-40') },
    amount: {
      ...{ notation: '~170 EUR', currency: 'EUR', rates: [] },
      ...exactly(170),
      approximate: true,
      cents: { ...exactly(17_000), approximate: true },
    },
    days: null,
  };

  it('are said in the words of a language, beside their notation', () => {
    expect(quantitiesOf(fine, words('en'))).toEqual([
      { text: 'about 30 to 40 people fined', notation: '~30-40' },
      { text: 'about EUR 170 in fines', notation: '~170 EUR' },
    ]);
    for (const lang of languages)
      for (const it of quantitiesOf(fine, words(lang))) expect(it.text).not.toMatch(/[~+?]|\d-\d/);
  });

  it('are said in signs where no measure counts them', () => {
    const other = { kind: 'other' as const, count: about(3, null, '~3+'), amount: null, days: null };
    expect(quantitiesOf(other, words('en'))).toEqual([{ text: '≥ ≈ 3', notation: '~3+' }]);
    expect(quantitiesOf({ ...other, count: { notation: '?', ...unstated } }, words('ru'))).toEqual([
      { text: words('ru').ui.evidence.quantityNotStated, notation: '?' },
    ]);
  });
});

it('calls a column by its name, and a note in another language by that of the language too', async () => {
  const { en, ru } = await pageTexts();
  expect(columnText('count', en.about)).toBe('Number');
  expect(columnText('note', ru.about)).toBe('Примечание кодировщика');
  expect(columnText('note_kk', en.about)).toBe('Coder’s note (Қазақша)');
});
