import { exactly, languages, parseQuantity } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { words } from '../src/index.ts';
import examples from './phrases.json' with { type: 'json' };

/** The languages whose phrases stand in these tests. */
const written = ['en', 'ru', 'kk'] as const;

function estimate(notation: string) {
  const parsed = parseQuantity(notation, 2);
  if (!parsed.ok) throw new Error(`unreadable quantity in a test: ${notation}`);
  return parsed.value;
}

describe('the phrase of an estimate', () => {
  it.each(examples.map((row) => [row.measure, row.typed, row] as const))('%s %s', (measure, typed, row) => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      expect(words(language).count(estimate(typed), measure as 'detentions')).toBe(row[language]);
      expect(words(language).estimate(estimate(typed), measure as 'detentions')).toBe(row.short[language]);
    }
  });

  it('says in English what the design says, word for word', () => {
    const { count } = words('en');
    expect(count(estimate('~15 & ?'), 'detentions')).toBe(
      'at least about 15 detentions, and 1 report without a number',
    );
    expect(count(estimate('& 3?'), 'detentions')).toBe('3 reports without a number');
    expect(count(estimate('~770 & 2?'), 'fines')).toBe(
      'at least about EUR 770 in fines, and 2 reports without an amount',
    );
    expect(count(estimate('12+'), 'rejected_applications')).toBe('at least 12 rejected applications');
    expect(count(estimate('30'), 'arrest_days')).toBe('30 days of administrative arrest imposed');
  });
});

describe('an approximate number', () => {
  it('is said with three digits, an exact one with all', () => {
    const { count, estimate: signs } = words('en');
    expect(count(estimate('~11282+'), 'detentions')).toBe('at least about 11,300 detentions');
    expect(count(estimate('11282'), 'detentions')).toBe('11,282 detentions');
    expect(signs(estimate('~1015-9999'), 'detentions')).toBe('≈ 1,020–10,000');
    expect(words('ru').count(estimate('~94.15'), 'fines')).toBe('штрафы на сумму около 94 евро');
  });

  it('is one where both ends are said alike, and never nothing', () => {
    const { count, estimate: signs } = words('en');
    expect(count(estimate('~11282-11290'), 'detentions')).toBe('about 11,300 detentions');
    expect(count(estimate('~0.3'), 'fines')).toBe('less than EUR 1 in fines');
    expect(words('kk').count(estimate('~0.3'), 'fines')).toBe('1 еуродан аз айыппұл');
    expect(signs(estimate('~0.3'), 'fines')).toBe('< 1');
  });
});

describe('a number beside reports without one', () => {
  it('has no upper bound', () => {
    const { count, estimate: signs } = words('en');
    expect(count(estimate('6 & ?'), 'people_fined')).toBe(
      'at least 6 people fined, and 1 report without a number',
    );
    expect(signs(estimate('30-40 & 2?'), 'detentions')).toBe('≥ 30 + 2 reports without a number');
  });
});

describe('no least number beside reports without a number', () => {
  it.each([
    ['0-15 & ?', ['up to 15 detentions', 'до 15 задержаний', 'ең көбі 15 ұсталған адам'], '≤ 15'],
    [
      '~0-15 & ?',
      ['up to about 15 detentions', 'примерно до 15 задержаний', 'ең көбі шамамен 15 ұсталған адам'],
      '≤ ≈ 15',
    ],
    ['0-1 & ?', ['up to 1 detention', 'до 1 задержания', 'ең көбі 1 ұсталған адам'], '≤ 1'],
  ])('%s is the most that is stated, and the reports', (typed, said, signs) => {
    const reports = [
      ', and 1 report without a number',
      ' и 1 сообщение без указания числа',
      ' және саны көрсетілмеген 1 мәлімет',
    ];
    const stated = { ...estimate(typed), numbered: 1 };
    expect(written.map((it) => words(it).count(stated, 'detentions'))).toEqual(
      said.map((text, i) => text + reports[i]),
    );
    for (const it of languages) expect(words(it).signs(stated)).toBe(signs);
  });

  it('is so with money, and a stated zero stays a zero', () => {
    expect(written.map((it) => words(it).count(estimate('0-90 & ?'), 'fines'))).toEqual([
      'up to EUR 90 in fines, and 1 report without an amount',
      'штрафы на сумму до 90 евро и 1 сообщение без указания суммы',
      'ең көбі 90 еуро айыппұл және сомасы көрсетілмеген 1 мәлімет',
    ]);
    const zero = { low: 0, high: 0, approximate: false, unnumbered: 1, numbered: 1 };
    expect(words('en').count(zero, 'detentions')).toBe('0 detentions, and 1 report without a number');
    expect(words('en').signs(zero)).toBe('0');
  });
});

describe('Russian numerals', () => {
  const plain: Record<number, string> = {
    0: '0 задержаний',
    1: '1 задержание',
    2: '2 задержания',
    5: '5 задержаний',
    11: '11 задержаний',
    21: '21 задержание',
    22: '22 задержания',
    25: '25 задержаний',
    101: '101 задержание',
    111: '111 задержаний',
  };
  it.each(Object.entries(plain))('%s takes its form of the nominative', (n, phrase) => {
    expect(words('ru').count(exactly(Number(n)), 'detentions')).toBe(phrase);
  });

  const genitive: Record<number, string> = {
    0: 'около 0 задержаний',
    1: 'около 1 задержания',
    2: 'около 2 задержаний',
    5: 'около 5 задержаний',
    11: 'около 11 задержаний',
    21: 'около 21 задержания',
    22: 'около 22 задержаний',
    25: 'около 25 задержаний',
    101: 'около 101 задержания',
    111: 'около 111 задержаний',
  };
  it.each(Object.entries(genitive))('about %s takes the genitive', (n, phrase) => {
    const about = { ...exactly(Number(n)), approximate: true };
    expect(words('ru').count(about, 'detentions')).toBe(phrase);
  });

  it('a range agrees with its last number', () => {
    expect(words('ru').count(estimate('15-21'), 'rejected_applications')).toBe(
      'от 15 до 21 отклонённого заявления',
    );
    expect(words('ru').count(estimate('1-4'), 'rejected_applications')).toBe(
      'от 1 до 4 отклонённых заявлений',
    );
  });
});

it('says in words, not in those of an address, what a chart is drawn with', () => {
  const calendar = { chart: 'calendar', by: null, every: 'day' } as const;
  expect(words('en').drawnOnly(calendar)).toBe('“Calendar” is drawn only by day.');
  expect(words('ru').drawnOnly(calendar)).toBe('График «Календарь» строится только по дням.');
  expect(words('kk').drawnOnly(calendar)).toBe('«Күнтізбе» графигі тек күн бойынша салынады.');
  expect(words('en').drawnOnly({ chart: 'heatmap', by: ['place', 'period'], every: null })).toBe(
    '“Heat map” is drawn only by place and over time.',
  );
});
