import { bases, type Day, LONGEST_DECLARED_ID, phases, type RestrictionRecord } from '@article21/model';
import { chartOn, readDate, statedTime } from '../dates.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { MOST_COMPARED } from '../nearest.ts';
import { checkApplies, createAmounts, type ReadAmount, readQuantity } from '../quantities.ts';
import { follow, followPlace, type References } from '../references.ts';
import { createIds, type Row, readWord, translations, translationsIn } from '../row.ts';
import { readRows, type TableFile } from '../table.ts';
import { createRecordWarnings } from '../warnings/records.ts';
import type { ReadAssembly } from './assemblies.ts';
import { attributeColumns, readRecordAttributes } from './attributes.ts';
import type { EvidenceIndex } from './evidence.ts';
import type { Places } from './places.ts';
import type { Rates } from './rates.ts';
import { type ReadVocabulary, readKind } from './vocabulary.ts';

const columns = {
  id: { need: 'value', max: 64 },
  kind: { need: 'value', max: LONGEST_DECLARED_ID },
  place: { need: 'value', max: 200 },
  date: { need: 'column', max: 50 },
  assembly: { need: 'nothing', max: 64 },
  phase: { need: 'nothing', max: 10 },
  count: { need: 'column', max: 50 },
  amount: { need: 'nothing', max: 50 },
  days: { need: 'nothing', max: 50 },
  basis: { need: 'value', max: 10 },
  note: { need: 'nothing', max: 4_000 },
  ...translations('note', { max: 4_000 }),
  sensitive: { need: 'nothing', max: 10 },
} as const;
type RecordColumn = keyof typeof columns | `attribute_${string}`;
type RecordRow = Row<RecordColumn>;

/** The ids of records that are marked as sensitive, and whether the dataset has a rule for all of them. */
export interface Sensitive {
  ids: Set<string>;
  isProtected: boolean;
}

/** What records refer to. */
export interface Known {
  /** The day the dataset was made; null where that is not known. */
  created: Day | null;
  /** Its kinds and measures. */
  declared: ReadVocabulary;
  places: Places;
  assemblies: References<ReadAssembly>;
  rates: Rates;
  evidence: EvidenceIndex;
  sensitive: Sensitive;
}

/** Yields each sound record; when all are read, reports the evidence that belongs to none. */
export async function* readRecords(
  file: TableFile,
  known: Known,
  issueLog: IssueLog,
  tally: FileTally,
): AsyncGenerator<RestrictionRecord> {
  const readOnce = createIds<RecordColumn>('id', undefined, '-', known.evidence.ids);
  const reading = { ...known, readAmount: createAmounts(known.rates) };
  const all = { ...columns, ...attributeColumns(known.declared.attributes) };
  const warnings = createRecordWarnings(file.file, known, issueLog);
  /** To say which one was meant: of more none is said. */
  const ids: string[] = [];
  let withoutId = 0;
  for await (const part of readRows<RecordColumn>(file, all, issueLog, tally))
    for (const row of part) {
      const typed = row.get('id');
      const id = readOnce(row);
      if (id === null) withoutId += 1;
      else if (ids.length <= MOST_COMPARED) ids.push(id);
      const { evidence, quoted } =
        typed === null ? none : takeEvidence(row, typed, id !== null, known.evidence);
      const record = readRecord(row, id, reading, evidence);
      if (!record || !row.sound) continue;
      warnings.look(row, record, quoted);
      yield record;
    }
  warnings.finish();
  if (tally.complete) known.evidence.reportUnused({ ids, withoutId });
}

function readRecord(
  row: RecordRow,
  id: string | null,
  { declared, places, assemblies, sensitive, readAmount }: Known & { readAmount: ReadAmount },
  evidence: RestrictionRecord['evidence'],
): RestrictionRecord | null {
  const kind = readKind(row, 'kind', declared);
  const place = followPlace(row, 'place', places.names, places);
  const date = readDate(row, 'date');
  const assembly = follow(row, 'assembly', assemblies, {
    code: 'unknown_assembly',
    file: 'assemblies.csv',
  });
  const phase = readWord(row, 'phase', phases);
  const basis = readWord(row, 'basis', bases);
  takeSensitive(row, id, sensitive);
  const assembled = assembly?.known ? (assembly.item?.date ?? null) : null;
  const charted = chartOn(date, assembled, phase);
  const dated = !row.refused('date') && !row.refused('assembly') && !row.refused('phase');
  if (kind) checkApplies(row, kind);
  const count = readQuantity(row, 'count');
  const amount = readAmount(row, 'amount', dated ? statedTime(date, assembled, phase) : null);
  const days = readQuantity(row, 'days');
  const attributes = readRecordAttributes(row, declared.attributes);
  if (!id || !kind || !place || !basis) return null;
  const when = { date: date?.text ?? null, charted, assembly: assembly?.known ? assembly.id : null, phase };
  const notes = { note: row.get('note'), ...translationsIn(row, ['note']) };
  return { id, kind, place, ...when, count, amount, days, basis, ...notes, ...attributes, evidence };
}

/** The evidence of a record. A row whose id is already used says nothing about the evidence of that id. */
function takeEvidence(row: RecordRow, id: string, first: boolean, index: EvidenceIndex) {
  const { evidence, quoted, rows } = index.take(id);
  // Of a row that is there and gives no evidence it was told why.
  if (!first || rows > 0 || !index.complete) return { evidence, quoted };
  row.report('id', {
    code: 'no_evidence',
    message: 'no row of evidence.csv stands behind this record',
    hint: `add a row to evidence.csv: ${id}, the source, and its words, the row of a table or an address`,
  });
  return { evidence, quoted };
}

const none = { evidence: [], quoted: [] };

function takeSensitive(row: RecordRow, id: string | null, { ids, isProtected }: Sensitive): void {
  if (row.get('sensitive') === null || readWord(row, 'sensitive', ['yes', 'no']) !== 'yes') return;
  if (id !== null) ids.add(id);
  if (isProtected) return;
  row.report('sensitive', {
    code: 'invalid_value',
    message: 'the record is sensitive, and no rule of policy.json says how all such records are published',
    hint: 'add a rule with "when": { "sensitive": true }, or empty the cell if all of the record may be published',
  });
}
