import { quantityNeeds } from '@article21/ingest';
import type { QuestionMessage } from '@article21/messages/importing';
import { bases, type Kind, phases, textsOf, type Vocabulary } from '@article21/model';
import type { From, Mapping, RecordRule } from '@article21/model/mapping';
import type { AttributeField } from './attribute-columns.ts';
import { attributeReaders } from './attributes.ts';
import {
  type FieldReading,
  type Place,
  type ReadField,
  readsDates,
  readsNumbers,
  readsWords,
} from './fields.ts';
import { columnsOf, type Header } from './header.ts';
import type { Places } from './places.ts';
import type { AnswerPath, Questions } from './questions.ts';
import { fold } from './typed-tokens.ts';

type RecordField =
  | ('kind' | 'place' | 'date' | 'phase' | 'count' | 'amount' | 'days' | 'basis' | 'note')
  | AttributeField;

/** A record as a row gives it: what its fields say, the cells they are from, and whether nothing of it is open. */
export interface UnderstoodRecord {
  /** Which of the mapping's rules it is from. */
  rule: number;
  fields: { [Field in RecordField]?: FieldReading };
  complete: boolean;
}

/** What the rows of a table are read by. */
export type ReadRecord = (row: number, cells: readonly string[]) => UnderstoodRecord | null;

/** Readers of the records that a mapping makes of each row. */
export function createRules(
  mapping: Mapping,
  header: Header,
  { places, questions, vocabulary }: Pick<Surroundings, 'places' | 'questions' | 'vocabulary'>,
): readonly { rule: RecordRule; columns: readonly string[]; read: ReadRecord }[] {
  return mapping.records.map((rule, i) => {
    const at: AnswerPath = ['records', i];
    return {
      rule,
      columns: columnsOf(rule, mapping),
      read: createRule(rule, i, {
        ...{ at, shared: mapping.shared, region: mapping.places.region },
        ...{ header, places, questions, vocabulary },
      }),
    };
  });
}

interface Surroundings {
  at: AnswerPath;
  shared: Mapping['shared'];
  /** The column with the regions of places. */
  region: string | undefined;
  header: Header;
  places: Places;
  questions: Questions;
  vocabulary: Vocabulary;
}

function createRule(own: RecordRule, number: number, around: Surroundings): ReadRecord {
  const { at, shared, header, questions } = around;
  const { kinds } = around.vocabulary;
  const rule = { ...shared, ...own };
  const readers = readersOf(own, around);
  const applies = createCondition(rule, header);
  return (row, cells) => {
    if (!applies(cells)) return null;
    const fields: UnderstoodRecord['fields'] = {};
    for (const [field, read] of readers) fields[field] = read(row, cells);
    if (fields.kind?.text === TO_BE_FILLED)
      fields.kind = askFor(row, questions, {
        question: { code: 'kind_of_rows' },
        proposals: kinds,
        at: [...at, 'kind', 'value'],
      });
    const need = (
      field: 'kind' | 'place' | 'count' | 'amount' | 'days',
      question: QuestionMessage,
      proposals: readonly string[],
    ) => {
      const from = rule[field];
      const reading = fields[field];
      if (reading?.isOpen || (reading !== undefined && reading.text !== null)) return;
      if (from === undefined || 'value' in from) return;
      const path =
        field === 'place'
          ? ['places', 'names', reading?.typed ?? '']
          : [...at, field, 'values', reading?.typed ?? ''];
      const form = field === 'place' ? { form: 'place' as const } : {};
      questions.ask(row, {
        column: from.column,
        value: reading?.typed ?? '',
        question,
        proposals,
        ...form,
        at: path,
      });
      fields[field] = { typed: reading?.typed ?? '', text: null, isOpen: true };
    };
    need('kind', { code: 'no_kind' }, kinds);
    need('place', { code: 'no_place' }, []);
    const kind = fields.kind?.text as Kind | undefined;
    for (const quantity of ['count', 'amount', 'days'] as const)
      if (kind && quantityNeeds(kind)?.[quantity] === 'needed')
        need(quantity, neededIn(`records[${number}]`, kind, quantity, rule), ['?']);
    return { rule: number, fields, complete: Object.values(fields).every((field) => !field?.isOpen) };
  };
}

