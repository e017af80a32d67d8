import {
  createPlaceTree,
  dayOf,
  type Estimate,
  emptyQuery,
  exactly,
  type MeasureId,
  noCounts,
  type Place,
  parseQuantity,
  type Total,
  unstated,
} from '@article21/model';
import { describe, expect, it } from 'vitest';
import { words } from '../src/index.ts';

/** The languages whose sentences stand in these tests. */
const written = ['en', 'ru', 'kk'] as const;

function city(name_en: string, name_ru: string, name_kk: string, kind: Place['kind'] = 'city'): Place {
  const id = name_en.toLowerCase();
  const where = { parent: null, country: 'KZ', lat: null, lon: null, aliases: [], wikidata: null };
  return { id, kind, ...where, name_en, name_ru, name_kk };
}

const almaty = city('Almaty', 'Алматы', 'Алматы');
const kazakhstan = city('Kazakhstan', 'Казахстан', 'Қазақстан', 'country');
const tree = createPlaceTree([
  almaty,
  city('Astana', 'Астана', 'Астана'),
  city('Uralsk', 'Уральск', 'Орал'),
  city('Taraz', 'Тараз', 'Тараз'),
]);
const april28 = dayOf(2012, 4, 28);
const spring = { from: dayOf(2012, 4, 1), to: dayOf(2012, 6, 30) };

function estimate(notation: string): Estimate {
  const parsed = parseQuantity(notation, 2);
  if (!parsed.ok) throw new Error(`unreadable quantity in a test: ${notation}`);
  return parsed.value;
}

type Open = { number: string; from?: number; to?: number };

/** A total; dated to 28 April 2012 unless said otherwise. */
function totalOf(
  number: string,
  dated: Total['dated'] = { from: april28, to: april28 },
  open?: Open,
  measure: MeasureId = 'detentions',
): Total {
  const part = open && {
    measure,
    records: 1,
    ...estimate(open.number),
    from: open.from ?? null,
    to: open.to ?? null,
  };
  return { measure, records: 3, ...estimate(number), dated, open: part ?? null, approximateDates: 0 };
}

function finding(
  total: Total | null,
  query: Partial<typeof emptyQuery> = {},
  language: 'en' | 'ru' | 'kk' = 'en',
  beside: Partial<ReturnType<typeof noCounts>> = {},
) {
  const measure = total?.measure ?? 'detentions';
  const counts = { ...noCounts(), ...beside, totals: total ? [total] : [] };
  const [found] = words(language).findings({ ...emptyQuery, measure: [measure], ...query }, counts, tree);
  if (!found) throw new Error('no finding');
  return found;
}

const said = (...given: Parameters<typeof finding>) => finding(...given).headline;

