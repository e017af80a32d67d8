import { type Evidence, type Source, wholeWords } from '@article21/model';
import type { Problem } from '../findings.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { didYouMean } from '../nearest.ts';
import { type Located, locateQuotations, MOST_TIMES } from '../quotations.ts';
import { follow, type References } from '../references.ts';
import type { Row } from '../row.ts';
import { readRows, type TableFile } from '../table.ts';
import type { TextNumbers } from '../text-numbers.ts';
import { createCitationCheck } from './cited-rows.ts';
import { readCited } from './cites.ts';
import { createEvidenceRows, type EvidenceRow, type EvidenceRows, type Quoted } from './evidence-rows.ts';
import type { ReadSource } from './sources.ts';

/** The longest that may stand in prefix or suffix. */
export const LONGEST_AROUND = 1_000;

const columns = {
  record: { need: 'value', max: 64 },
  source: { need: 'value', max: 64 },
  quote: { need: 'column', max: 10_000 },
  stated: { need: 'column', max: 1_000 },
  prefix: { need: 'nothing', max: LONGEST_AROUND },
  suffix: { need: 'nothing', max: LONGEST_AROUND },
  row: { need: 'nothing', max: 20 },
  columns: { need: 'nothing', max: 2_000 },
  url: { need: 'nothing', max: 2_000 },
  accessed: { need: 'nothing', max: 50 },
  archive_url: { need: 'nothing', max: 2_000 },
} as const;

export interface EvidenceIndex {
  /**
   * The evidence of a record, once: after that it counts as used. `rows` it has in the file, sound or not; `quoted` is
   * what the sound ones quote, also of internal sources.
   */
  take(record: string): { evidence: Evidence[]; quoted: Quoted[]; rows: number };
  readonly file: string;
  /** The ids of records that stand in the file; those of records.csv are added. */
  readonly ids: TextNumbers;
  /**
   * Reports what no record has taken, unless all of it may be that of the `withoutId` rows whose own id was refused: of
   * these it was told already.
   */
  reportUnused(records: { ids: readonly string[]; withoutId: number }): void;
  readonly complete: boolean;
}

/**
 * Reads the evidence, and then finds all quotations in their texts and all rows in their tables. Of an internal source
 * only its id goes on.
 */
