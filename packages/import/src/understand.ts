import { createNumbersColumn } from '@article21/ingest/columns';
import type { RawRow, TableHead, TablePart } from '@article21/ingest/tables';
import { createTextNumbers, type TextNumbers } from '@article21/ingest/text-numbers';
import type { QuestionMessage, Remark } from '@article21/messages/importing';
import type { Vocabulary } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { undeclared } from './attributes.ts';
import { checkColumns, createCellCheck, createLinks, ignoredColumns, movedColumns } from './checks.ts';
import { columnsNamed, findHeader, type Header } from './header.ts';
import { idOfRow } from './ids.ts';
import { createRowSorter, type LeftOut } from './kinds-of-rows.ts';
import { createPlaces, type KnownPlace, type NewPlace } from './places.ts';
import {
  type AnswerPath,
  createQuestions,
  type Question,
  type Questions,
  type Refusal,
} from './questions.ts';
import { createRules, TO_BE_FILLED, type UnderstoodRecord } from './rules.ts';

/** A row of a table, and what became of it. */
export interface UnderstoodRow {
  row: number;
  cells: readonly string[];
  /** Why it gives no record; null of one that gives some. */
  leftOut: LeftOut | 'again' | 'unmatched' | null;
  /** What tells it apart, in this file and in the next. */
  key: readonly string[];
  records: readonly (UnderstoodRecord & { id: string })[];
  links: readonly string[];
}

/** All that was found in a table. Nothing is open where there are no questions and no refusals. */
export interface Understanding {
  head: TableHead | null;
  header: Header | null;
  rows: number;
  records: number;
  leftOut: Readonly<Record<NonNullable<UnderstoodRow['leftOut']>, number>>;
  questions: readonly Question[];
  refusals: readonly Refusal[];
  refused: number;
  /** What whoever uses the result has to know. */
  remarks: readonly Remark[];
  places: ReadonlyMap<string, NewPlace>;
  /** What a place of the dataset, or one that it is to have, is called. */
  noteOf: ReturnType<typeof createPlaces>['noteOf'];
}

/** What the folder has already: its places, the ids of its records, and the kinds and attributes that it declares. */
export interface Known {
  /** Whether there is no dataset yet: only then anybody is asked what it is called. */
  isNew: boolean;
  places: readonly KnownPlace[];
  ids: KnownIds;
  /** Its kinds and attributes. */
  vocabulary: Vocabulary;
}

/** `numbers`: those of texts that are kept anyway, to which the ids of the rows are added. */
interface KnownIds extends Pick<ReadonlySet<string>, 'has'> {
  numbers?: TextNumbers;
}

const MOST_REFUSALS = 100;
/** Rows that are kept until the header is found among them. */
const HEADER_WITHIN = 21;
/** So many rows that no record is made of are named. */
const UNMATCHED_NAMED = 20;

/**
 * Reads a table by a mapping, row by row, and gives each to `take`: with the header, and every row of the file below it.
 * Memory does not grow with the rows, but for what tells them apart.
 */
export async function understand(
  parts: AsyncIterable<TablePart>,
  mapping: Mapping,
  known: Known,
  take: (row: UnderstoodRow, header: Header) => void = () => {},
): Promise<Understanding> {
  const state = createState(mapping, known, take);
  let waiting: RawRow[] | null = [];
  for await (const part of parts) {
    if ('head' in part) state.head = part.head;
    else if ('remark' in part) state.remarks.push(part.remark);
    else if ('problem' in part) {
      const { row, ...why } = part.problem;
      state.refuse({ row, column: null, value: null, why });
      break;
    } else if (waiting === null) for (const row of part.rows) state.row(row);
    else {
      waiting.push(...part.rows);
      if (waiting.length < Math.max(HEADER_WITHIN, (mapping.table.header ?? 0) + 1)) continue;
      state.begin(waiting);
      waiting = null;
    }
  }
  if (waiting !== null) state.begin(waiting);
  return state.end();
}