describe('the headline', () => {
  it('is one sentence, with the reports that give no number', () => {
    const total = totalOf('~15 & ?');
    const asked = { place: ['almaty'], from: april28, to: dayOf(2012, 5, 31) };
    expect(said(total, asked)).toBe(
      'At least about 15 detentions in Almaty, 28 April – 31 May 2012, and 1 report without a number.',
    );
    expect(said(total, { ...asked, ...spring }, 'ru')).toBe(
      'Алматы, апрель – июнь 2012 г.: около 15 и более задержаний и 1 сообщение без указания числа.',
    );
    expect(said(total, { ...asked, ...spring }, 'kk')).toBe(
      'Алматы, 2012 ж. сәуір – маусым: кемінде шамамен 15 ұсталған адам және саны көрсетілмеген 1 мәлімет.',
    );
  });

  it('names every place, phase and basis that made the number', () => {
    const total = totalOf('10');
    expect(said(total, { place: ['almaty', 'astana', 'taraz', 'uralsk'] })).toBe(
      '10 detentions in Almaty, Astana, Taraz and Uralsk, 28 April 2012.',
    );
    expect(said(total, { phase: ['after'], place: ['almaty'] })).toBe(
      '10 detentions after the assembly in Almaty, 28 April 2012.',
    );
    expect(said(total, { phase: ['before', 'during'] })).toBe(
      '10 detentions before the assembly or during the assembly, 28 April 2012.',
    );
    expect(said(total, { phase: ['unstated'] })).toBe('10 detentions with no phase stated, 28 April 2012.');
    expect(said(total, { phase: ['before', 'during', 'after', 'unstated'] })).toBe(
      '10 detentions, 28 April 2012.',
    );
    expect(said(total, { basis: 'summary' })).toBe('10 detentions (summary figures), 28 April 2012.');
    expect(said(total, { phase: ['after'], basis: 'summary', place: ['almaty'] }, 'ru')).toBe(
      'Алматы, 28 апреля 2012 г., после собрания, сводные данные: 10 задержаний.',
    );
    expect(said(total, { phase: ['before', 'unstated'] }, 'kk')).toBe(
      '2012 ж. 28 сәуір, жиналысқа дейін немесе кезеңі көрсетілмеген: 10 ұсталған адам.',
    );
  });

  it('names the first of very many places, and says how many more there are', () => {
    const places = Array.from({ length: 500 }, (_, i) => city(`T${i}`, `Г${i}`, `Қ${i}`));
    const many = createPlaceTree(places);
    const saidOf = (place: string[], lang: 'en' | 'ru' | 'kk' = 'en') => {
      const query = { ...emptyQuery, measure: ['detentions' as const], place };
      return words(lang).findings(query, { ...noCounts(), totals: [totalOf('12')] }, many)[0]?.headline;
    };
    const first = (chosen: number) => places.slice(0, chosen).map(({ id }) => id);
    const said = (chosen: number) => (lang: 'en' | 'ru' | 'kk') => saidOf(first(chosen), lang);
    expect(written.map(said(500))).toEqual([
      '12 detentions in T0, T1, T2, T3, T4 and 495 more places (selection w6sfk-bxyj4), 28 April 2012.',
      'Г0, Г1, Г2, Г3, Г4 и ещё 495 мест (подборка w6sfk-bxyj4), 28 апреля 2012 г.: 12 задержаний.',
      'Қ0, Қ1, Қ2, Қ3, Қ4 және тағы 495 жер (таңдама w6sfk-bxyj4), 2012 ж. 28 сәуір: 12 ұсталған адам.',
    ]);
    // The same places are the same choice in any order; with one other place it is another.
    expect(saidOf(first(500).reverse())).toContain('selection w6sfk-bxyj4');
    expect(said(499)('en')).not.toContain('w6sfk-bxyj4');
    // Choices that a code of 24 bits does not tell apart.
    const choices = [
      [19, 226],
      [21, 240],
      [23, 430],
      [26, 130],
      [22, 102],
      [27, 380],
    ];
    const codes = choices.map((pair) => saidOf([...first(12), ...pair.map((i) => `t${i}`)]));
    expect(new Set(codes).size).toBe(choices.length);
    expect(said(12)('en')).toContain('T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10 and T11,');
  });

  it('has the period that was asked for, open where no end was, else that of what is counted', () => {
    const summer = { from: dayOf(2012, 6, 3), to: dayOf(2012, 8, 4) };
    expect(said(totalOf('5', summer))).toBe('5 detentions, 3 June – 4 August 2012.');
    expect(said(totalOf('5', summer), { from: dayOf(2012, 5, 1) })).toBe('5 detentions, since 1 May 2012.');
    expect(said(totalOf('5', summer), { to: dayOf(2013, 1, 31) })).toBe(
      '5 detentions, on or before 31 January 2013.',
    );
    expect(said(totalOf('5', summer), { from: dayOf(2012, 6, 1), to: dayOf(2012, 8, 31) })).toBe(
      '5 detentions, June – August 2012.',
    );
  });

  it('says that dates are approximate: of the period where all are, and of how many', () => {
    const total = {
      ...totalOf('5', { from: dayOf(2012, 5, 31), to: dayOf(2012, 5, 31) }),
      approximateDates: 3,
    };
    expect(finding(total)).toMatchObject({
      headline: '5 detentions, about 31 May 2012.',
      remarks: ['The dates of 3 reports are approximate (≈).'],
    });
    expect(said(total, {}, 'ru')).toBe('Примерно 31 мая 2012 г.: 5 задержаний.');
    expect(said(total, {}, 'kk')).toBe('Шамамен 2012 ж. 31 мамыр: 5 ұсталған адам.');
    expect(said(total, { from: dayOf(2012, 5, 1) })).toBe('5 detentions, since 1 May 2012.');
    expect(finding({ ...total, approximateDates: 1 })).toMatchObject({
      headline: '5 detentions, 31 May 2012.',
      remarks: ['The date of 1 report is approximate (≈).'],
    });
  });

  it('leaves an end open that the sources leave open', () => {
    const december = totalOf('5', null, { number: '5', from: dayOf(2012, 12, 1) });
    expect(said(december)).toBe('5 detentions, since 1 December 2012.');
    expect(said(december, {}, 'ru')).toBe('С 1 декабря 2012 г.: 5 задержаний.');
    expect(said(december, {}, 'kk')).toBe('2012 ж. 1 желтоқсан күнінен бастап: 5 ұсталған адам.');
    const may = totalOf('12+', null, { number: '12+', to: dayOf(2012, 5, 31) }, 'rejected_applications');
    expect(said(may)).toBe('At least 12 rejected applications, on or before 31 May 2012.');
    expect(said(may, {}, 'ru')).toBe('Не позднее 31 мая 2012 г.: не менее 12 отклонённых заявлений.');
    expect(said(totalOf('100', null, { number: '100' }), { place: ['almaty'] })).toBe(
      '100 detentions in Almaty, on days that are not stated.',
    );
  });

  it('says how many of them have no day, and when the others were', () => {
    const total = totalOf('108', undefined, { number: '107' });
    expect(said(total)).toBe(
      '108 detentions: 107 on days that are not stated, the rest dated 28 April 2012.',
    );
    expect(said(total, {}, 'ru')).toBe(
      '108 задержаний, из них 107 — в дни, которые не указаны; остальное — 28 апреля 2012 г.',
    );
    expect(said(total, {}, 'kk')).toBe(
      '108 ұсталған адам, оның ішінде 107 — күні көрсетілмеген; қалғаны — 2012 ж. 28 сәуір.',
    );
    const all = totalOf('7', undefined, { number: '~5 & ?' });
    expect(said(all)).toBe(
      '7 detentions: at least about 5, and 1 report without a number on days that are not stated, the rest dated 28 April 2012.',
    );
    const fines = totalOf('94', undefined, { number: '?' }, 'fines');
    expect(said(fines)).toBe(
      'EUR 94 in fines: 1 report without an amount on days that are not stated, the rest dated 28 April 2012.',
    );
  });

  it('says what the others are where no source gives a least number of them', () => {
    const total = (number: string, numbered: number, open = '2+') => {
      const of = totalOf(number, undefined, { number: open });
      return { ...of, numbered, open: of.open && { ...of.open, numbered: 1 } };
    };
    const mixed = total('2+ & ?', 2);
    expect(written.map((it) => said(mixed, {}, it))).toEqual([
      'At least 2 detentions, and 1 report without a number: at least 2 on days that are not stated, the rest (no least number stated) dated 28 April 2012.',
      'Не менее 2 задержаний и 1 сообщение без указания числа, из них не менее 2 — в дни, которые не указаны; остальное (наименьшее число не указано) — 28 апреля 2012 г.',
      'Кемінде 2 ұсталған адам және саны көрсетілмеген 1 мәлімет, оның ішінде кемінде 2 — күні көрсетілмеген; қалғаны (ең аз саны көрсетілмеген) — 2012 ж. 28 сәуір.',
    ]);
    expect(said(total('2+ & ?', 1))).toContain('the rest (1 report without a number) dated 28 April 2012.');
    expect(said(total('2-17 & ?', 2, '2'))).toContain(
      ': 2 on days that are not stated, the rest (up to 15, and 1 report without a number) dated',
    );
    expect(said(total('2-17', 2, '2'))).toContain('the rest (0 to 15) dated 28 April 2012.');
  });

  it('says it of the reports without a number where only those have no day', () => {
    const total = totalOf('~15 & 3?', undefined, { number: '& 3?' });
    expect(said(total)).toBe(
      'At least about 15 detentions, 28 April 2012, and 3 reports without a number, on days that are not stated.',
    );
    expect(said(total, {}, 'ru')).toBe(
      '28 апреля 2012 г.: около 15 и более задержаний и 3 сообщения без указания числа (дни не указаны).',
    );
  });

  it('leaves the period open to where any of it is', () => {
    const since = totalOf('8 & ?', undefined, { number: '5', from: dayOf(2012, 4, 20) });
    expect(said(since)).toBe('At least 8 detentions, since 20 April 2012, and 1 report without a number.');
    expect(said(since, { from: dayOf(2012, 4, 1) })).toBe(
      'At least 8 detentions, since 1 April 2012, and 1 report without a number.',
    );
    const before = totalOf('8', undefined, { number: '5', to: dayOf(2012, 5, 30) });
    expect(said(before)).toBe('8 detentions, on or before 30 May 2012.');
  });

  it('says "no record" and never zero where nothing is recorded', () => {
    const asked = { place: ['almaty'], ...spring };
    expect(said(null, asked)).toBe('No record of detentions in Almaty, April – June 2012.');
    expect(said(null, asked, 'ru')).toBe('Алматы, апрель – июнь 2012 г.: нет записей о задержаниях.');
    expect(said(null, { ...spring }, 'kk')).toBe('2012 ж. сәуір – маусым: ұсталғандар туралы жазба жоқ.');
    expect(said(null, {}, 'ru')).toBe('Нет записей о задержаниях.');
    expect(said(null, { from: dayOf(2013, 1, 1), phase: ['before'] })).toBe(
      'No record of detentions before the assembly, since 1 January 2013.',
    );
  });

  it('names the measure where only reports without a number are known', () => {
    const total = totalOf('?', undefined, undefined, 'fines');
    expect(said(total, spring)).toBe('Fines, April – June 2012: 1 report without an amount.');
    expect(said(total, spring, 'ru')).toBe('Апрель – июнь 2012 г.: штрафы — 1 сообщение без указания суммы.');
  });

  it('takes a name for a name, whatever it looks like', () => {
    const odd = createPlaceTree([city('{count} $& <b>', '{count} $& <b>', '{count} $& <b>')]);
    const counts = { ...noCounts(), totals: [totalOf('1')] };
    const query = { ...emptyQuery, measure: ['detentions' as const], place: [odd.places[0]?.id ?? ''] };
    expect(words('en').findings(query, counts, odd)[0]?.headline).toBe(
      '1 detention in {count} $& <b>, 28 April 2012.',
    );
  });
});

