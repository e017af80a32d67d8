import { type Evidence, wholeWords } from '@article21/model';
import { foldSpace } from '../clean.ts';
import type { Problem } from '../findings.ts';
import type { FileTally, Ledger } from '../ledger.ts';
import { didYouMean } from '../nearest.ts';
import { follow, type References } from '../references.ts';
import type { Row } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import type { ReadSource } from './sources.ts';

const columns = {
  record: { need: 'value', max: 64 },
  source: { need: 'value', max: 64 },
  quote: { need: 'value', max: 10_000 },
  stated: { need: 'value', max: 1_000 },
  prefix: { need: 'nothing', max: 1_000 },
  suffix: { need: 'nothing', max: 1_000 },
} as const;
type EvidenceRow = Row<keyof typeof columns>;

/** A quotation found in its source; the words themselves stay in the source's text until they are asked for. */
interface Found {
  source: string;
  stated: string;
  prefix: string | null;
  suffix: string | null;
  start: number;
  end: number;
}
/** Of one record: what was found, and the rows it has in the file, sound or not. */
interface Kept {
  found: Found[];
  rows: { row: number; sound: boolean }[];
}

export interface EvidenceIndex {
  /** The evidence of a record, once: after that it counts as used. `rows` it has in the file, sound or not. */
  take(record: string): { evidence: Evidence[]; rows: number };
  /** Reports what no record has taken. */
  reportUnused(records: { ids: readonly string[] }): void;
  readonly complete: boolean;
}

/** Reads the evidence and finds each quotation in its source. Of an internal source only its id goes on. */
export async function readEvidence(
  file: TableFile,
  sources: References<ReadSource>,
  ledger: Ledger,
  tally: FileTally,
): Promise<EvidenceIndex> {
  const kept = new Map<string, Kept>();
  for await (const row of readTable(file, columns, ledger, tally)) {
    const found = readFound(row, sources);
    const record = row.get('record');
    if (record === null) continue;
    const { found: all, rows } = kept.get(record) ?? { found: [], rows: [] };
    if (found && row.sound) all.push(found);
    rows.push({ row: row.number, sound: row.sound });
    kept.set(record, { found: all, rows });
  }
  return {
    take(record) {
      const { found, rows } = kept.get(record) ?? { found: [], rows: [] };
      kept.delete(record);
      return { evidence: found.map((it) => asEvidence(it, sources)), rows: rows.length };
    },
    reportUnused({ ids }) {
      for (const [record, { rows }] of kept)
        for (const { row, sound } of rows) {
          if (sound) tally.refuseLater();
          ledger.add({ file: file.file, row, column: 'record' }, unknownRecord(record, ids));
        }
    },
    complete: tally.complete,
  };
}

function unknownRecord(record: string, ids: readonly string[]): Problem {
  return {
    code: 'unknown_record',
    stated: record,
    message: `there is no record ${record}`,
    hint: () => didYouMean(record, ids, 'add it to records.csv, or correct the spelling'),
  };
}

function readFound(row: EvidenceRow, sources: References<ReadSource>): Found | null {
  const referred = follow(row, 'source', sources, 'unknown_source', 'sources.csv');
  const [quote, stated] = [row.get('quote'), row.get('stated')];
  if (quote !== null && stated !== null && wholeWords(quote, stated).length === 0)
    row.report('stated', {
      code: 'stated_not_in_quote',
      message: quote.includes(stated)
        ? 'stated occurs in the quotation only inside a longer word or number'
        : 'the words in stated do not occur in the quotation',
      hint: 'copy from the quotation the whole words that give the number, letter for letter',
    });
  if (!referred?.known || !referred.item || quote === null) return null;
  const { source, quotable } = referred.item;
  const [prefix, suffix] = [row.get('prefix'), row.get('suffix')];
  const located = quotable.locate(quote, prefix, suffix);
  if (located.found === 'one' && stated !== null)
    return { source: source.id, stated, prefix, suffix, start: located.start, end: located.end };
  if (located.found === 'several')
    row.report('quote', {
      code: 'quote_ambiguous',
      message: `the quotation occurs ${located.times} times in ${source.id}`,
      hint: 'quote more words, or put the words before it into prefix or those after it into suffix',
    });
  if (located.found === 'none')
    row.report('quote', {
      code: 'quote_not_found',
      message: `the quotation does not occur in ${source.id}`,
      hint: mend(located.agrees, located.continues, source.visibility === 'internal'),
    });
  return null;
}

/** Where the quotation leaves the source's words, unless these must not be shown. */
function mend(agrees: string, continues: string, internal: boolean): string {
  const copy = 'copy the words from the source’s text';
  if (agrees.length < 10) return agrees === '' ? `${copy}, with what stands before and after` : copy;
  const where = `it agrees up to “…${agrees.slice(-30)}”`;
  return internal ? `${copy}; ${where}` : `${copy}; ${where}, where the source goes on “${continues}…”`;
}

function asEvidence(found: Found, sources: References<ReadSource>): Evidence {
  const read = sources.sound.get(found.source);
  if (!read || read.source.visibility === 'internal') {
    const unseen = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
    return { source: found.source, ...unseen };
  }
  const { source, stated, prefix, suffix, start, end } = found;
  return { source, quote: foldSpace(read.text.slice(start, end)), stated, prefix, suffix, start, end };
}