function createState(mapping: Mapping, known: Known, take: (row: UnderstoodRow, header: Header) => void) {
  const questions = createQuestions();
  const places = createPlaces(known.places, mapping.places);
  const refusals: Refusal[] = [];
  const counts = { rows: 0, records: 0, refused: 0 };
  const leftOut = { empty: 0, sum: 0, title: 0, named: 0, again: 0, unmatched: 0 };
  const unmatched: number[] = [];
  const unlinked = { rows: [] as number[], count: 0 };
  let reader: ((raw: RawRow) => UnderstoodRow & { hasNoAddress?: boolean }) | null = null;
  let header: Header | null = null;
  const state = {
    head: null as TableHead | null,
    remarks: [] as Remark[],
    refuse(refusal: Refusal) {
      counts.refused += 1;
      if (refusals.length < MOST_REFUSALS) refusals.push(refusal);
    },
    begin(rows: readonly RawRow[]) {
      header = findHeader(rows, columnsNamed(mapping), mapping.table.header);
      if (header === null) return state.refuse(noHeader(rows, mapping));
      checkColumns(header, mapping, questions, state.refuse);
      for (const refusal of undeclared(mapping, known.vocabulary)) state.refuse(refusal);
      askForTexts(mapping, known.isNew, questions);
      state.remarks.push(
        ...movedColumns(mapping.table.columns, header.names),
        ...ignoredColumns(header, mapping),
      );
      reader = createRowReader(mapping, header, { ...known, places, questions, refuse: state.refuse });
      for (const raw of rows) if (raw.row > header.row) state.row(raw);
    },
    row(raw: RawRow) {
      if (reader === null || header === null) return;
      const read = reader(raw);
      counts.rows += 1;
      if (read.hasNoAddress) {
        unlinked.count += 1;
        if (unlinked.rows.length < UNMATCHED_NAMED) unlinked.rows.push(raw.row);
      }
      counts.records += read.records.length;
      if (read.leftOut !== null) leftOut[read.leftOut] += 1;
      if (read.leftOut === 'unmatched' && unmatched.length < UNMATCHED_NAMED) unmatched.push(raw.row);
      take(read, header);
    },
    end: (): Understanding => ({
      head: state.head,
      header,
      ...counts,
      leftOut,
      questions: questions.list(),
      refusals,
      remarks: [
        ...state.remarks,
        ...rowsRemark('unmatched', unmatched, leftOut.unmatched),
        ...rowsRemark('no_address', unlinked.rows, unlinked.count),
      ],
      places: places.added(),
      noteOf: places.noteOf,
    }),
  };
  return state;
}

interface Reading {
  ids: Known['ids'];
  vocabulary: Vocabulary;
  places: ReturnType<typeof createPlaces>;
  questions: Questions;
  refuse(refusal: Refusal): void;
}

