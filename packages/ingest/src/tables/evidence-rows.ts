import type { Evidence, WarningCode } from '@article21/model';
import { foldSpace } from '../clean.ts';
import type { Quotation } from '../quotations.ts';
import type { ReadSource } from './sources.ts';

/** A row of evidence as it was read. What is not known, or was refused, is null. */
export interface EvidenceRow {
  number: number;
  record: string | null;
  /** A source that is there and sound. */
  source: ReadSource | null;
  quotation: Quotation | null;
  stated: string | null;
  sound: boolean;
  confirmed: ReadonlySet<WarningCode>;
}

/** What a row quotes, to be compared with its record. Words of an internal source are shown to nobody. */
export interface Quoted {
  /** The number of the row in its file. */
  row: number;
  quote: string;
  stated: string;
  internal: boolean;
  confirmed: ReadonlySet<WarningCode>;
}

/** The rows of evidence, column by column: there may be a million, and then objects cost more than what they hold. */
export interface EvidenceRows {
  add(row: EvidenceRow): void;
  /** The rows with a quotation and a source to look for it in, by source. */
  bySource(): Map<ReadSource, number[]>;
  /** The quotation of a row; until they are dropped. */
  quotation(row: number): Quotation;
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
  const { numbers, sources, quotes, sound, starts, ends, around, earlier, last } = columns;
  const rowsUpTo = (row: number | undefined) => {
    const rows: number[] = [];
    for (let at = row ?? -1; at !== -1; at = earlier[at] ?? -1) rows.push(at);
    return rows.reverse();
  };
  const quotation = (row: number) => ({ quote: quotes[row] ?? '', ...(around.get(row) ?? alone) });
  return {
    add: (row) => add(columns, row),
    bySource() {
      const rows = new Map<ReadSource, number[]>();
      for (const [row, source] of sources.entries()) {
        if (source === null || quotes[row] === null) continue;
        const own = rows.get(source) ?? [];
        rows.set(source, own);
        own.push(row);
      }
      return rows;
    },
    quotation,
    dropQuotations: () => {
      quotes.length = 0;
    },
    isSound: (row) => sound[row] === true,
    numberOf: (row) => numbers[row] ?? 0,
    sourceOf: (row) => sources[row] ?? null,
    refuse: (row) => {
      sound[row] = false;
    },
    place(row, { start, end }) {
      starts[row] = start;
      ends[row] = end;
    },
    evidence: (row) => evidenceAt(columns, row),
    take(record) {
      const rows = rowsUpTo(last.get(record));
      last.delete(record);
      return rows;
    },
    *untaken() {
      for (const [record, row] of last) yield [record, rowsUpTo(row)];
    },
  };
}

const nothing: ReadonlySet<WarningCode> = new Set();
type Around = Pick<Quotation, 'prefix' | 'suffix'>;
const alone: Around = { prefix: null, suffix: null };

function createColumns() {
  return {
    numbers: [] as number[],
    sources: [] as (ReadSource | null)[],
    quotes: [] as (string | null)[],
    stated: [] as (string | null)[],
    sound: [] as boolean[],
    starts: [] as number[],
    ends: [] as number[],
    /** Few quotations have anything around them. */
    around: new Map<number, Around>(),
    /** Few rows have warnings that somebody has confirmed. */
    confirmed: new Map<number, ReadonlySet<WarningCode>>(),
    /** The row of the same record before each, or -1; and the last row of each record. */
    earlier: [] as number[],
    last: new Map<string, number>(),
    /** Many rows state the same, in the same words. */
    words: new Map<string, string>(),
  };
}

const MOST_WORDS = 10_000;

function add(columns: EvidenceColumns, row: EvidenceRow): void {
  const { last, words, around } = columns;
  const at = columns.numbers.push(row.number) - 1;
  columns.sources.push(row.source);
  columns.quotes.push(row.quotation?.quote ?? null);
  if (words.size >= MOST_WORDS) words.clear();
  const stated = row.stated === null ? null : (words.get(row.stated) ?? row.stated);
  if (stated !== null) words.set(stated, stated);
  columns.stated.push(stated);
  columns.sound.push(row.sound);
  columns.starts.push(0);
  columns.ends.push(0);
  if (row.quotation && (row.quotation.prefix !== null || row.quotation.suffix !== null))
    around.set(at, { prefix: row.quotation.prefix, suffix: row.quotation.suffix });
  if (row.confirmed.size > 0) columns.confirmed.set(at, row.confirmed);
  columns.earlier.push(row.record === null ? -1 : (last.get(row.record) ?? -1));
  if (row.record !== null) last.set(row.record, at);
}

type EvidenceColumns = ReturnType<typeof createColumns>;

/** What goes on of a row, and what it quotes; of an internal source only its id goes on. */
function evidenceAt(columns: EvidenceColumns, row: number): { evidence: Evidence; quoted: Quoted } | null {
  const { sources, sound, starts, ends } = columns;
  const read = sources[row] ?? null;
  if (read === null || sound[row] !== true) return null;
  const { source, text } = read;
  const [start, end] = [starts[row] ?? 0, ends[row] ?? 0];
  const [quote, stated] = [folded(text.slice(start, end)), columns.stated[row] ?? null];
  const internal = source.visibility === 'internal';
  const { prefix, suffix } = columns.around.get(row) ?? alone;
  const unseen = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
  const shown = internal ? unseen : { quote, stated, prefix, suffix, start, end };
  const confirmed = columns.confirmed.get(row) ?? nothing;
  const quoted = { row: columns.numbers[row] ?? 0, quote, stated: stated ?? '', internal, confirmed };
  return { evidence: { source: source.id, ...shown }, quoted };
}

/** Most quotations stand in one line of a text, and are as they are quoted. */
function folded(text: string): string {
  return text.includes('\n') || text.includes('  ') ? foldSpace(text) : text;
}
