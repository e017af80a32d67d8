import { citedCells, type Evidence, type Source, type WarningCode, withheld } from '@article21/model';
import { foldSpace } from '../clean.ts';
import { createNumbersColumn } from '../columns.ts';
import type { Quotation } from '../quotations.ts';
import type { ReadTable } from '../source-table.ts';
import { createTextNumbers, type TextNumbers } from '../text-numbers.ts';
import type { TableCitation } from './cited-rows.ts';
import type { Cited, CitedLink } from './cites.ts';
import type { ReadSource } from './sources.ts';

/** A row of evidence as it was read. What is not known, or was refused, is null. */
export interface EvidenceRow {
  number: number;
  record: string | null;
  /** A source that is there and sound. */
  source: ReadSource | null;
  cited: Cited | null;
  stated: string | null;
  sound: boolean;
  confirmed: ReadonlySet<WarningCode>;
}

/** What a row quotes, to be compared with its record. Words of an internal source are shown to nobody. */
export interface Quoted {
  /** The number of the row in its file. */
  row: number;
  kind: Evidence['kind'];
  /** The words, those of the cited cells, or the address. */
  quote: string;
  stated: string;
  internal: boolean;
  confirmed: ReadonlySet<WarningCode>;
}

/** The rows of evidence, column by column: there may be a million, and then objects cost more than what they hold. */
export interface EvidenceRows {
  /** The ids of the records that they are of. */
  readonly records: TextNumbers;
  add(row: EvidenceRow): void;
  /** The rows that cite something of a kind, and have a source to look for it in, by source. */
  citing(kind: Cited['kind']): Map<ReadSource, number[]>;
  /** The quotation of a row; until they are dropped. */
  quotation(row: number): Quotation;
  /** What a row cites of a table. */
  citation(row: number): TableCitation;
  dropQuotations(): void;
  isSound(row: number): boolean;
  /** The number of a row in its file. */
  numberOf(row: number): number;
  /** The source of a row; null where it is not known. */
  sourceOf(row: number): ReadSource | null;
  refuse(row: number): void;
  place(row: number, at: { start: number; end: number }): void;
  /** Null where the row was refused, or its source. */
  evidence(row: number): { evidence: Evidence; quoted: Quoted } | null;
  /** The rows of a record, once: after that it counts as used. */
  take(record: string): number[];
  /** The records that nobody has taken, with their rows. */
  untaken(): Iterable<[record: string, rows: number[]]>;
}

export function createEvidenceRows(): EvidenceRows {
  const columns = createColumns();
  const { numbers, sources, quotes, refused, starts, ends, around, earlier, records, last, taken } = columns;
  const rowsUpTo = (row: number | undefined) => {
    const rows: number[] = [];
    for (let at = row ?? -1; at !== -1; at = earlier.at(at)) rows.push(at);
    return rows.reverse();
  };
  const quotation = (row: number) => ({ quote: quotes[row] ?? '', ...(around.get(row) ?? alone) });
  return {
    records,
    add: (row) => add(columns, row),
    citing(kind) {
      const rows = new Map<ReadSource, number[]>();
      for (const [row, source] of sources.entries()) {
        if (source === null || kindAt(columns, row) !== kind) continue;
        const own = rows.get(source) ?? [];
        rows.set(source, own);
        own.push(row);
      }
      return rows;
    },
    quotation,
    citation: (row) => citationAt(columns, row),
    dropQuotations: () => {
      quotes.length = 0;
    },
    isSound: (row) => refused.at(row) === 0,
    numberOf: (row) => numbers.at(row),
    sourceOf: (row) => sources[row] ?? null,
    refuse: (row) => {
      refused.set(row, 1);
    },
    place(row, { start, end }) {
      starts.set(row, start);
      ends.set(row, end);
    },
    evidence: (row) => evidenceAt(columns, row),
    take(record) {
      const number = records.find(record);
      // Ids that only records.csv has were added after those of the evidence.
      if (number < 0 || number >= last.length) return [];
      const row = last.at(number);
      if (taken.at(row) === 1) return [];
      taken.set(row, 1);
      return rowsUpTo(row);
    },
    *untaken() {
      for (const [number, row] of last.all().entries())
        if (taken.at(row) === 0) yield [records.at(number), rowsUpTo(row)];
    },
  };
}

const nothing: ReadonlySet<WarningCode> = new Set();
type Around = Pick<Quotation, 'prefix' | 'suffix'>;
const alone: Around = { prefix: null, suffix: null };

function createColumns() {
  return {
    numbers: createNumbersColumn(),
    sources: [] as (ReadSource | null)[],
    quotes: [] as (string | null)[],
    stated: [] as (string | null)[],
    /** 1 of a row that is not sound. */
    refused: createNumbersColumn(),
    starts: createNumbersColumn(),
    ends: createNumbersColumn(),
    /** The number of a cited row of a table, 0 where none is; and the names of the cited columns. */
    tableRows: createNumbersColumn(),
    cited: [] as (readonly string[])[],
    links: new Map<number, CitedLink>(),
    /** Few quotations have anything around them. */
    around: new Map<number, Around>(),
    /** Few rows have warnings that somebody has confirmed. */
    confirmed: new Map<number, ReadonlySet<WarningCode>>(),
    /** The row of the same record before each, or -1; and the last row of each record, and whether that was taken. */
    earlier: createNumbersColumn(),
    records: createTextNumbers(),
    last: createNumbersColumn(),
    taken: createNumbersColumn(),
    /** Many rows state the same, in the same words. */
    words: new Map<string, string>(),
    names: new Map<string, readonly string[]>(),
  };
}