function readersOf(own: RecordRule, around: Surroundings): [RecordField, ReadField][] {
  const { at, shared, header, questions, vocabulary } = around;
  const rule = { ...shared, ...own };
  const labels = kindsByLabel(vocabulary);
  /** An answer belongs where the field is told. */
  const place = (field: RecordField) => ({
    at: field in own ? [...at, field] : ['shared', field],
    header,
    questions,
  });
  const words = (field: 'kind' | 'phase' | 'basis', known: readonly string[]): [RecordField, ReadField][] => {
    const from = rule[field];
    if (from === undefined) return [];
    const read = readsWords(
      from,
      place(field),
      (typed) =>
        known.find((word) => word === fold(typed)) ??
        (field === 'kind' ? labels.get(fold(typed)) : null) ??
        null,
      () => ({ question: { code: 'none_of_the_words', values: { field } }, proposals: known }),
    );
    return [[field, read]];
  };
  const { date, note } = rule;
  return [
    ...attributeReaders(own, shared, vocabulary, { at, header, questions }),
    ...words('kind', vocabulary.kinds),
    ['place', readsPlace(rule.place ?? { value: TO_BE_FILLED }, place('place'), around)],
    ...(date ? [['date', readsDates(date, place('date'))] as [RecordField, ReadField]] : []),
    ...words('phase', phases),
    ...(['count', 'amount', 'days'] as const).flatMap((field): [RecordField, ReadField][] => {
      const from = rule[field];
      return from ? [[field, readsNumbers(from, place(field), field === 'amount')]] : [];
    }),
    ...(rule.basis
      ? words('basis', bases)
      : [['basis', () => ({ typed: '', text: 'incident' })] as [RecordField, ReadField]]),
    ...(note
      ? [
          [
            'note',
            readsWords(
              note,
              place('note'),
              (typed) => typed,
              () => noQuestion,
            ),
          ] as [RecordField, ReadField],
        ]
      : []),
  ];
}

/** The kinds that the dataset declares, by their labels in any language: whoever fills in a table writes these. */
function kindsByLabel({ declared }: Vocabulary): ReadonlyMap<string, Kind> {
  return new Map(
    declared.kinds.flatMap((kind) => textsOf(kind, 'label').map((label) => [fold(label), kind.id])),
  );
}

function neededIn(
  at: string,
  kind: Kind,
  quantity: 'count' | 'amount' | 'days',
  rule: RecordRule,
): QuestionMessage {
  const values = { kind, field: quantity };
  const from = rule[quantity];
  if (rule.when !== undefined || from === undefined || !('column' in from)) return { code: 'needed', values };
  const { column } = from;
  const when = JSON.stringify({ when: { column, filled: true } }).slice(1, -1);
  return { code: 'needed_unless', values: { ...values, rule: at, when } };
}

const noQuestion = { question: { code: 'unknown_form' } as const, proposals: [] };

/** A place is asked once for the whole table: what a cell means does not depend on the record. */
function readsPlace(
  from: From,
  { at: path, header, questions }: Place,
  { places, region }: Pick<Surroundings, 'places' | 'region'>,
): ReadField {
  const regionAt = region === undefined ? -1 : header.at(region);
  const column = 'column' in from ? from.column : (region ?? null);
  const constant = 'value' in from && from.value !== TO_BE_FILLED ? from.value : '';
  const at = 'column' in from ? header.at(from.column) : -1;
  const values = new Map(
    Object.entries('column' in from ? from.values : {}).map(([typed, id]) => [spaced(typed), id]),
  );
  const kept = new Map<string, ReturnType<Places['resolve']>>();
  return (row, cells) => {
    const typed = 'column' in from ? spaced(cells[at] ?? '') : constant;
    const around = spaced(cells[regionAt] ?? '');
    const sought = values.get(typed) ?? typed;
    const isEmpty = sought === '' && around === '';
    if (isEmpty && !('column' in from))
      return askFor(row, questions, {
        question: { code: 'place_of_rows' },
        proposals: [],
        form: 'place',
        at: [...path, 'value'],
      });
    const key = JSON.stringify([sought, around]);
    const resolved = kept.get(key) ?? places.resolve(sought, around);
    kept.set(key, resolved);
    if (resolved.is === 'place') return { typed: typed || around, text: resolved.id };
    // An empty cell is asked by who needs the place.
    if (isEmpty) return { typed, text: null };
    const { list, value, question, proposals, notes } = resolved;
    const isRegion = list === 'regions';
    questions.ask(row, {
      ...{ column: isRegion ? (region ?? null) : column, value, question, proposals, notes },
      ...{ form: isRegion ? 'region' : 'place', at: ['places', list, value] },
    });
    return { typed, text: null, isOpen: true };
  };
}

/** What a proposed mapping has where only a person can know. */
export const TO_BE_FILLED = '?';

function askFor(
  row: number,
  questions: Questions,
  open: { question: QuestionMessage; proposals: readonly string[]; at: AnswerPath; form?: 'place' },
): FieldReading {
  questions.ask(row, { column: null, value: null, ...open });
  return { typed: '', text: null, isOpen: true };
}

function createCondition({ when }: RecordRule, header: Header): (cells: readonly string[]) => boolean {
  if (when === undefined) return () => true;
  const at = header.at(when.column);
  if ('filled' in when) return (cells) => /[^\s-]/.test(fold(cells[at] ?? ''));
  const values = new Set(when.is.map(fold));
  return (cells) => values.has(fold(cells[at] ?? ''));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
