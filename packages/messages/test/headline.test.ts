import { createPlaceTree, dayOf, exactly, type Place, parseQuantity, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { words } from '../src/index.ts';

function city(name_en: string, name_ru: string, name_kk: string, kind: Place['kind'] = 'city'): Place {
  const id = name_en.toLowerCase();
  const where = { parent: null, country: 'KZ', lat: null, lon: null, aliases: [], wikidata: null };
  return { id, kind, ...where, name_en, name_ru, name_kk };
}

const almaty = city('Almaty', 'Алматы', 'Алматы');
const astana = city('Astana', 'Астана', 'Астана');
const uralsk = city('Uralsk', 'Уральск', 'Орал');
const kazakhstan = city('Kazakhstan', 'Казахстан', 'Қазақстан', 'country');
const fifteen = parseQuantity('~15 & ?');
if (!fifteen.ok) throw new Error('unreadable quantity in a test');
const about15 = { estimate: fifteen.value, measure: 'detentions' as const };
const spring = { from: dayOf(2012, 4, 1), to: dayOf(2012, 6, 30) };

describe('the headline', () => {
  it('is one sentence, with the reports that give no number', () => {
    const asked = { ...about15, places: [almaty], from: dayOf(2012, 4, 28), to: dayOf(2012, 5, 31) };
    expect(words('en').headline(asked)).toBe(
      'At least about 15 detentions in Almaty, 28 April – 31 May 2012, and 1 report without a number.',
    );
    expect(words('ru').headline({ ...asked, ...spring })).toBe(
      'Алматы, апрель – июнь 2012 г.: около 15 и более задержаний и 1 сообщение без указания числа.',
    );
    expect(words('kk').headline({ ...asked, ...spring })).toBe(
      'Алматы, 2012 ж. сәуір – маусым: кемінде шамамен 15 ұсталған адам және саны көрсетілмеген 1 мәлімет.',
    );
  });

  it('names three places at most and counts the rest', () => {
    const said = (places: Place[]) =>
      words('en').headline({ estimate: exactly(2), measure: 'fines', places, from: null, to: null });
    expect(said([almaty, astana, uralsk])).toBe('EUR 2 in fines in Almaty, Astana and Uralsk.');
    expect(said([almaty, astana, uralsk, almaty])).toBe(
      'EUR 2 in fines in Almaty, Astana and 2 more places.',
    );
    expect(said([])).toBe('EUR 2 in fines.');
  });

  it('says "no record" and never zero where nothing is recorded', () => {
    const asked = { estimate: null, measure: 'detentions' as const, places: [almaty], ...spring };
    expect(words('en').headline(asked)).toBe('No record of detentions in Almaty, April – June 2012.');
    expect(words('ru').headline(asked)).toBe('Алматы, апрель – июнь 2012 г.: нет записей о задержаниях.');
    expect(words('kk').headline({ ...asked, places: [] })).toBe(
      '2012 ж. сәуір – маусым: ұсталғандар туралы жазба жоқ.',
    );
    expect(words('ru').headline({ ...asked, places: [], from: null, to: null })).toBe(
      'Нет записей о задержаниях.',
    );
  });

  it('names the measure where only reports without a number are known', () => {
    const asked = { estimate: unstated, measure: 'fines' as const, places: [kazakhstan], ...spring };
    expect(words('en').headline(asked)).toBe(
      'Fines in Kazakhstan, April – June 2012: 1 report without an amount.',
    );
    expect(words('ru').headline({ ...asked, places: [] })).toBe(
      'Апрель – июнь 2012 г.: штрафы — 1 сообщение без указания суммы.',
    );
  });

  it('closes open ends with the dates of the data, unless that would turn the period round', () => {
    const asked = { ...about15, places: [], from: dayOf(2013, 1, 1), to: null };
    const extent = spring;
    expect(words('en').headline({ ...asked, from: null, extent })).toMatch(/, April – June 2012,/);
    expect(words('en').headline({ ...asked, extent })).toMatch(/, since 1 January 2013,/);
  });

  it('takes a name for a name, whatever it looks like', () => {
    const odd = city('{count} $& <b>', '{count} $& <b>', '{count} $& <b>');
    expect(
      words('en').headline({
        estimate: exactly(1),
        measure: 'warnings',
        places: [odd],
        from: null,
        to: null,
      }),
    ).toBe('1 warning in {count} $& <b>.');
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
  const undated = (records: number, within: boolean) => ({
    measure: 'detentions' as const,
    ...unstated,
    records,
    within,
  });
  it('is counted in reports, apart from what may lie outside', () => {
    const { undated: say, outside } = words('en');
    expect(say([undated(1, true), undated(7, false)], 'month')).toBe(
      '+ 1 report that cannot be dated to a month',
    );
    expect(say([undated(1, true), undated(2, true)], 'week')).toBe(
      '+ 3 reports that cannot be dated to a week',
    );
    expect(say([undated(7, false)], 'month')).toBeNull();
    expect(outside([undated(7, false)])).toBe('7 reports may lie outside this period and are not counted');
    expect(words('ru').undated([undated(21, true)], 'month')).toBe(
      '+ 21 сообщение, которое нельзя отнести к определённому месяцу',
    );
  });
});

it('an unknown language is refused with those that are known', () => {
  expect(() => words('de' as 'en')).toThrow('unknown language: de (known: en, ru, kk)');
  expect(() => words('__proto__' as 'en')).toThrow('unknown language');
});

it('a template with a hole is refused', () => {
  expect(() => words('en').fill('{n} of {constructor}', { n: '1' })).toThrow('no value for {constructor}');
});