const MOST_WORDS = 10_000;

function add(columns: EvidenceColumns, row: EvidenceRow): void {
  const { words, around, names } = columns;
  const { cited } = row;
  const at = columns.numbers.length;
  columns.numbers.push(row.number);
  columns.sources.push(row.source);
  const quotation = cited?.kind === 'quotation' ? cited.quotation : null;
  columns.quotes.push(quotation?.quote ?? null);
  columns.tableRows.push(cited?.kind === 'row' ? cited.row : 0);
  columns.cited.push(cited?.kind === 'row' ? sameNames(names, cited.columns) : noNames);
  if (cited?.kind === 'link')
    columns.links.set(at, { url: cited.url, accessed: cited.accessed, archive: cited.archive });
  if (words.size >= MOST_WORDS) words.clear();
  const stated = row.stated === null ? null : (words.get(row.stated) ?? row.stated);
  if (stated !== null) words.set(stated, stated);
  columns.stated.push(stated);
  columns.refused.push(row.sound ? 0 : 1);
  columns.taken.push(0);
  columns.starts.push(0);
  columns.ends.push(0);
  if (quotation && (quotation.prefix !== null || quotation.suffix !== null))
    around.set(at, { prefix: quotation.prefix, suffix: quotation.suffix });
  if (row.confirmed.size > 0) columns.confirmed.set(at, row.confirmed);
  columns.earlier.push(row.record === null ? -1 : rowBefore(columns, row.record, at));
}

/** The row before of a record, -1 where there was none; `at` is now its last. */
function rowBefore({ records, last }: EvidenceColumns, record: string, at: number): number {
  const number = records.add(record);
  if (number === last.length) last.push(-1);
  const before = last.at(number);
  last.set(number, at);
  return before;
}

const noNames: readonly string[] = [];

/** Equal lists of names as one: most rows cite the same columns. */
function sameNames(known: Map<string, readonly string[]>, names: readonly string[]): readonly string[] {
  const key = names.join(';');
  const there = known.get(key);
  if (there !== undefined) return there;
  if (known.size >= MOST_WORDS) known.clear();
  known.set(key, names);
  return names;
}

type EvidenceColumns = ReturnType<typeof createColumns>;

/** Of a row that cites nothing, null. Known also when the quotations are dropped. */
function kindAt({ quotes, tableRows, links }: EvidenceColumns, row: number): Cited['kind'] | null {
  if (tableRows.at(row) !== 0) return 'row';
  if (links.has(row)) return 'link';
  return (quotes[row] ?? null) === null ? null : 'quotation';
}

function citationAt({ tableRows, cited, stated }: EvidenceColumns, row: number): TableCitation {
  return { row: tableRows.at(row), columns: cited[row] ?? [], stated: stated[row] ?? null };
}

/** What goes on of a row, and what it quotes; of an internal source only its id goes on. */
function evidenceAt(columns: EvidenceColumns, row: number): { evidence: Evidence; quoted: Quoted } | null {
  const read = columns.sources[row] ?? null;
  if (read === null || columns.refused.at(row) === 1) return null;
  const internal = read.source.visibility === 'internal';
  const { evidence, quote } = whole(columns, row, read);
  const quoted = {
    row: columns.numbers.at(row),
    kind: evidence.kind,
    quote,
    stated: columns.stated[row] ?? '',
    internal,
    confirmed: columns.confirmed.get(row) ?? nothing,
  };
  return { evidence: internal ? withheld(evidence) : evidence, quoted };
}

/** All that a row cites, and its words. */
function whole(
  columns: EvidenceColumns,
  row: number,
  { source, text, table }: ReadSource,
): { evidence: Evidence; quote: string } {
  const link = columns.links.get(row);
  if (link) return { evidence: { kind: 'link', source: source.id, ...link }, quote: link.url ?? '' };
  if (table && columns.tableRows.at(row) !== 0) return tableRow(source, table, citationAt(columns, row));
  const [start, end] = [columns.starts.at(row), columns.ends.at(row)];
  const quote = folded(text.slice(start, end));
  const { prefix, suffix } = columns.around.get(row) ?? alone;
  const stated = columns.stated[row] ?? null;
  return {
    evidence: { kind: 'quotation', source: source.id, quote, stated, prefix, suffix, start, end },
    quote,
  };
}

function tableRow(
  { id }: Source,
  table: ReadTable,
  { row, columns, stated }: TableCitation,
): { evidence: Evidence; quote: string } {
  const shown = { header: [...table.header], rows: [{ row, cells: [...table.row(row)] }] };
  const evidence = { kind: 'row' as const, source: id, row, columns: [...columns], stated, table: shown };
  const cells = citedCells(evidence).map(({ text }) => text);
  return { evidence, quote: cells.join(' | ') };
}

/** Most quotations stand in one line of a text, and are as they are quoted. */
function folded(text: string): string {
  return text.includes('\n') || text.includes('  ') ? foldSpace(text) : text;
}
