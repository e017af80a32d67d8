import type { RecordQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import { evidenceText } from '@article21/messages/dataset';
import {
  attributeColumn,
  type Place,
  type PublishedRecord,
  publishRecord,
  type RestrictionRecord,
} from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { redact } from '../redact.ts';
import { filterOf } from '../routes/records.ts';

/** How many records are read at a time. */
const PAGE = 5_000;

type TableQuery = Omit<RecordQuery, 'cursor' | 'limit'>;
type Cell = string | number | boolean | null;
/** A record as a row: a cell for each of `recordColumnsOf`, none where nothing is known or nothing applies. */
export type RecordRow = Readonly<Record<string, Cell>>;

/**
 * The records of a query as rows, in the order of the records, without the words of internal sources. Refuses more than
 * `most`, which are too many for one file.
 */
export async function recordRows(
  query: TableQuery,
  loaded: LoadedSnapshot,
  words: Words,
  most: number,
): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for await (const record of recordsOf(query, loaded)) {
    if (rows.length === most) throw tooMany(most);
    rows.push(rowOf(record, loaded, words));
  }
  return rows;
}

/** Every column, in its order: a contract with those who read the file by program. Those of attributes stand last. */
export function recordColumnsOf({ vocabulary }: Pick<LoadedSnapshot, 'vocabulary'>): string[] {
  return [...recordColumns, ...vocabulary.attributes.map(({ id }) => attributeColumn(id))];
}

const recordColumns: readonly string[] = [
  ...['id', 'kind', 'basis', 'phase', 'place', 'place_name', 'country', 'lat', 'lon'],
  ...['date', 'from', 'to', 'date_approximate', 'assembly', 'assembly_day'],
  ...['count', 'days'].flatMap((it) => [it, ...endsOf(it)]),
  ...['amount', 'currency', ...endsOf('amount'), 'eur_low', 'eur_high'],
  ...['note', 'quotations', 'rows', 'links', 'sources', 'source_addresses', 'path', 'snapshot', 'synthetic'],
];
/** The columns of days, `2012-04-28`. */
export const dayColumns: readonly string[] = ['from', 'to', 'assembly_day'];
/** The columns of euros, with their cents. */
export const euroColumns: readonly string[] = ['eur_low', 'eur_high'];

async function* recordsOf(query: TableQuery, loaded: LoadedSnapshot): AsyncIterable<RestrictionRecord> {
  let cursor: string | null = null;
  do {
    const filter = filterOf({ ...query, cursor, limit: PAGE }, loaded);
    if (filter === null) return;
    const page: Awaited<ReturnType<LoadedSnapshot['snapshot']['records']>> =
      await loaded.snapshot.records(filter);
    yield* page.records;
    cursor = page.next;
  } while (cursor !== null);
}

function endsOf(name: string): string[] {
  return ['low', 'high', 'approximate', 'unnumbered'].map((it) => `${name}_${it}`);
}

function rowOf(stated: RestrictionRecord, loaded: LoadedSnapshot, words: Words): RecordRow {
  const record = publishRecord(redact(stated, loaded));
  const { id, kind, basis, phase, date, charted, assembly, amount, note } = record;
  const { from, to, day, by, approximate } = charted;
  const { meta } = loaded.snapshot.catalogue;
  return {
    ...{ id, kind, basis, phase, date, from, to, assembly, note },
    ...placeCells(loaded.tree.get(record.place), words),
    date_approximate: approximate,
    assembly_day: by === 'assembly' ? day : null,
    ...quantityCells('count', record.count),
    ...quantityCells('days', record.days),
    ...quantityCells('amount', amount),
    currency: amount && (amount.currency || null),
    eur_low: euros(amount?.cents.low),
    eur_high: euros(amount?.cents.high),
    ...evidenceCells(record, loaded, words),
    path: `/records/${id}?snapshot=${loaded.id}`,
    snapshot: loaded.id,
    synthetic: meta.synthetic,
    ...Object.fromEntries(
      Object.entries(record.attributes ?? {}).map(([id, value]) => [attributeColumn(id), value]),
    ),
  };
}

function placeCells(place: Place | undefined, words: Words): RecordRow {
  if (!place) return {};
  const { id, country, lat, lon } = place;
  return { place: id, place_name: words.placeName(place), country, lat, lon };
}

/** A quantity that does not apply to the kind of record is left empty. */
function quantityCells(name: string, quantity: PublishedRecord['count']): RecordRow {
  if (!quantity) return {};
  const { notation, low, high, approximate, unnumbered } = quantity;
  const values: Cell[] = [low, high, approximate, unnumbered];
  return { [name]: notation, ...Object.fromEntries(endsOf(name).map((it, i) => [it, values[i] ?? null])) };
}

function euros(cents: number | null | undefined): number | null {
  return typeof cents === 'number' ? cents / 100 : null;
}

function evidenceCells({ evidence }: PublishedRecord, { snapshot }: LoadedSnapshot, words: Words): RecordRow {
  const ids = [...new Set(evidence.map(({ source }) => source))];
  const addresses = snapshot.catalogue.sources
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ url }) => url ?? []);
  return {
    quotations:
      evidence.flatMap((it) => (it.kind === 'quotation' ? (it.quote ?? []) : [])).join('\n\n') || null,
    rows:
      evidence
        .flatMap((it) => (it.kind === 'row' && it.row !== null ? evidenceText(it, words) : []))
        .join('\n\n') || null,
    links: evidence.flatMap((it) => (it.kind === 'link' ? (it.url ?? []) : [])).join(' ') || null,
    sources: ids.join(' '),
    source_addresses: addresses.join(' ') || null,
  };
}

function tooMany(most: number): HttpProblem {
  const message = `the file would have more than ${most} records`;
  const hint = 'ask for one measure, a shorter period or fewer places';
  const narrow = ['measure', 'from', 'to', 'place'];
  const issue = { key: 'measure', code: 'too_many', stated: '', message, hint, narrow, most };
  return new HttpProblem('too-much', `${message}: ${hint}`, [issue]);
}
