import type { AnswerForm, QuestionMessage } from '@article21/messages/importing';
import { currencyNamed, parseMoney, parseQuantity } from '@article21/model';
import { readEdtf } from '@article21/model/edtf';
import type { DateFrom, From, NumberFrom } from '@article21/model/mapping';
import { type DateRules, readDate } from './dates.ts';
import type { Header } from './header.ts';
import { type NumberRules, readNumber, type Understood } from './numbers.ts';
import type { AnswerPath, Questions } from './questions.ts';

/** What a field says in a row: a text of the dataset's own notation, or that it says nothing, or that it is asked. */
export type FieldReading = { typed: string; text: string | null; isOpen?: true };
export type ReadField = (row: number, cells: readonly string[]) => FieldReading;

/** How a field is read, and where its answers stand in the mapping. */
export interface Place {
  header: Header;
  at: AnswerPath;
  questions: Questions;
}

/** Readings of a column are kept: most of its cells repeat one. */
const MOST_KEPT = 50_000;

/** A field of words: what the dictionary says, else `take`, which answers null for what it does not know. */
export function readsWords(
  from: From,
  place: Place,
  take: (typed: string) => string | null,
  ask: (typed: string) => { question: QuestionMessage; proposals: readonly string[] },
): ReadField {
  if ('value' in from) return () => ({ typed: '', text: from.value });
  return readsColumn(from.column, from.values, place, (typed) => {
    if (typed === '') return { is: 'empty' };
    const text = take(typed);
    if (text !== null) return { is: 'read', text };
    const { question, proposals } = ask(typed);
    return { is: 'asked', why: question, proposals };
  });
}

/** A field of numbers. */
export function readsNumbers(from: NumberFrom, place: Place, money: boolean): ReadField {
  if ('value' in from) return readsConstant(from.value, place, money ? 'amount' : 'number');
  const rules: NumberRules = {
    money,
    thousands: from.thousands,
    moreThan: from.more_than,
    // Whoever writes it into the heading has decided it.
    currency: from.currency ?? currencyNamed(from.column) ?? undefined,
  };
  const form = money ? 'amount' : 'number';
  return readsColumn(from.column, from.values, { ...place, form }, (typed) => readNumber(typed, rules));
}

/** A field of dates, of one column or of three. */
export function readsDates(from: DateFrom, place: Place): ReadField {
  if ('value' in from) return readsConstant(from.value, place, 'date');
  if ('column' in from) {
    const rules: DateRules = { order: from.order, year: from.year, serials: from.serials };
    return readsColumn(from.column, from.values, { ...place, form: 'date' }, (typed) =>
      readDate(typed, rules),
    );
  }
  const columns = [from.day, from.month, from.year].filter((it) => typeof it === 'string');
  const cell = (cells: readonly string[], name: string | number | undefined) =>
    typeof name === 'string' ? (cells[place.header.at(name)] ?? '').trim() : String(name ?? '');
  const dated = { ...place, form: 'date' } as const;
  const read = createKeeper(from.values, dated, columns.join(', '), (typed) => readDate(typed, {}));
  return (row, cells) => {
    const [day, month, year] = [from.day, from.month, from.year].map((name) => cell(cells, name));
    const parts = [day, month, year].flatMap((it) => it?.replace(/\.0+$/, '') || []);
    // Digits as a day is typed, else words: both are read as one cell would be.
    const inDigits = parts.every((it) => /^\d+\.?$/.test(it));
    const padded = parts.map((it) => it.replace(/\.$/, '').padStart(2, '0'));
    if (columns.every((name) => cell(cells, name) === '')) return { typed: '', text: null };
    return read(
      row,
      inDigits ? (padded.length === 3 ? padded.join('.') : [...padded].reverse().join('-')) : parts.join(' '),
    );
  };
}

