import type { Proposal } from '@article21/coding';
import { attributesIn } from '@article21/import';
import { wholeWords } from '@article21/model';

/** What a coder says of a record, field by field: the columns of records.csv, and the words that state its number. */
export const codedFields = [
  'kind',
  'count',
  'amount',
  'days',
  'stated',
  'date',
  'place',
  'phase',
  'basis',
  'note',
] as const;
export type CodedField = (typeof codedFields)[number];

/** A value that is proposed, and the words that it is from; null where a rule says it and no words do. */
interface ProposedValue {
  value: string;
  words: string | null;
  /** Whether the words stand in an earlier sentence. */
  isEarlier: boolean;
}
export type ProposedFields = Partial<Record<CodedField, ProposedValue>>;

/** What a form says: its values, those that were proposed, and which of these were confirmed. */
export interface FilledForm {
  /** The words of the quotation; empty where they are those of the passage. */
  quote: string;
  values: Readonly<Record<CodedField, string>>;
  proposed: Readonly<Partial<Record<CodedField, string>>>;
  confirmed: ReadonlySet<CodedField>;
  /** The columns of attributes, which are never proposed. Empty text: not stated. */
  attributes: Readonly<Record<string, string>>;
}

export const proposedName = (field: CodedField) => `proposed:${field}`;
export const confirmedName = (field: CodedField) => `confirmed:${field}`;

/** What the rules propose for the record of a quotation; without a proposal only that it is an incident. */
export function proposedFields(proposal: Proposal | null, quote: string): ProposedFields {
  const basis = { value: 'incident', words: null, isEarlier: false };
  if (proposal === null) return { basis };
  const { kind, act, count, amount, days, date, place, phase } = proposal;
  const fields = { count, amount, days, date, place, phase };
  const proposed = Object.entries(fields).flatMap(([field, it]) =>
    it === null
      ? []
      : [
          [
            field,
            { value: it.value, words: it.words?.text ?? null, isEarlier: it.from === 'paragraph' },
          ] as const,
        ],
  );
  // Where no words give a number, those that name the act say that there was one.
  const stated = [count.words, amount?.words, days?.words, act]
    .flatMap((it) => it?.text.replace(/\s+/g, ' ') ?? [])
    .find((it) => wholeWords(quote, it).length > 0);
  return {
    kind: { value: kind, words: act.text, isEarlier: false },
    ...Object.fromEntries(proposed),
    ...(stated === undefined ? {} : { stated: { value: stated, words: stated, isEarlier: false } }),
    basis,
  };
}

/** The name by which a form shows a place, and which place that is. */
export const PLACE_NAME = 'place-name';
export const PLACE_ID = 'place-id';

/** Reads a form. */
export function filledForm(form: Readonly<Record<string, string>>): FilledForm {
  const typed = (field: CodedField | 'quote') => (form[field] ?? '').replace(/\s+/g, ' ').trim();
  const value = (field: CodedField | 'quote') => {
    const isAsShown = field === 'place' && form[PLACE_ID] !== undefined && typed(field) === form[PLACE_NAME];
    return isAsShown ? (form[PLACE_ID] ?? '') : typed(field);
  };
  const values = Object.fromEntries(codedFields.map((field) => [field, value(field)]));
  const proposed = codedFields.flatMap((field) => {
    const was = form[proposedName(field)];
    return was === undefined ? [] : [[field, was] as const];
  });
  return {
    quote: value('quote'),
    values: values as FilledForm['values'],
    proposed: Object.fromEntries(proposed),
    confirmed: new Set(codedFields.filter((field) => form[confirmedName(field)] !== undefined)),
    attributes: Object.fromEntries(attributesIn(form).map((column) => [column, form[column] ?? ''])),
  };
}

/** The fields that still say what was proposed, and that nobody has confirmed. */
export function unconfirmed({ values, proposed, confirmed }: FilledForm): CodedField[] {
  return codedFields.filter(
    (field) => proposed[field] !== undefined && proposed[field] === values[field] && !confirmed.has(field),
  );
}
