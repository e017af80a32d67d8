import type { Place } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { countryNamed, type Proposal, propose } from '../src/index.ts';
import { readEmbedded } from './embedded.ts';

const { places, texts } = await readEmbedded();
const in2012 = (text: string, known: readonly Place[] = places) =>
  propose(text, { places: known, year: 2012 });
const said = ({ kind, count, amount, days, place, date }: Proposal) =>
  [kind, count.value, amount?.value, days?.value, place?.value, date?.value]
    .map((it) => it ?? '')
    .join(' | ');

describe('kinds, numbers, money and days', () => {
  it.each([
    [
      'After the rally about ten people were detained and three fined.',
      'detention | ~10 |  |  |  | ',
      'fine | 3 | ? |  |  | ',
    ],
    [
      'A number of participants were detained and fined.',
      'detention | ? |  |  |  | ',
      'fine | ? | ? |  |  | ',
    ],
    ['Between 10 and 15 people were detained.', 'detention | 10-15 |  |  |  | '],
    ['More than 1,200 people were arrested near 20 police cars.', 'detention | 1201+ |  |  |  | '],
    ['On the square twenty-five people were arrested.', 'detention | 25 |  |  |  | '],
    ['At least two dozen were fined from EUR 100 to EUR 200.', 'fine | ? | 100-200 EUR |  |  | '],
    ['Задержано около ста двадцати человек.', 'detention | ~120 |  |  |  | '],
    ['Одного оштрафовали на 20 МРП.', 'fine | 1 | ? |  |  | '],
    ['He was fined around EUR 170.', 'fine | 1 | ~170 EUR |  |  | '],
    // Money is that of all of them together.
    ['Seven were fined 184,600 tenge each.', 'fine | 7 | 1292200 KZT |  |  | '],
    ['Троих оштрафовали по 10 000 тенге.', 'fine | 3 | 30000 KZT |  |  | '],
    ['A number of people were fined EUR 50 each.', 'fine | ? | ? |  |  | '],
    [
      'Two women were fined €50 and 46,150 tenge, respectively.',
      'fine | 1 | 50 EUR |  |  | ',
      'fine | 1 | 46150 KZT |  |  | ',
    ],
    ['They were both sentenced to 15 days’ administrative arrest.', 'arrest | 2 |  | 30 |  | '],
    ['At least two were sentenced to 5 to 10 days.', 'arrest | 2+ |  | 10+ |  | '],
    ['The akimat rejected the application to hold a rally.', 'application_rejected | 1 |  |  |  | '],
    [
      'Около десяти человек задержали, троих оштрафовали.',
      'detention | ~10 |  |  |  | ',
      'fine | 3 | ? |  |  | ',
    ],
    ['Двое арестованы на 15 суток.', 'arrest | 2 |  | 30 |  | '],
    ['Оштрафован один активист на 10 тыс. руб.', 'fine | 1 | 10000 RUB |  |  | '],
    ['Несколько человек предупредили в полиции.', 'warning | ? |  |  |  | '],
    ['Акимат отказал в согласовании трёх заявок.', 'application_rejected | 3 |  |  |  | '],
    ['Он адам ұсталды.', 'detention | 10 |  |  |  | '],
    ['Екі адамға 15 000 теңге айыппұл салынды.', 'fine | 2 | 15000 KZT |  |  | '],
    ['Үш адам 10 тәулікке қамауға алынды.', 'arrest | 3 |  | 30 |  | '],
  ])('%s', (text, ...expected) => {
    expect(in2012(text).map(said)).toEqual(expected);
  });

  it.each([
    'They warned nobody: participants may be detained.',
    'No one has not been detained, and Article 9 was never read.',
    'The court rejected the claims of the newspaper.',
    'Его могут задержать, но не задержали.',
    'Ол ұсталған емес.',
    'About 200 people gathered on 31 May.',
  ])('%s: what did not happen, or is no restriction, is not proposed as one', (text) => {
    expect(in2012(text).filter(({ kind }) => kind !== 'warning')).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['On 28 April 2012 ten people were detained.', '2012-04-28'],
    ['On June 9–12, 2019 ten people were detained.', '2019-06-09/2019-06-12'],
    ['On 28 April ten people were detained.', '2012-04-28'],
    ['Between 12 and 15 May ten people were detained.', '2012-05-12/2012-05-15'],
    ['С 12 по 15 мая 2013 года задержали десять человек.', '2013-05-12/2013-05-15'],
    ['В мае 2012 задержали десять человек.', '2012-05'],
    ['2013 жылғы 28 сәуірде он адам ұсталды.', '2013-04-28'],
    ['12-15 мамырда он адам ұсталды.', '2012-05-12/2012-05-15'],
    ['Yesterday ten people were detained.', ''],
    ['Вчера задержали десять человек.', ''],
    ['Three days ago ten people were detained.', ''],
    ['On 4/5/2012 ten people were detained.', ''],
    ['On 31 February ten people were detained.', ''],
    ['They may march; ten people were detained.', ''],
  ])('%s', (text, date) => {
    expect(in2012(text).map((it) => it.date?.value ?? '')).toEqual([date]);
  });

  it('takes a missing year from the document before the given one, and proposes none where there is neither', () => {
    const text = 'In 2010 nothing happened. On 3 March 2011 they met.\n\nOn 4 June ten people were detained.';
    expect(in2012(text)[0]?.date?.value).toBe('2011-06-04');
    expect(propose('On 4 June ten people were detained.')[0]?.date).toBeNull();
  });

  it('takes no other day where two can be meant', () => {
    expect(in2012('They met on 3 May. On 4/5/2012 two were detained.').map(({ date }) => date)).toEqual([
      null,
    ]);
  });

  it('takes the date of its paragraph, but not for what happened "yesterday", nor that of another paragraph', () => {
    const dates = in2012(
      'They met on 3 May. Two were detained. Yesterday one was fined.\n\nThree were warned.',
    );
    expect(dates.map(({ date }) => [date?.value, date?.from])).toEqual([
      ['2012-05-03', 'paragraph'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

describe('places', () => {
  it.each([
    ['In Karaganda two were detained.', 'karaganda'],
    ['В Караганде задержали двоих.', 'karaganda'],
    ['Двоих из Усть-Каменогорска задержали.', 'ust-kamenogorsk'],
    ['Алматыда екі адам ұсталды.', 'almaty'],
    ['Қарағандыдан келген екі адам ұсталды.', 'karaganda'],
    ['Әлмерек ауылында екі адам ұсталды.', 'almerek'],
    ['In Kazakhstan, in Taraz, two were detained.', 'taraz'],
    ['In Kazakhstan two were detained.', 'kz'],
    ['Two were detained by an oral order.', ''],
    ['In Almaty, Astana and Taraz ten people were detained.', ''],
  ])('%s', (text, place) => {
    expect(in2012(text).map((it) => it.place?.value ?? '')).toEqual([place]);
  });

  it('takes the town of its paragraph, but none of several', () => {
    const placed = (text: string) => in2012(text).map(({ place }) => place && [place.value, place.from]);
    expect(placed('They met in Taraz. Two were detained.')).toEqual([['taraz', 'paragraph']]);
    expect(placed('They met in Taraz and Astana. Two were detained.')).toEqual([null]);
  });

  it('looks for a town at most 200 sentences back', () => {
    const placed = (between: number) =>
      in2012(`They met in Taraz. ${'It rained. '.repeat(between)}Two were detained.`)[0]?.place?.value;
    expect([placed(199), placed(200)]).toEqual(['taraz', undefined]);
  });

  it('of a rejection in several named towns makes one in each', () => {
    const rejected = in2012('Власти отклонили заявки на митинги в Алматы, Астане и Таразе.');
    expect(rejected.map(said)).toEqual(
      ['almaty', 'astana', 'taraz'].map((it) => `application_rejected | 1+ |  |  | ${it} | `),
    );
  });
});

describe('arrests that only their days tell', () => {
  it.each([
    [
      'Two men were arrested for 5 days and one was arrested on the square.',
      'arrest | 2 | 10',
      'detention | 1 | ',
    ],
    ['Three students were each given ten days of arrest.', 'arrest | 3 | 30'],
    ['They were arrested 5 days later.', 'detention | ? | '],
    ['Two were given 3 days to leave.'],
    ['Пятеро участников получили по 10 суток.', 'arrest | 5 | 50'],
    ['Двое получили письмо за 10 суток до митинга.'],
    ['Төрт адам 7 тәулікке қамауға алынды.', 'arrest | 4 | 28'],
    ['Participants may be fined or sentenced to 15 days.'],
    ['Участников могут оштрафовать или арестовать на 15 суток.'],
  ])('%s', (text, ...expected) => {
    const told = in2012(text).map(({ kind, count, days }) =>
      [kind, count.value, days?.value ?? ''].join(' | '),
    );
    expect(told).toEqual(expected);
  });
});

describe('all towns, and others', () => {
  it.each([
    [
      'Rallies were planned in Taraz, Semey and Atyrau. Many came.\n\nIn all these cities the akimats refused permission.',
      ['taraz 1+', 'semey 1+', 'atyrau 1+'],
    ],
    [
      'Митинги прошли в Таразе и Семее. Во всех этих городах отказали в согласовании заявок.',
      ['taraz 1+', 'semey 1+'],
    ],
    [
      'Митингілер Таразда және Семейде өтті. Барлық қалада өтінішті қанағаттандырмады.',
      ['taraz 1+', 'semey 1+'],
    ],
    // Nothing but rejections can be divided among towns, and nobody knows which ones "all" are without a list.
    ['Rallies took place in Taraz and Semey. In all cities people were detained.', [' ?']],
    ['They met in Taraz. In other towns 12 people were fined.', ['kz 12']],
    ['Акция прошла в Таразе. В ряде городов оштрафовали 12 человек.', ['kz 12']],
    ['Таразда митинг өтті. Басқа қалаларда 12 адам ұсталды.', ['kz 12']],
  ])('%s', (text, expected) => {
    expect(in2012(text).map(({ place, count }) => `${place?.value ?? ''} ${count.value}`)).toEqual(expected);
  });
});

describe('phases, and what is dated by them', () => {
  it.each([
    ['He was detained on his way to the protest.', 'before'],
    ['Six were detained at the banned rally, and two fined after the rally.', 'during', 'after'],
    ['Ten were detained before the rally, of whom two were later fined.', 'before', 'after'],
    ['Two were detained before the court on Rally Street was open.', ''],
    ['Перед митингом задержали двоих, после митинга оштрафовали пятерых.', 'before', 'after'],
    ['На акции задержали восемь человек.', 'during'],
    ['Его оштрафовали на 15 тысяч тенге за митинг.', ''],
    ['Митинг алдында екі адам ұсталды, митингіден кейін үш адамға айыппұл салынды.', 'before', 'after'],
    ['Шеру кезінде он адам ұсталды.', 'during'],
    ['The akimat rejected the application.', 'before'],
  ])('%s', (text, ...expected) => {
    expect(in2012(text).map(({ phase }) => phase?.value ?? '')).toEqual(expected);
  });

  it.each([
    [
      'On 5 May they met. Two had been detained before the rally. Three were subsequently fined.',
      '../2012-05-05',
      '2012-05-05/..',
    ],
    ['On 5 May they met. After the rally two were fined.', '2012-05-05'],
    ['On 5 May they met. The application had been rejected.', '../2012-05-05'],
    ['Activists were warned in the period leading up to 28 April.', '../2012-04-28'],
    ['До 28 апреля предупредили троих.', '../2012-04-28'],
    ['28 сәуірден кейін үш адам ұсталды.', '2012-04-28/..'],
  ])('%s', (text, ...expected) => {
    expect(in2012(text).map(({ date }) => date?.value ?? '')).toEqual(expected);
  });
});

describe('places that the dataset does not have', () => {
  const town = (id: string, name_en: string, name_ru: string) => {
    const common = {
      kind: 'city' as const,
      country: 'KZ',
      parent: null,
      lat: 50,
      lon: 70,
      aliases: [],
      wikidata: null,
    };
    return { ...common, id, name_en, name_ru };
  };
  const rudnyy = { ...town('geonames-3', 'Rudnyy', 'Рудный'), aliases: ['Rudny'] };
  const others = [town('geonames-1', 'Ekibastuz', 'Экибастуз'), town('geonames-2', 'Abay', 'Абай'), rudnyy];
  const placeOf = (text: string) =>
    propose(text, { places, others, year: 2012 }).map(({ place }) => place?.value ?? '');
  it.each([
    ['In Ekibastuz two were detained.', 'geonames-1'],
    ['В Экибастузе задержали двоих.', 'geonames-1'],
    ['Екі адам Экибастузда ұсталды.', 'geonames-1'],
    // A name of a person, too: only where a word says that it is a place.
    ['Police detained Abay on the square.', ''],
    ['Two were detained in Abay.', 'geonames-2'],
    // By another name of it.
    ['In Rudny two were detained.', 'geonames-3'],
    // What the dataset calls so comes first.
    ['In Taraz two were detained.', 'taraz'],
  ])('%s', (text, place) => {
    expect(placeOf(text)).toEqual([place]);
  });

  it('are those of the country that the text names most often', () => {
    expect(countryNamed('In Kazakhstan and in Russia they met. Kazakhstan said nothing.')).toBe('KZ');
    expect(countryNamed('В Казахстане прошли митинги.')).toBe('KZ');
    expect(countryNamed('Өзбекстанда митинг өтті.')).toBe('UZ');
    expect([countryNamed('They met.'), countryNamed('Germany and France')]).toEqual([null, null]);
  });
});

describe('quotations', () => {
  const odd =
    '😀😀  On 3 May 2012,\r\nmore than 20  people 👩‍👩‍👧 were\u00a0arrested in Shymkent.  They met. Three were fined.\n\n😀 They left. Three were fined.';

  it.each([
    ['the embedded statement', [...texts.values()][0] ?? ''],
    ['emoji, double spaces and breaks of lines', odd],
  ])('are word for word where they are said to stand: %s', (_, text) => {
    const proposals = in2012(text);
    const all = proposals.flatMap((it) =>
      [
        it.act,
        it.quote,
        ...[it.count, it.amount, it.days, it.place, it.date].map((value) => value?.words),
      ].flatMap((words) => words ?? []),
    );
    expect(all.length).toBeGreaterThan(proposals.length * 2);
    expect(all.map(({ start, end }) => text.slice(start, end))).toEqual(all.map((words) => words.text));
  });

  it('are sentences whole, also over a break of a line and an abbreviation; of twins the prefix tells which', () => {
    const [first, second, third] = in2012(odd);
    expect(first?.quote.text).toBe(odd.slice(odd.indexOf('😀'), odd.indexOf('  They')));
    expect(second?.prefix).toMatch(/They met\.$/);
    expect(third?.prefix).toMatch(/😀 They left\.$/u);
    expect(
      in2012('В г. Алматы задержали Т. Иванову. Двоих оштрафовали.').map(({ quote }) => quote.text),
    ).toEqual(['В г. Алматы задержали Т. Иванову.', 'Двоих оштрафовали.']);
  });
});
