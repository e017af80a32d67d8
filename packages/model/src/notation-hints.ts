import { monthNamed } from './month-names.ts';

/** What a cell that is not in the notation was probably meant to say, written in the notation. */
export interface Correction {
  notation: string;
  /** How the notation reads, or what was changed: `about`, `at most 20`. */
  note: string;
}

/** Longer texts are no slips of the notation, and are not searched for one. */
const LONGEST = 60;

const N = String.raw`(\d+(?:\.\d+)?)`;
const about =
  'ca\\.?|circa|about|around|approx\\.?|approximately|roughly|some|nearly|almost|estimated|est\\.?|' +
  'около|примерно|приблизительно|порядка|почти|шамамен|etwa|rund|ungefähr';
const more = 'more than|over|above|>|свыше|более(?: чем)?|больше(?: чем)?|mehr als|über';
const least = 'at least|minimum|min\\.?|не менее|не меньше|минимум|кемінде|mindestens';
const most =
  'up to|at most|no more than|not more than|maximum|max\\.?|<=|≤|до|не более|не больше|максимум|bis zu|höchstens|maximal';
const fewer = 'less than|fewer than|under|below|<|менее|меньше|weniger als|unter';
const unknown =
  'k\\.? ?a\\.?|n\\.?/?a\\.?|н/д|-+|unknown|not stated|unstated|several|some|many|dozens|hundreds|a number of|a few|' +
  'неизвестно|не указано|нет данных|несколько|десятки|сотни|много|белгісіз|бірнеше|көп|unbekannt|mehrere';
const people =
  'people|persons?|protesters?|participants?|человека?|чел\\.?|людей|лиц|адам|personen|teilnehmer|days?|суток|сутки|дней|дня|день|күн|тәулік';

/** Ways of speaking, and what they are in the notation. The text is in small letters, its numbers have no separators. */
const phrases: readonly [form: RegExp, read: (...numbers: string[]) => Correction | null][] = [
  [
    new RegExp(`^(?:от|с|from|von)? ?${N} ?(?:to|bis|до|по) ?${N}$`),
    (a, b) => ({ notation: `${a}-${b}`, note: `from ${a} to ${b}` }),
  ],
  [
    new RegExp(`^(?:between|zwischen|между) ${N} (?:and|und|и) ${N}$`),
    (a, b) => ({ notation: `${a}-${b}`, note: `from ${a} to ${b}` }),
  ],
  [
    new RegExp(`^(?:${about}) ?${N} ?- ?${N}$`),
    (a, b) => ({ notation: `~${a}-${b}`, note: `about ${a} to ${b}` }),
  ],
  [new RegExp(`^(?:${about}) ?${N}$`), (n) => ({ notation: `~${n}`, note: `about ${n}` })],
  [new RegExp(`^${N} ?- ?[ғгқк][ае] жуық$`), (n) => ({ notation: `~${n}`, note: `about ${n}` })],
  [new RegExp(`^(?:${more}) ?${N}$`), moreThan],
  [new RegExp(`^${N} ?-? ?[ндт][ае]н (?:астам|артық|көп)$`), moreThan],
  [new RegExp(`^(?:${least}) ?${N}$`), (n) => ({ notation: `${n}+`, note: `at least ${n}` })],
  [new RegExp(`^(?:${most}) ?${N}$`), atMost],
  [new RegExp(`^${N} ?-? ?[ғгқк][ае] дейін$`), atMost],
  [new RegExp(`^(?:${fewer}) ?${N}$`), (n) => atMost(String(Number(n) - 1))],
  [new RegExp(`^(?:${unknown})$`), () => ({ notation: '?', note: 'a report without a number' })],
  [
    new RegExp(`^~? ?${N} ?\\?$`),
    (n) => ({
      notation: `~${n}`,
      note: 'where the number itself is uncertain; ? is one report without a number, & 3? are three',
    }),
  ],
];

/** A number in thousands or millions, alone or as the end of a range. */
const THOUSANDS =
  /(?:(\d+(?:[.,]\d+)?)( ?(?:-|to|bis|до|по|and|und|и) ?))?(\d+(?:[.,]\d+)?) ?(тысячи?|тысяч|тыс\.?|thousand|tausend|tsd\.?|мың|k|миллион(?:а|ов)?|млн\.?|millions?|mln\.?|mio\.?)(?![\p{L}])/gu;

