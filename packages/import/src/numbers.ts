import type { QuestionMessage } from '@article21/messages/importing';
import {
  currencyIn,
  isInLegalUnits,
  parseMoney,
  parseQuantity,
  printMoney,
  printQuantity,
} from '@article21/model';
import type { ThousandsMark } from '@article21/model/mapping';
import {
  areIn,
  fold,
  isAmong,
  LONGEST_TYPED,
  monthNumber,
  type Role,
  type Token,
  tokensOf,
} from './typed-tokens.ts';

/** What was decided about the numbers of a column; what is absent is open. */
export interface NumberRules {
  /** Money has hundredths, people have not. */
  money: boolean;
  thousands?: ThousandsMark | undefined;
  moreThan?: 'next' | 'same' | undefined;
  currency?: string | undefined;
}

/**
 * A cell, as it was understood: the notation of the codebook; nothing stated; open until its column is decided; or
 * asked, with what it may be, the likeliest first (empty: that nothing is stated).
 */
export type Understood<Decision extends string> =
  | { is: 'read'; text: string }
  | { is: 'empty' }
  | { is: 'open'; decision: Decision; examples: readonly string[] }
  | { is: 'asked'; why: QuestionMessage; proposals: readonly string[] };
export type NumberDecision = 'thousands' | 'more_than' | 'currency';

const EXCEL_ZERO = /^0?0\.0?1\.1900$/;

/** Reads a number as people type it, in any language that there are words for. */
export function readNumber(typed: string, rules: NumberRules): Understood<NumberDecision> {
  const read = readTyped(typed, rules);
  return rules.money ? inCurrency(read, rules.currency) : read;
}

/** With its currency in what is proposed of an amount: an answer needs one, and it is asked first where nobody has said it. */
function inCurrency(
  read: Understood<NumberDecision>,
  currency: string | undefined,
): Understood<NumberDecision> {
  if (read.is !== 'asked' || !read.proposals.some(lacksCurrency)) return read;
  if (currency === undefined) return currencyOpen;
  return { ...read, proposals: read.proposals.map((it) => (lacksCurrency(it) ? `${it} ${currency}` : it)) };
}

function lacksCurrency(proposal: string): boolean {
  return /\d/.test(proposal) && !/[A-Z]{3}/.test(proposal);
}

const currencyOpen: Understood<NumberDecision> = {
  is: 'open',
  decision: 'currency',
  examples: ['EUR', 'RUB', 'KZT'],
};

function readTyped(typed: string, rules: NumberRules): Understood<NumberDecision> {
  if (typed.trim().length > LONGEST_TYPED) return unclear('unknown_form');
  const text = fold(typed);
  if (/^-*$/.test(text) || EXCEL_ZERO.test(text)) return { is: 'empty' };
  if (isAmong(text, 'unknown')) return { is: 'read', text: '?' };
  if (/\S\s*[\r\n]+\s*\S/.test(typed)) return unclear('several_values');
  if (isAmong(text, 'noAnswer')) return unclear('no_answer', '?', '');
  if (isAmong(text, 'vague')) return unclear('no_number', '?', ...byRule(text));
  const made = madeOfDate(text);
  if (made) return made;
  return rules.money ? readAmount(typed, text, rules) : readCount(typed, text, rules);
}

function readCount(typed: string, text: string, rules: NumberRules): Understood<NumberDecision> {
  const parsed = parseQuantity(typed.trim());
  if (parsed.ok) return { is: 'read', text: printQuantity(parsed.value) };
  return readPhrase(text, rules);
}

function readAmount(typed: string, text: string, rules: NumberRules): Understood<NumberDecision> {
  const parsed = parseMoney(typed);
  if (parsed.ok) return { is: 'read', text: printMoney(parsed.value) };
  if (isInLegalUnits(text)) return unclear('legal_units', '?');
  const [, before, middle = '', after] = /^(?:([a-z]{3}) )?(.*?)(?: ([a-z]{3}))?$/.exec(text) ?? [];
  const code = (before ?? after)?.toUpperCase();
  const known =
    code !== undefined && /\d/.test(middle) ? { quantity: middle, currency: code } : currencyIn(text);
  const read = readPhrase(known?.quantity ?? text, rules);
  const currency = known?.currency ?? rules.currency;
  if (read.is !== 'read' || read.text === '?') return inCurrency(read, currency);
  if (currency === undefined) return currencyOpen;
  return { is: 'read', text: `${read.text} ${currency}` };
}

