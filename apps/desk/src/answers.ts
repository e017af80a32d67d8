import { type Question, withAnswer, withNewPlace } from '@article21/import';
import type { AnswerForm } from '@article21/messages/importing';
import { type Mapping, mappingSchema } from '@article21/model/mapping';

/** The names of a question's fields in a form. */
export const chosenField = (at: Question['at']) => `chosen:${JSON.stringify(at)}`;
export const typedField = (at: Question['at']) => `typed:${JSON.stringify(at)}`;
/** Of a question about a place: the kind of a place of one's own, and its country. */
export const kindField = (at: Question['at']) => `kind:${JSON.stringify(at)}`;
export const countryField = (at: Question['at']) => `country:${JSON.stringify(at)}`;

/** Whether a question is about what a cell names as a place or a region; answered by an id, or by a place of one's own. */
export function asksForPlace({ at, value }: Question): boolean {
  return at[0] === 'places' && at[1] !== 'country' && value !== null && value !== '';
}

/** Stands in a field for the answer that nothing is stated: empty is also what nobody has answered. */
export const NOTHING = 'nothing';
/** Before an answer that was chosen from those proposed, so that none can be mistaken for `NOTHING`. */
export const ANSWER = '=';

/** An answer that the mapping does not take, and why. */
export interface NotTaken {
  at: Question['at'];
  typed: string;
  /** What would be taken. */
  form: AnswerForm;
}

/** Questions of one column about the same doubt, or about columns that no field takes: one answer may be given to all. */
export interface Group {
  /** Names its fields in a form. */
  at: Question['at'];
  questions: readonly Question[];
  /** Answers that are proposed for each of them. */
  proposals: readonly string[];
}

/** In a group's form, for each cell the answer that is proposed first. */
export const LIKELIEST = 'likeliest';
/** So many values with one doubt can as well be answered one by one. */
const FEW = 2;

/** The groups among some questions, those of most values first. */
export function groupsOf(questions: readonly Question[]): Group[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    if (question.value === null && !isAboutUse(question)) continue;
    const key = JSON.stringify(groupAt(question));
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(question);
  }
  return [...groups.values()]
    .filter((group) => group.length > FEW)
    .sort((a, b) => b.length - a.length)
    .map((group) => ({
      at: group[0] === undefined ? [] : groupAt(group[0]),
      questions: group,
      proposals: commonIn(group),
    }));
}

/** Whether a question is what becomes of a column. */
export function isAboutUse({ at }: Pick<Question, 'at'>): boolean {
  return at[0] === 'columns';
}

/** What is proposed for each; and of any number or date that it is not stated. */
function commonIn(group: readonly Question[]): string[] {
  const [first] = group;
  const own = (first?.proposals ?? []).filter((it) => group.every((one) => one.proposals.includes(it)));
  if (first === undefined || isAboutUse(first)) return own;
  const nothing = { number: ['?', ''], amount: ['?', ''], date: [''] };
  const form = first.form ?? 'text';
  return [...new Set([...own, ...(form in nothing ? nothing[form as keyof typeof nothing] : [])])];
}

function groupAt({ at, question }: Question): Question['at'] {
  return ['all', ...at.slice(0, -1), question.code];
}

/**
 * A mapping with the answers of a form. What was typed comes before what was chosen, and what was said of one cell before
 * what was said of all that are like it.
 */
export function withAnswers(
  mapping: Mapping,
  questions: readonly Question[],
  form: Readonly<Record<string, string>>,
): { mapping: Mapping; notTaken: NotTaken[] } {
  const notTaken: NotTaken[] = [];
  const grouped = new Set(groupsOf(questions).flatMap((it) => it.questions));
  const cells: Answer[] = [];
  let answered = mapping;
  for (const question of questions) {
    const { at } = question;
    const own = hasAnswer(at, form) || !grouped.has(question) ? at : groupAt(question);
    const kind = form[kindField(own)] ?? '';
    if (asksForPlace(question) && kind !== '') {
      const country = form[countryField(own)] ?? '';
      const list = at[1] === 'regions' ? 'regions' : 'names';
      const made = withNewPlace(answered, question.value ?? '', { kind, country }, list);
      if ('why' in made) notTaken.push({ at, typed: country, form: 'country' });
      else answered = made.mapping;
      continue;
    }
    const answer = answerIn(at, form) ?? (grouped.has(question) ? answerOfAll(question, form) : null);
    if (answer === null) continue;
    if (question.value !== null) {
      cells.push({ question, answer });
      continue;
    }
    const taken = taking(answered, at, answer);
    if (taken === null) notTaken.push({ at, typed: answer, form: question.form ?? 'other' });
    else answered = taken;
  }
  const answeredCells = tellCells(answered, cells);
  return { mapping: answeredCells.mapping, notTaken: [...notTaken, ...answeredCells.notTaken] };
}

function hasAnswer(at: Question['at'], form: Readonly<Record<string, string>>): boolean {
  return answerIn(at, form) !== null || (form[kindField(at)] ?? '') !== '';
}

interface Answer {
  question: Question;
  answer: string;
}

/** Answers about cells, of which there may be thousands: all at once, and one by one only where one of them is none. */
function tellCells(mapping: Mapping, answers: readonly Answer[]): { mapping: Mapping; notTaken: NotTaken[] } {
  const all = answers.reduce((it, { question, answer }) => withAnswer(it, question.at, answer), mapping);
  const parsed = mappingSchema.safeParse(all);
  if (parsed.success) return { mapping: parsed.data, notTaken: [] };
  const notTaken: NotTaken[] = [];
  const accepted = answers.reduce((it, { question, answer }) => {
    const taken = taking(it, question.at, answer);
    if (taken === null) notTaken.push({ at: question.at, typed: answer, form: question.form ?? 'other' });
    return taken ?? it;
  }, mapping);
  return { mapping: accepted, notTaken };
}

function answerOfAll(question: Question, form: Readonly<Record<string, string>>): string | null {
  const at = groupAt(question);
  if (form[chosenField(at)] !== LIKELIEST || form[typedField(at)]?.trim()) return answerIn(at, form);
  return question.proposals[0] ?? null;
}

function answerIn(at: Question['at'], form: Readonly<Record<string, string>>): string | null {
  const typed = form[typedField(at)]?.trim() ?? '';
  if (typed !== '') return typed;
  const chosen = form[chosenField(at)] ?? '';
  if (chosen === NOTHING) return '';
  return chosen.startsWith(ANSWER) ? chosen.slice(ANSWER.length) : null;
}

/** Some answers are numbers or yes: a form has texts only, and the schema says which is meant. Null: it takes neither. */
function taking(mapping: Mapping, at: Question['at'], answer: string): Mapping | null {
  const asText = mappingSchema.safeParse(withAnswer(mapping, at, answer));
  if (asText.success) return asText.data;
  if (/^(?:\d+|true)$/.test(answer)) {
    const asValue = mappingSchema.safeParse(withAnswer(mapping, at, JSON.parse(answer)));
    if (asValue.success) return asValue.data;
  }
  return null;
}