/** What a quantity that cannot be read was probably meant to be; null where nothing of the kind is known. */
export function correctionOf(text: string): Correction | null {
  if (text.length > LONGEST) return null;
  // NFKC makes ordinary spaces of those that do not break, and ordinary digits of wide ones.
  const cleaned = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(new RegExp(` ?(?:${people})$`), '')
    .trim();
  const joined = cleaned.replace(
    /(?<![\d.,])([1-9]\d{0,2})(?:([ .,'’])\d{3})(?:\2\d{3})*(?![\d'’])/g,
    (number) => number.replace(/\D/g, ''),
  );
  const whole = joined.replace(
    THOUSANDS,
    (...[, first, sign = '', last = '', unit = '']: (string | undefined)[]) => {
      const factor = /^(?:м(?:л|и)|m)/.test(unit) ? 1_000_000 : 1_000;
      if (first === undefined) return times(last, factor);
      // Of "1 to 2 thousand" both are thousands; of "500 to 1 thousand" one is.
      return `${decimal(first) < decimal(last) ? times(first, factor) : first}${sign}${times(last, factor)}`;
    },
  );
  const made = madeDate(cleaned);
  if (made) return made;
  for (const [form, read] of phrases) {
    const [match, ...numbers] = form.exec(whole) ?? [];
    if (match !== undefined) return read(...numbers);
  }
  const plain = whole.replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  if (plain !== whole) return { notation: plain, note: 'with a point' };
  if (whole !== joined) return { notation: whole, note: 'in digits' };
  if (joined !== cleaned) return { notation: joined, note: 'without a separator between thousands' };
  return cleaned === text ? null : { notation: cleaned, note: 'the number alone' };
}

/** A range that a spreadsheet took for a date: of `2-3` it makes `2-Mar`, `02.Mar` or `Feb-03`. */
function madeDate(text: string): Correction | null {
  const [, day, word, month = word, after = day] =
    /^(?:(\d{1,2})[-. ]+(\p{L}{3,}\.?)|(\p{L}{3,}\.?)[-. ]+(\d{1,2}))$/u.exec(text) ?? [];
  const number = monthNamed(month ?? '');
  if (number === null || after === undefined) return null;
  const [low, high] = [number, Number(after)].sort((a, b) => a - b);
  const note = 'a spreadsheet made a date of it: format the column as text first';
  return { notation: `${low}-${high}`, note };
}

function moreThan(n = ''): Correction {
  if (n.includes('.')) return { notation: `${n}+`, note: `more than ${n}` };
  return { notation: `${Number(n) + 1}+`, note: `more than ${n}, or ${n}+: at least ${n}` };
}

function atMost(n = ''): Correction | null {
  return Number(n) < 0 ? null : { notation: `0-${n}`, note: `at most ${n}` };
}

/** Exact for the few digits that people write before such words: rounded to what a cent is. */
function times(number: string, factor: number): string {
  return String(Math.round(decimal(number) * factor * 100) / 100);
}

function decimal(number: string): number {
  return Number(number.replace(',', '.'));
}

/** Signs and words of money, and the code that each most often is. */
const currencies: readonly [word: string, code: string][] = [
  ['us\\$|\\$|usd|dollars?|долл(?:\\.|аров|арах|ара|ар)?', 'USD'],
  ['€|euros?|евро', 'EUR'],
  ['£', 'GBP'],
  ['₽|руб(?:\\.|лей|лях|ли|ля|ль)?|р\\.|rubles?|roubles?', 'RUB'],
  ['₸|тенге|теңге(?:мен)?|tenge|тг\\.?', 'KZT'],
  ['сом(?:ов|ах|а)?|som', 'KGS'],
  ['сум(?:ов|ах|а)?|soum', 'UZS'],
  ['₴|грн\\.?|гривен|гривны|гривнах', 'UAH'],
];

/** The number and the currency of an amount whose currency is a sign or a word: `$500`, `10000 руб.`. Null for others. */
export function currencyIn(text: string): { quantity: string; currency: string } | null {
  if (text.length > LONGEST) return null;
  const cleaned = text.normalize('NFKC').toLowerCase().trim();
  for (const [word, currency] of currencies) {
    const found =
      new RegExp(`^(?:${word}) ?(.*)$`).exec(cleaned) ?? new RegExp(`^(.*?) ?(?:${word})$`).exec(cleaned);
    if (found?.[1] && /\d/.test(found[1])) return { quantity: found[1].trim(), currency };
  }
  return null;
}

/**
 * The currency that a heading of amounts names, by its sign, its word or its code: `Штраф, тенге`, `Fine (₸)`, `Сумма, KZT`.
 * Null where it names none, or several.
 */
export function currencyNamed(heading: string): string | null {
  const cleaned = heading.slice(0, LONGEST).normalize('NFKC').toLowerCase();
  const named = currencies.filter(([word, code]) =>
    new RegExp(`(?<!\\p{L})(?:${word}|${code.toLowerCase()})(?!\\p{L})`, 'u').test(cleaned),
  );
  const [one, ...others] = named;
  return one === undefined || others.length > 0 ? null : one[1];
}

/** Whether an amount is in units that a law defines and no bank exchanges: `20 базовых величин`, `10 МРП`. */
export function isInLegalUnits(text: string): boolean {
  return /базов|мрп|аек|минимальн|minimum wage|\bmci\b|calculation ind/iu.test(text.slice(0, LONGEST));
}