/** Ways of speaking, by the roles of their words. */
const phrases: readonly [
  roles: readonly Role[],
  say: (n: string, m: string) => Understood<NumberDecision>,
][] = [
  [['number'], (n) => read(n)],
  [['about', 'number'], (n) => read(`~${n}`)],
  [['number', 'after-about'], (n) => read(`~${n}`)],
  [['least', 'number'], (n) => read(`${n}+`)],
  [['number', 'after-least'], (n) => read(`${n}+`)],
  [['most', 'number'], (n) => read(`0-${n}`)],
  [['number', 'after-most'], (n) => read(`0-${n}`)],
  [['fewer', 'number'], (n) => read(`0-${Math.max(0, Number(n) - 1)}`)],
  [['number', 'to', 'number'], range('')],
  [['from', 'number', 'to', 'number'], range('')],
  [['between', 'number', 'and', 'number'], range('')],
  [['about', 'number', 'to', 'number'], range('~')],
  [['number', 'and', 'number'], (n, m) => unclear('two_numbers', `${n}-${m}`, n, m)],
  [['several', 'number'], () => unclear('no_number', '?')],
  [['each', 'number'], each],
  [['number', 'each', 'number'], each],
  [['each', 'number', 'to', 'number'], each],
  [['number', 'and', 'each', 'number'], each],
  [['several'], () => unclear('no_number', '?')],
];

function readPhrase(text: string, rules: NumberRules): Understood<NumberDecision> {
  const all = tokensOf(text.replace(/\((?:[!?]|[^()]*)\)/g, ' ').trim());
  if (all === null) return unclear('unknown_form');
  const tokens = all.filter(({ roles }) => !roles.has('counted') && !roles.has('days'));
  const scaled = scale(tokens, rules);
  if ('is' in scaled) return scaled;
  const { phrase, values, vague } = scaled;
  if (vague) return unclear('size_in_words', ...vague);
  if (areIn(phrase, ['more', 'number']) || areIn(phrase, ['number', 'after-more']))
    return more(values[0] ?? '', rules);
  const known = phrases.find(([roles]) => areIn(phrase, roles));
  return known?.[1](values[0] ?? '', values[1] ?? '') ?? unclear('unknown_form');
}

interface Scaled {
  phrase: Token[];
  values: string[];
  vague: string[] | null;
}

/** The numbers of a phrase, with the thousands, millions and dozens after them. */
function scale(tokens: readonly Token[], rules: NumberRules): Scaled | Understood<NumberDecision> {
  const scaled: Scaled = { phrase: [], values: [], vague: null };
  for (const [i, token] of tokens.entries()) {
    const unit = factorOf(token);
    if (unit !== null && !(token.roles.has('number') && token.value === null)) {
      const [before, ends] = [tokens[i - 1], scaled.values.length - 1];
      if (!before?.roles.has('number')) return unclear('no_number', '?');
      scaled.values[ends] = String(Math.round(Number(scaled.values[ends]) * unit * 100) / 100);
      // Two dozen people may be 24, and are more often about as many.
      if (unit === 12) scaled.vague = [scaled.values[ends] ?? '', `~${scaled.values[ends]}`];
      continue;
    }
    scaled.phrase.push(token);
    if (!token.roles.has('number')) continue;
    const value = token.value ?? digits(token.text, rules, tokens);
    if (typeof value === 'object') return value;
    scaled.values.push(String(value));
  }
  const [low, high] = scaled.values;
  // Of "1 to 2 thousand" both are thousands; of "500 to 1 thousand" one is.
  const last = factorOf(tokens.at(-1));
  if (last !== null && scaled.values.length === 2 && Number(low) < Number(high) / last)
    scaled.values[0] = String(Number(low) * last);
  return scaled;
}

