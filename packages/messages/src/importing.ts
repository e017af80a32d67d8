import type { Fault, ImportingTexts } from '@article21/languages';
import { importing as english } from '@article21/languages/en/importing';
import {
  attributeIn,
  type CodedMessage,
  type IssueCode,
  type TableProblemCode,
  type Translations,
  type WarningCode,
} from '@article21/model';
import { fill } from './fill.ts';
import type { Words } from './words.ts';

export type { ImportingTexts } from '@article21/languages';

/** What an import asks. */
export type QuestionMessage = CodedMessage<keyof ImportingTexts['questions']>;
/** Why it refuses a cell, a row or a table. */
export type Refused = CodedMessage<keyof ImportingTexts['refusals']>;
/** What it says beside. */
export type Remark = CodedMessage<keyof ImportingTexts['remarks']>;
/** Why it cannot begin. */
export type Unusable = CodedMessage<keyof ImportingTexts['unusable']>;
/** What may be written as an answer. */
export type AnswerForm = keyof ImportingTexts['forms'];

/** What checking or reading has found, by its code; `message` and `hint` are the English of who found it. */
export interface Found extends CodedMessage {
  message: string;
  hint: string;
  /** The column that it is about. */
  column?: string | null;
}

/**
 * A place as somebody who chooses one is told of it. `name` is shown to readers of a language in which it has no name.
 * `division` is empty where its code says nothing to people.
 */
export interface PlaceNote extends Translations<'name'> {
  name: string;
  country: string;
  division?: string;
  population?: number;
}

/** The sentences of an import in one language. */
export interface ImportMessages {
  /** The same with the words of a dataset, which may declare kinds of its own. */
  of(words: MessageWords): ImportMessages;
  question(question: QuestionMessage): string;
  /** What a question is about that is about no column; null where it is the table as a whole. */
  subject(question: QuestionMessage): string | null;
  form(form: AnswerForm): string;
  /** What an answer means that is a word of the mapping; null where it says it itself. */
  answer(answer: string): string | null;
  /** The name of a record's field; of anything else what it is. */
  field(field: string): string;
  kind(kind: string): string;
  /** A place by its name alone; and with what tells it from others. */
  placeName(note: PlaceNote): string;
  place(note: PlaceNote): string;
  refusal(refused: Refused | Found): { message: string; hint: string };
  found(found: Found): { message: string; hint: string };
  remark(remark: Remark): string;
  /** `found` is what a file was found to be, where it cannot be read. */
  unusable(why: Unusable, found?: Found): string;
}

/** What is wrong with a dataset or a file: the compiler names the codes for which a language has no words. */
export interface FaultTexts {
  findings: Readonly<Record<IssueCode | WarningCode, Fault>>;
  problems: Readonly<Record<TableProblemCode, Fault>>;
}

type MessageWords = Pick<Words, 'kind' | 'attribute' | 'number' | 'language'>;

/** `words` and `texts` are of one language. */
export function createImportMessages(
  words: MessageWords,
  texts: ImportingTexts,
  faults: FaultTexts | null,
): ImportMessages {
  const named = (names: Readonly<Record<string, string>>, id: string) =>
    Object.hasOwn(names, id) ? (names[id] ?? id) : id;
  const field = (id: string) => {
    const attribute = attributeIn(id);
    return attribute === null ? named(texts.fields, id) : words.attribute(attribute);
  };
  const { kind } = words;
  // A column may be a field, or count the people of a kind.
  const role = (id: string) => (field(id) === id ? kind(id) : field(id));
  const valuesIn = ({ values = {} }: CodedMessage) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (name === 'field') return [name, field(String(value))];
        if (name === 'role') return [name, role(String(value))];
        if (name === 'kind') return [name, kind(String(value))];
        if (typeof value === 'number') return [name, name === 'row' ? String(value) : words.number(value)];
        return [name, typeof value === 'string' ? value : value.join(name === 'examples' ? texts.or : ', ')];
      }),
    );
  const filled = ({ message, hint }: { message: string; hint: string }, coded: CodedMessage) => {
    const values = valuesIn(coded);
    return { message: fill(message, values), hint: fill(hint, values) };
  };
  const found: ImportMessages['found'] = ({ code, column, values, message, hint }) => {
    const all = faults === null ? {} : { ...faults.problems, ...faults.findings };
    const known = new Map<string, { message: string; hint: string }>(Object.entries(all)).get(code);
    return known === undefined
      ? { message, hint }
      : filled(known, { code, values: { column: field(column ?? ''), ...values } });
  };
  const placeName = (note: PlaceNote) => note[`name_${words.language}`] ?? note.name;
  return {
    of: (own) => createImportMessages(own, texts, faults),
    found,
    field,
    kind,
    question: (question) => fill(texts.questions[question.code], valuesIn(question)),
    subject: ({ code }) => (Object.hasOwn(texts.subjects, code) ? named(texts.subjects, code) : null),
    form: (form) => texts.forms[form],
    answer: (answer) => (Object.hasOwn(texts.answers, answer) ? named(texts.answers, answer) : null),
    placeName,
    place(note) {
      const { country, division = '', population } = note;
      const people = population === undefined ? [] : [fill(texts.people, { n: words.number(population) })];
      return [placeName(note), ...(division === '' ? [] : [division]), country, ...people].join(', ');
    },
    refusal: (refused) =>
      'message' in refused ? found(refused) : filled(texts.refusals[refused.code], refused),
    remark: (remark) => fill(texts.remarks[remark.code], valuesIn(remark)),
    unusable: (why, it) =>
      fill(texts.unusable[why.code], { ...valuesIn(why), ...(it === undefined ? {} : found(it)) }),
  };
}

/** What an error says that is shown before anybody has chosen a language. */
export function unusableInEnglish({ code, values = {} }: Unusable): string {
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.join(', ') : String(value),
  ]);
  return fill(english.unusable[code], Object.fromEntries(texts));
}