describe('what stands beside a number', () => {
  const days30 = { measure: 'arrest_days' as const, ...exactly(30), records: 2 };
  const reports = { measure: 'detentions' as const, ...unstated, unnumbered: 2, records: 2 };
  const summary = { measure: 'detentions' as const, ...exactly(46), records: 1, within: true };

  it('is what may lie in the period, or in the place', () => {
    const undated = [
      { ...days30, within: false },
      { ...days30, within: true },
    ];
    const arrests = totalOf('5', undefined, undefined, 'arrest_days');
    expect(finding(arrests, spring, 'en', { undated }).remarks).toEqual([
      '30 days of administrative arrest imposed may lie in this period.',
    ]);
    expect(finding(totalOf('1'), {}, 'en', { unplaced: [reports] }).remarks).toEqual([
      '2 reports without a stated city may concern it.',
    ]);
    expect(finding(totalOf('1'), {}, 'en', { unplaced: [summary] }).remarks).toEqual([
      '46 detentions may concern it: their city is not stated.',
    ]);
    expect(finding(totalOf('1'), {}, 'ru', { unplaced: [reports] }).remarks).toEqual([
      '2 сообщения без указания города могут относиться сюда.',
    ]);
  });

  it('is the finding where there is no number: "no record" would deny it', () => {
    expect(said(null, { place: ['astana'] }, 'en', { unplaced: [reports] })).toBe(
      'Detentions in Astana: 2 reports without a stated city may concern it.',
    );
    expect(said(null, {}, 'en', { otherBasis: [summary] })).toBe(
      'Detentions: there are summary figures (46 detentions).',
    );
    expect(said(null, { basis: 'summary' }, 'en', { otherBasis: [summary] })).toBe(
      'Detentions (summary figures): there are individual incidents (46 detentions).',
    );
    expect(said(null, spring, 'en', { uncounted: ['detentions'] })).toBe(
      'Detentions, April – June 2012: not counted in this snapshot.',
    );
    expect(said(null, { place: ['astana'] }, 'kk', { otherBasis: [summary] })).toBe(
      'Астана: ұсталғандар — жиынтық деректер бар (46 ұсталған адам).',
    );
    expect(finding(null, {}, 'en', { otherBasis: [summary] }).remarks).toEqual([]);
  });

  it('says of the other basis, too, that it may lie in the period where the period cuts it', () => {
    const cut = { ...summary, within: false };
    expect(written.map((it) => said(null, spring, it, { otherBasis: [cut] }))).toEqual([
      'Detentions, April – June 2012: summary figures may lie in this period (46 detentions).',
      'Апрель – июнь 2012 г.: задержания — к этому периоду могут относиться сводные данные (46 задержаний).',
      '2012 ж. сәуір – маусым: ұсталғандар — осы мерзімге жиынтық деректер жатуы мүмкін (46 ұсталған адам).',
    ]);
    expect(said(null, { ...spring, basis: 'summary' }, 'en', { otherBasis: [summary, cut] })).toBe(
      'Detentions (summary figures), April – June 2012: there are individual incidents (46 detentions); individual incidents may lie in this period (46 detentions).',
    );
  });

  it('is not denied by what stands in the place of a chart', () => {
    const { empty } = words('en');
    const end = 'That does not mean that nothing happened.';
    expect(empty({ basis: 'incident' }, noCounts())).toBe(`No record matches. ${end}`);
    const beside = { ...noCounts(), otherBasis: [summary], unplaced: [reports] };
    expect(empty({ basis: 'incident' }, beside)).toBe(`No individual incident matches. ${end}`);
    expect(empty({ basis: 'summary' }, beside)).toBe(`No summary figure matches. ${end}`);
    expect(empty({ basis: 'incident' }, { ...noCounts(), unplaced: [reports] })).toBe(
      `No record names this place itself. ${end}`,
    );
    expect(empty({ basis: 'incident' }, { ...noCounts(), uncounted: ['detentions'] })).toBe(end);
  });
});