export async function readEvidence(
  file: TableFile,
  sources: References<ReadSource>,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<EvidenceIndex> {
  const rows = createEvidenceRows();
  const shown = withoutInternal(file, sources);
  for await (const part of readRows(shown, columns, issueLog, tally))
    for (const row of part) rows.add(readRow(row, sources));
  const refuse = (row: number, column: string, problem: Problem) => {
    if (rows.isSound(row)) tally.refuseLater();
    rows.refuse(row);
    issueLog.add({ file: file.file, row: rows.numberOf(row), column }, problem);
  };
  const lost = [...locate(rows), ...wrongRows(rows)].sort((a, b) => a.row - b.row);
  for (const { row, column, problem } of lost) refuse(row, column, problem);
  rows.dropQuotations();
  return {
    take(record) {
      const own = rows.take(record);
      const sound = own.flatMap((row) => rows.evidence(row) ?? []);
      const evidence = sound.map((it) => it.evidence);
      return { evidence, quoted: sound.map((it) => it.quoted), rows: own.length };
    },
    reportUnused({ ids, withoutId }) {
      const untaken = [...rows.untaken()];
      if (untaken.length <= withoutId) return;
      for (const [record, own] of untaken)
        for (const row of own) refuse(row, 'record', unknownRecord(record, ids, isShown(rows.sourceOf(row))));
    },
    file: file.file,
    ids: rows.records,
    complete: tally.complete,
  };
}

/**
 * A table of which a row is shown only where its source is known to be public: what stands in any other may be what a
 * source says in confidence, also in the wrong column. Where all sources are public, all rows are shown.
 */
function withoutInternal(file: TableFile, sources: References<ReadSource>): TableFile {
  const all = [...sources.sound.values()];
  if (sources.complete && sources.refused.size === 0 && all.every(isShown)) return file;
  return { ...file, shows: (cell) => isShown(sources.sound.get(cell('source')) ?? null) };
}

function isShown(read: ReadSource | null): boolean {
  return read?.source.visibility === 'public';
}

function readRow(row: Row<keyof typeof columns>, sources: References<ReadSource>): EvidenceRow {
  const referred = follow(row, 'source', sources, { code: 'unknown_source', file: 'sources.csv' });
  const source = referred?.known ? referred.item : null;
  const cited = readCited(row, source?.source.kind ?? kindWithoutSource(row));
  const stated = row.get('stated');
  const quote = cited?.kind === 'quotation' ? cited.quotation.quote : null;
  if (quote !== null && stated !== null && wholeWords(quote, stated).length === 0)
    row.report('stated', {
      code: 'stated_not_in_quote',
      message: quote.includes(stated)
        ? 'stated occurs in the quotation only inside a longer word or number'
        : 'the words in stated do not occur in the quotation',
      hint: 'copy from the quotation the whole words that give the number, letter for letter',
    });
  return {
    number: row.number,
    record: row.get('record'),
    source,
    cited,
    stated,
    sound: row.sound,
    confirmed: row.confirmed,
  };
}

/** A row whose source is not known quotes a text, unless it cites a row of a table or an address. */
function kindWithoutSource(row: Row<keyof typeof columns>): Source['kind'] | null {
  const other = ['row', 'columns', 'url', 'accessed', 'archive_url'] as const;
  return other.some((column) => row.get(column) !== null || row.refused(column)) ? null : 'text';
}

interface Lost {
  row: number;
  column: string;
  problem: Problem;
}

/** Finds the quotations of all rows; answers those that are not at one place. */
function locate(rows: EvidenceRows): Lost[] {
  const lost: Lost[] = [];
  for (const [{ source, text }, own] of rows.citing('quotation'))
    for (const [i, located] of locateQuotations(text, own.map(rows.quotation)).entries()) {
      const row = own[i] ?? 0;
      if (located.found === 'one') rows.place(row, located);
      else {
        const stated = source.visibility === 'internal' ? null : rows.quotation(row).quote;
        lost.push({ row, column: 'quote', problem: { ...problemOf(located, source), stated } });
      }
    }
  return lost;
}

/** The rows that cite of a table what is not there. */
function wrongRows(rows: EvidenceRows): Lost[] {
  return [...rows.citing('row')].flatMap(([{ source, table }, own]) => {
    if (table === null) return [];
    table.findHeader(namesCited(rows, own));
    const faultOf = createCitationCheck(table, source);
    const wrong: Lost[] = [];
    for (const row of own) {
      const fault = faultOf(rows.citation(row));
      if (fault !== null) wrong.push({ row, ...fault });
    }
    return wrong;
  });
}

function namesCited(rows: EvidenceRows, own: readonly number[]): Set<string> {
  const names = new Set<string>();
  for (const row of own) for (const name of rows.citation(row).columns) names.add(name);
  return names;
}

function unknownRecord(record: string, ids: readonly string[], shown: boolean): Problem {
  return {
    code: 'unknown_record',
    stated: shown ? record : null,
    message: shown ? `there is no record ${record}` : 'there is no such record',
    hint: () => didYouMean(record, ids, 'add it to records.csv, or correct the spelling'),
  };
}

function problemOf(located: Exclude<Located, { found: 'one' }>, { id, visibility }: Source): Problem {
  if (located.found === 'none')
    return {
      code: 'quote_not_found',
      message: `the quotation does not occur in ${id}`,
      hint: () => mend(located.agrees, located.continues, visibility === 'internal'),
    };
  const times = located.times < MOST_TIMES ? `${located.times} times` : `${MOST_TIMES} times or more`;
  return {
    code: 'quote_ambiguous',
    message: `the quotation occurs ${times} in ${id}`,
    hint: 'quote more words, or put the words before it into prefix or those after it into suffix',
  };
}

/** Where the quotation leaves the source's words, unless these must not be shown. */
function mend(agrees: string, continues: string, internal: boolean): string {
  const copy = 'copy the words from the source’s text';
  if (agrees.length < 10) return agrees === '' ? `${copy}, with what stands before and after` : copy;
  if (internal) return `${copy}; it agrees in its first ${agrees.length} characters`;
  return `${copy}; it agrees up to “…${agrees.slice(-30)}”, where the source goes on “${continues}…”`;
}
