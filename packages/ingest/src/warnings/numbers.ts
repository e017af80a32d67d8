import { isUnnumbered, type RestrictionRecord } from '@article21/model';
import { recalled } from '../recalled.ts';

/**
 * What a number in a text may be: with its points and commas as separators of thousands or as the decimal point, and
 * times the thousand or million that stands after it.
 */
type Readings = readonly number[];

const NUMBER = /\d+(?:[.,'’ ]\d+)*/g;
const THOUSAND = /^\s*(?:тыс|тысяч|thousand|k\b|tsd|tausend|мың)/iu;
const MILLION = /^\s*(?:млн|миллион|million|mln|mio)/iu;

/** The numbers that stand in a text in digits. */
export function numbersIn(text: string): Readings[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    const factor = THOUSAND.test(after) ? 1_000 : MILLION.test(after) ? 1_000_000 : 1;
    // "12 400" may be two numbers as well as one.
    const parts = match[0].split(' ');
    const whole = readings(match[0].replaceAll(' ', ''), factor);
    return parts.length === 1 ? [whole] : [[...whole, ...parts.flatMap((part) => readings(part, factor))]];
  });
}

function readings(digits: string, factor: number): Readings {
  const joined = Number(digits.replace(/\D/g, ''));
  const last = /^(.*)[.,](\d{1,3})$/.exec(digits);
  const decimal = last ? Number(`${(last[1] ?? '').replace(/\D/g, '')}.${last[2]}`) : joined;
  return [...new Set([joined, decimal, joined * factor, decimal * factor])];
}

const words: Readonly<Record<number, string>> = {
  1: 'one a an один одна одного одну одной бір',
  2: 'two both couple pair два две двух двое оба обе двоих екі екеу екеуі',
  3: 'three три трёх трех трое троих үш үшеу үшеуі',
  4: 'four четыре четырёх четырех четверо четверых төрт төртеу',
  5: 'five пять пяти пятеро пятерых бес бесеу',
  6: 'six шесть шести шестеро шестерых алты алтау',
  7: 'seven семь семи семеро семерых жеті жетеу',
  8: 'eight восемь восьми восьмеро сегіз',
  9: 'nine девять девяти девятеро тоғыз',
  10: 'ten десять десяти десяток десятеро он',
  11: 'eleven одиннадцать одиннадцати',
  12: 'twelve dozen двенадцать двенадцати дюжина',
  13: 'thirteen тринадцать тринадцати',
  14: 'fourteen четырнадцать четырнадцати',
  15: 'fifteen пятнадцать пятнадцати',
  16: 'sixteen шестнадцать шестнадцати',
  17: 'seventeen семнадцать семнадцати',
  18: 'eighteen восемнадцать восемнадцати',
  19: 'nineteen девятнадцать девятнадцати',
  20: 'twenty двадцать двадцати жиырма',
  30: 'thirty тридцать тридцати отыз',
  40: 'forty сорок сорока қырық',
  50: 'fifty пятьдесят пятидесяти елу',
  60: 'sixty шестьдесят шестидесяти алпыс',
  70: 'seventy семьдесят семидесяти жетпіс',
  80: 'eighty восемьдесят восьмидесяти сексен',
  90: 'ninety девяносто девяноста тоқсан',
  100: 'hundred сто ста жүз',
};
const numberOf = new Map(
  Object.entries(words).flatMap(([number, all]) =>
    all.split(' ').map((word) => [word, Number(number)] as const),
  ),
);

/** The numbers that stand in a text as words, in English, Russian and Kazakh. */
function wordedIn(text: string): number[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => numberOf.get(word) ?? []);
}

type Stated = Pick<RestrictionRecord, 'count' | 'amount' | 'days'>;

/**
 * Whether words give numbers and none of them is that of the record: neither a bound of a quantity, nor, where several
 * sources are spanned, between its bounds; nor is their sum ("three men and two women"), nor their product with the
 * people ("15 days each"). Words without a number, and records without one, contradict nothing. `sumOfAll` is that of
 * `sumOnce`, since a record may have as many words as there are rows.
 */
export function statesOther(
  stated: readonly string[],
  which: number,
  record: Stated,
  sumOfAll: () => number,
): boolean {
  const text = stated[which] ?? '';
  // Most words give the one number of their record, and nothing more need be understood.
  const [plain] = /\d+/.exec(text) ?? [];
  if (plain !== undefined && Number(plain) === record.count?.low && !/\d[.,'’ ]\d/.test(text)) return false;
  const own = readingsOf(text);
  if (own === null) return false;
  const quantities = [record.count, record.amount, record.days].flatMap((it) =>
    it === null || isUnnumbered(it) ? [] : [it],
  );
  if (quantities.length === 0) return false;
  const sums = [own.flat(), sumOf([own]), sumOfAll()].flat();
  const people = [record.count?.low, record.count?.high].flatMap((it) => it ?? []);
  const numbers = [...sums, ...own.flat().flatMap((number) => people.map((count) => count * number))];
  return !quantities.some(({ low, high }) =>
    numbers.some((number) => {
      if (stated.length > 1 && number >= low && number <= (high ?? number)) return true;
      // "More than 100" is 101+, and "fewer than 20" is 0-19.
      if ((high === null && number === low - 1) || (low === 0 && number === (high ?? 0) + 1)) return true;
      return number === low || number === high;
    }),
  );
}

/** Null where a text gives no number that could be wrong: none at all, or only an article that may be one. */
const readingsOf = recalled((text): Readings[] | null => {
  const digits = numbersIn(text);
  const worded = wordedIn(text);
  if (digits.length > 0) return [...digits, ...worded.map((number) => [number])];
  const certain = worded.length === 1 && worded[0] !== 1;
  return certain ? worded.map((number) => [number]) : null;
});

/** What the numbers of all words of a record add up to, reckoned when it is first asked for. */
export function sumOnce(stated: readonly string[]): () => number {
  let sum: number | null = null;
  return () => {
    sum ??= sumOf(stated.map((text) => readingsOf(text) ?? []));
    return sum;
  };
}

/** What numbers add up to, each in its first reading. */
function sumOf(all: readonly (readonly Readings[])[]): number {
  return all.flat().reduce((sum, [first = 0]) => sum + first, 0);
}

/** Looked for first: to tell that a number is a year takes longer. */
const ANY_YEAR = /(?:19[89]|20\d)\d/;
const YEAR =
  /(?<![\p{L}\d.,№#-])(?:19[89]|20\d)\d(?![\p{L}\d]|[.,]\d)(?!\s*(?:people|persons|protest|detain|человек|чел|лиц|адам|тенге|tenge|теңге|руб|[A-Z]{3}\b|€|₸|%))/gu;

/** Whether a quotation names years, and none of them is one that the record may lie in. Years as `YYYY`. */
export function namesOtherYear(quote: string, first: number | null, last: number | null): boolean {
  if (!ANY_YEAR.test(quote)) return false;
  const years = [...quote.matchAll(YEAR)].map(([year]) => Number(year));
  return years.length > 0 && years.every((year) => year < (first ?? year) || year > (last ?? year));
}