describe('a place as the row of a chart', () => {
  it('is "city not stated" where it is the country, named where there are several countries', () => {
    const region = city('Atyrau', 'Атырауская область', 'Атырау облысы', 'region');
    const one = createPlaceTree([kazakhstan, almaty, region]);
    const two = createPlaceTree([kazakhstan, city('Kyrgyzstan', 'Кыргызстан', 'Қырғызстан', 'country')]);
    expect(words('en').rowName('kazakhstan', one)).toBe('city not stated');
    expect(words('en').rowName('kazakhstan', two)).toBe('Kazakhstan, city not stated');
    expect(words('ru').rowName('almaty', one)).toBe('Алматы');
    expect(words('kk').rowName('atyrau', one)).toBe('Атырау облысы, қаласы көрсетілмеген');
    expect(words('kk').rowName('atyrau', null)).toBe('atyrau');
  });
});

describe('what lies beside a series', () => {
  const undated = (estimate: Estimate, within: boolean, measure: MeasureId = 'detentions') => ({
    measure,
    ...estimate,
    records: 1,
    within,
  });

  it('is counted in quantities, apart from what may lie outside', () => {
    const { undated: say } = words('en');
    expect(say([undated(exactly(107), true), undated(exactly(7), false)], 'month')).toBe(
      'Not dated to a month: 107 detentions',
    );
    expect(say([undated(exactly(1), true), undated(unstated, true)], 'week')).toBe(
      'Not dated to a week: at least 1 detention, and 1 report without a number',
    );
    expect(say([undated(exactly(7), false)], 'month')).toBeNull();
    expect(words('ru').undated([undated(exactly(21), true)], 'month')).toBe(
      'Без точного месяца: 21 задержание',
    );
  });

  it('names the measure of reports where there are several', () => {
    const both = [undated(exactly(3), true), undated(unstated, true, 'warnings')];
    expect(words('en').undated(both, 'day')).toBe(
      'Not dated to a day: 3 detentions; Warnings: 1 report without a number',
    );
  });
});

it('an unknown language is refused with those that are known', () => {
  expect(() => words('de' as 'en')).toThrow('unknown language: de (known: en, ');
  expect(() => words('__proto__' as 'en')).toThrow('unknown language');
});

it('a template with a hole is refused', () => {
  expect(() => words('en').fill('{n} of {constructor}', { n: '1' })).toThrow('no value for {constructor}');
});