function readsColumn(
  column: string,
  values: Readonly<Record<string, string>>,
  place: Place & { form?: AnswerForm },
  understand: (typed: string) => Understood<string>,
): ReadField {
  const at = place.header.at(column);
  const read = createKeeper(values, place, column, understand);
  return (row, cells) => read(row, cells[at] ?? '');
}

/** Reads cells by the dictionary and then by the rules, keeps what was read, and asks what is open. */
function createKeeper(
  values: Readonly<Record<string, string>>,
  { at, questions, form }: Place & { form?: AnswerForm },
  column: string,
  understand: (typed: string) => Understood<string>,
): (row: number, typed: string) => FieldReading {
  const meanings = new Map(Object.entries(values).map(([typed, text]) => [keyOf(typed), text]));
  const kept = new Map<string, Understood<string>>();
  return (row, typed) => {
    const key = keyOf(typed);
    const meaning = meanings.get(key);
    if (meaning !== undefined && isAnswer(meaning, form))
      return { typed: key, text: meaning === '' ? null : meaning };
    if (meaning !== undefined) {
      // An answer may be typed as a cell may: 22.03.2024, 184 600 in a column of tenge.
      const read = understand(meaning);
      if (read.is === 'read') return { typed: key, text: read.text };
      const question = { code: 'answered_otherwise' as const, values: { answer: meaning } };
      const open = { column, value: key, question, proposals: [], at: [...at, 'values', key] };
      questions.ask(row, form === undefined ? open : { ...open, form });
      return { typed: key, text: null, isOpen: true };
    }
    const known = kept.get(typed) ?? understand(typed.trim());
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(typed, known);
    if (known.is === 'read') return { typed: key, text: known.text };
    if (known.is === 'empty') return { typed: key, text: null };
    if (known.is === 'open') {
      const { code, proposals, form: own } = decisions[known.decision] ?? decisionMissing(known.decision);
      questions.ask(row, {
        column,
        value: null,
        question: { code, values: { cell: key, examples: known.examples } },
        proposals: proposals ?? known.examples,
        ...(own === undefined ? {} : { form: own }),
        at: [...at, known.decision],
      });
    } else
      questions.ask(row, {
        column,
        value: key,
        question: known.why,
        proposals: known.proposals,
        ...(form === undefined ? {} : { form }),
        at: [...at, 'values', key],
      });
    return { typed: key, text: null, isOpen: true };
  };
}

/** What all rows say. */
function readsConstant(value: string, { at, questions }: Place, form: AnswerForm): ReadField {
  if (isAnswer(value, form)) return () => ({ typed: '', text: value });
  return (row) => {
    const question = { code: 'answered_otherwise' as const, values: { answer: value } };
    questions.ask(row, { column: null, value: null, question, proposals: [], form, at: [...at, 'value'] });
    return { typed: '', text: null, isOpen: true };
  };
}

/** Whether an answer is what a field of this form can hold: whoever types `soon` for a date is asked again. Empty says nothing. */
function isAnswer(answer: string, form: AnswerForm | undefined): boolean {
  if (answer.trim() === '') return true;
  if (form === 'number') return parseQuantity(answer).ok;
  if (form === 'amount') return parseMoney(answer).ok;
  return form !== 'date' || readEdtf(answer) !== null;
}

function keyOf(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim();
}

/** What is decided once for a column. */
const decisions: Readonly<
  Record<string, { code: QuestionMessage['code']; proposals: readonly string[] | null; form?: AnswerForm }>
> = {
  thousands: { code: 'thousands', proposals: null },
  more_than: { code: 'more_than', proposals: ['next', 'same'] },
  currency: { code: 'currency', proposals: null, form: 'currency' },
  order: { code: 'order', proposals: ['day-first', 'month-first'] },
  year: { code: 'year', proposals: null, form: 'year' },
  serials: { code: 'serials', proposals: ['true'] },
};

function decisionMissing(decision: string): never {
  throw new Error(`no words for the decision ${decision} (known: ${Object.keys(decisions).join(', ')})`);
}