function createRowReader(mapping: Mapping, header: Header, reading: Reading) {
  const { questions, refuse, ids } = reading;
  const sort = createRowSorter(mapping, header);
  const rules = createRules(mapping, header, reading);
  const carried = createCarrier(mapping, header);
  const check = createCellCheck(mapping, header, refuse);
  const readLinks = createLinks(mapping, header, refuse);
  const keyAt = mapping.key.map(header.at);
  const idAt = mapping.id === undefined ? -1 : header.at(mapping.id);
  const used = columnsNamed(mapping).map(header.at);
  const seen = ids.numbers ?? createTextNumbers();
  const timesSeen = createNumbersColumn();
  return ({ row, cells: raw }: RawRow): UnderstoodRow & { hasNoAddress?: boolean } => {
    const sorted = sort(row, raw);
    if (sorted !== null) return { row, cells: raw, leftOut: sorted, key: [], records: [], links: [] };
    const cells = carried(raw);
    check(row, cells);
    const own = keyAt.map((at) => (cells[at] ?? '').trim());
    const hasKey = own.some((cell) => cell !== '');
    const key = hasKey ? own : used.map((at) => (cells[at] ?? '').trim());
    const given = (cells[idAt] ?? '').trim();
    if (given !== '' && !ids.has(given)) refuse(unknownId(row, mapping.id ?? null, given));
    const id = given === '' ? idOfRow(mapping.source.id, key) : given;
    const number = seen.add(id);
    while (timesSeen.length <= number) timesSeen.push(0);
    const times = timesSeen.at(number) + 1;
    timesSeen.set(number, times);
    if (times > 1 && mapping.equal_rows === undefined) questions.ask(row, equalRows(mapping, own));
    if (times > 1 && mapping.equal_rows === 'once')
      return { row, cells, leftOut: 'again', key, records: [], links: [] };
    const rowId = times > 1 ? `${id}-n${times}` : id;
    const records = rules.flatMap(({ rule, read }) => {
      const record = read(row, cells);
      return record === null
        ? []
        : [{ ...record, id: rule.name === undefined || given !== '' ? rowId : `${rowId}-${rule.name}` }];
    });
    const leftOut = records.length === 0 ? 'unmatched' : null;
    const { links, hasNoAddress } = readLinks(row, cells);
    return { row, cells, leftOut, key, records, links, hasNoAddress };
  };
}

function rowsRemark(code: 'unmatched' | 'no_address', rows: readonly number[], all: number): Remark[] {
  if (all === 0) return [];
  const named = rows.map(String);
  return [{ code, values: { rows: all > rows.length ? [...named, '…'] : named } }];
}

function unknownId(row: number, column: string | null, id: string): Refusal {
  return {
    row,
    column,
    value: id,
    why: { code: 'unknown_id', values: { id } },
  };
}

function equalRows({ key }: Mapping, own: readonly string[]): Omit<Question, 'count' | 'rows'> {
  const named = key.length > 0 && own.some((cell) => cell !== '');
  return {
    column: named ? key.join(', ') : null,
    value: null,
    question: named ? { code: 'equal_keys', values: { columns: key, cells: own } } : { code: 'equal_rows' },
    proposals: ['each', 'once'],
    at: ['equal_rows'],
  };
}

function createCarrier({ table }: Mapping, header: Header): (cells: readonly string[]) => readonly string[] {
  const columns = table.carry_down.map(header.at).filter((at) => at >= 0);
  const last = new Map<number, string>();
  return (cells) => {
    if (columns.length === 0) return cells;
    const filled = [...cells];
    for (const at of columns) {
      if (/\S/.test(filled[at] ?? '')) last.set(at, filled[at] ?? '');
      else filled[at] = last.get(at) ?? '';
    }
    return filled;
  };
}

type Wanted = [text: string, at: AnswerPath, code: QuestionMessage['code']];

/** What nobody but the one who has the table can know. */
function askForTexts({ dataset, source }: Mapping, isNew: boolean, questions: Questions): void {
  const ofDataset: Wanted[] = [
    [dataset.title, ['dataset', 'title'], 'dataset_title'],
    [dataset.licence, ['dataset', 'licence'], 'licence'],
  ];
  const wanted: Wanted[] = [
    ...(isNew ? ofDataset : []),
    [source.title, ['source', 'title'], 'table_title'],
    [source.publisher, ['source', 'publisher'], 'publisher'],
    [source.rights, ['source', 'rights'], 'rights'],
  ];
  for (const [text, at, code] of wanted)
    if (text === TO_BE_FILLED)
      questions.ask(null, { column: null, value: null, question: { code }, proposals: [], form: 'text', at });
}

function noHeader(rows: readonly RawRow[], mapping: Mapping): Refusal {
  const first = rows.find(({ cells }) => cells.some((cell) => /\S/.test(cell)));
  return {
    row: mapping.table.header ?? first?.row ?? null,
    column: null,
    value: first?.cells.join(' | ').slice(0, 200) ?? null,
    why: { code: 'no_header', values: { columns: columnsNamed(mapping).slice(0, 12) } },
  };
}