function factorOf(token: Token | undefined): number | null {
  if (token?.roles.has('hundred')) return 100;
  if (token?.roles.has('thousand')) return 1_000;
  if (token?.roles.has('million')) return 1_000_000;
  return token?.roles.has('dozen') ? 12 : null;
}

/** A number in digits. Whether `1.000` is a thousand is decided once for its column, unless the cell leaves no doubt. */
function digits(
  text: string,
  rules: NumberRules,
  tokens: readonly Token[],
): number | Understood<NumberDecision> {
  const number = text.replace(/-?\p{L}+$/u, '');
  const plain = /^\d+(?:\.\d{1,2})?$/.test(number) ? Number(number) : null;
  if (plain !== null && (rules.money || Number.isInteger(plain))) return plain;
  if (/^\d+,\d{1,2}$/.test(number) && (rules.money || isScaled(text, tokens)))
    return Number(number.replace(',', '.'));
  if (plain !== null && isScaled(text, tokens)) return plain;
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number) ?? [];
  const mark = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/.exec(whole)?.[1];
  if (mark === undefined || (fraction !== '' && !rules.money))
    return unclear(/\d[.,]\d/.test(number) ? 'not_whole' : 'unknown_form');
  const value = Number(`${whole.replaceAll(mark, '')}.${fraction || '0'}`);
  if (mark === ' ' || mark === "'" || rules.money || whole.split(mark).length > 2) return value;
  if (rules.thousands === mark || isLarge(tokens)) return value;
  if (rules.thousands !== undefined)
    return { is: 'asked', why: { code: 'other_mark', values: { mark } }, proposals: [] };
  return { is: 'open', decision: 'thousands', examples: [mark, 'none'] };
}

function isScaled(text: string, tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => token.text === text);
  return factorOf(tokens[at + 1]) !== null;
}

/** Whether another number beside this one is so large that three digits after a mark can be nothing but thousands. */
function isLarge(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => /^\d{3,}$/.test(text));
}

function more(n: string, { moreThan }: NumberRules): Understood<NumberDecision> {
  const [next, same] = [`${Number(n) + 1}+`, `${n}+`];
  if (moreThan === undefined) return { is: 'open', decision: 'more_than', examples: [next, same] };
  return read(moreThan === 'next' ? next : same);
}

function range(about: string) {
  return (n: string, m: string): Understood<NumberDecision> =>
    Number(n) <= Number(m) ? read(`${about}${n}-${m}`) : unclear('larger_first', `${about}${m}-${n}`);
}

function each(): Understood<NumberDecision> {
  return unclear('number_for_each');
}

/** What a spreadsheet made of `3-5`: `5-Mar`, `Mar-24`, `2024-03-05`. It is never taken for a number. */
function madeOfDate(text: string): Understood<NumberDecision> | null {
  const [, day, word = '', month = word, after = day] =
    /^(?:(\d{1,2})[-. ]+(\p{L}{3,}\.?)|(\p{L}{3,}\.?)[-. ]+(\d{1,2}))$/u.exec(text) ?? [];
  const iso = /^\d{4}-(\d\d)-(\d\d)(?:[ t]00:00(?::00)?)?$/.exec(text);
  const number = iso ? Number(iso[1]) : monthNumber(month.replace('.', ''));
  const other = iso ? Number(iso[2]) : Number(after);
  if (number === null || Number.isNaN(other)) return null;
  const [low, high] = [number, other].sort((a, b) => a - b);
  return unclear('made_date', `${low}-${high}`, `${number}`);
}

/** What tables with a rule for them take such words for. */
function byRule(text: string): string[] {
  if (/thous|тыс|мың|tausend/.test(text)) return ['2000+'];
  if (/hundr|сот|сотни|жүз|hundert/.test(text)) return ['200+'];
  return /doz|tens|десят|ондаған|dutz/.test(text) ? ['20+'] : [];
}

function read(text: string): Understood<NumberDecision> {
  return { is: 'read', text };
}

function unclear(code: QuestionMessage['code'], ...proposals: string[]): Understood<NumberDecision> {
  return { is: 'asked', why: { code }, proposals };
}
