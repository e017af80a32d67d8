import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attributeColumn,
  type Evidence,
  type Language,
  languages,
  type RestrictionRecord,
  type Source,
  translationsOf,
} from '@article21/model';
import { type CsvFile, createCsvFile, csvLine } from '../csv-file.ts';
import type { Reading } from '../read-dataset.ts';
import { attributeColumns, attributeRows, publishedAttributes } from './attributes.ts';
import { coarseDate, coarsePlace } from './coarsen.ts';
import type { Plan } from './plan.ts';
import { publicId } from './public-id.ts';
import { type Withheld, withheldOf } from './withheld.ts';

/** What stands in the place of every word that is not published. */
const WITHHELD = 'withheld';
const NOWHERE = 'https://withheld.invalid/';

/** How a public edition is written. */
export interface Writing {
  plan: Plan;
  /** By which nobody else can tell what an id stands for. */
  secret: string;
  /** The title of the source that stands in the place of those that are not named, in each language. */
  title(language: Language): string;
}

/**
 * Writes a public edition into an empty folder: only what is named here, from what was read, so that nothing else of
 * the dataset's files can be in it. No word of an internal source is.
 */
export async function writeEdition(folder: string, reading: Reading, writing: Writing): Promise<void> {
  const { plan } = writing;
  mkdirSync(join(folder, 'sources'), { mode: 0o700 });
  const references = publishedReferences(reading, plan);
  const standIns = createStandIns(reading, writing);
  await writeRecords(folder, reading, { ...writing, ...references, standIns });
  const { coarsened: _, ...meta } = reading.meta;
  const coarsened = [...plan.precisions.values()];
  const edited = coarsened.length > 0 ? { ...meta, coarsened } : meta;
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(edited, null, 2));
  const { declared } = reading.vocabulary;
  table(folder, 'kinds', kindColumns, declared.kinds);
  table(folder, 'measures', measureColumns, declared.measures);
  const attributes = publishedAttributes(reading, plan);
  if (attributes.length > 0) table(folder, 'attributes', attributeColumns, attributes.flatMap(attributeRows));
  table(folder, 'places', placeColumns, references.places);
  table(folder, 'assemblies', assemblyColumns, references.assemblies);
  table(folder, 'coverage', ['place', 'from', 'to', 'source'], references.coverage);
  table(
    folder,
    'annotations',
    ['date', 'place', ...translationsOf('text'), 'source'],
    references.annotations,
  );
  table(folder, 'rates', ['currency', 'from', 'to', 'eur', 'source'], reading.rates);
  const sources = [...references.sources, ...standIns.used()];
  table(
    folder,
    'sources',
    sourceColumns,
    sources.map((source) => writeSource(folder, source, { ...reading, cut: references.tables })),
  );
}

const kindColumns = ['id', ...translationsOf('label'), ...translationsOf('definition')];
const measureColumns = [
  ...['id', 'kind', 'quantity'],
  ...['label', 'definition', 'unit', 'caveat'].flatMap((field) => translationsOf(field)),
];
const placeColumns = [
  ...['id', 'kind', 'parent', 'country', 'lat', 'lon'],
  ...translationsOf('name'),
  ...['aliases', 'wikidata'],
];
const assemblyColumns = [
  'id',
  'campaign',
  'place',
  'date',
  ...translationsOf('title'),
  'participants',
  'authorised',
];
const texts = ['title', 'publisher', 'rights'].flatMap((field) => [field, ...translationsOf(field)]);
const sourceColumns = ['id', ...texts, ...['date', 'url', 'language', 'visibility', 'file', 'kind', 'sheet']];
const recordColumns = [
  ...['id', 'kind', 'place', 'date', 'assembly', 'phase', 'count', 'amount', 'days', 'basis', 'note'],
  ...translationsOf('note'),
];
const evidenceColumns = [
  ...['record', 'source', 'quote', 'stated', 'prefix', 'suffix', 'row', 'columns', 'url', 'accessed'],
  'archive_url',
];

/** What stands beside the records, without what only picked ones refer to, or what names them. */
function publishedReferences({ places, sources, assemblies, coverage, annotations }: Reading, plan: Plan) {
  const { hidden, shown } = plan;
  const withheld = withheldOf(plan);
  const remarks = annotations.filter(({ source }) => source === null || !hidden.sources.has(source));
  const gatherings = assemblies.filter(({ id }) => shown.assemblies.has(id) || !hidden.assemblies.has(id));
  const needed = new Set([...shown.sources.keys(), ...coverage.map(({ source }) => source)]);
  const cited = sources
    .filter(({ id }) => needed.has(id) || !withheld.whole.has(id))
    .map((it) => withholding(it, withheld));
  const internal = new Map(cited.filter((it) => it.visibility === 'internal').map((it) => [it.id, it]));
  const all = new Map(places.map((place) => [place.id, place]));
  const inUse = new Set<string>();
  const named = [...gatherings, ...coverage, ...remarks].flatMap(({ place }) => place ?? []);
  for (const id of [...shown.places.keys(), ...named])
    for (let at = all.get(id); at && !inUse.has(at.id); at = all.get(at.parent ?? '')) inUse.add(at.id);
  // With no record picked the places are all there; else one that is missing would be that of a picked one.
  const isKept = ({ id }: { id: string }) => plan.picked.size === 0 || inUse.has(id);
  return {
    places: places.filter(isKept).map((it) => ({ ...it, aliases: it.aliases.join(';') })),
    assemblies: gatherings.map((it) => ({ ...it, participants: it.participants?.notation })),
    ...{ coverage, annotations: remarks, sources: cited, internal, tables: withheld.tables },
  };
}

/** A source without what picked records state in it: its address leads to their words, and its sheet has their rows. */
function withholding(source: Source, { whole, tables }: Withheld): Source {
  if (tables.has(source.id)) return { ...source, url: null, sheet: null };
  return whole.has(source.id) ? { ...source, visibility: 'internal', url: null } : source;
}

/** The two sources that picked records name: of what was quoted, and of what was an address. */
function createStandIns({ meta, sources }: Reading, { title }: Writing) {
  const taken = new Set(sources.map(({ id }) => id));
  const used = new Map<string, Source>();
  const translations = (field: string) =>
    Object.fromEntries(languages.map((language) => [`${field}_${language}`, title(language)]));
  const own = title(languages.find((it) => it === meta.language) ?? 'en');
  const publisher = Object.fromEntries(
    translationsOf('title').map((name) => [name.replace('title', 'publisher'), meta[name]]),
  );
  return {
    for(kind: 'text' | 'links'): Source {
      let id = `${WITHHELD}-${kind}`;
      while (taken.has(id)) id = `${id}-2`;
      const source: Source = {
        ...{ id, kind, title: own, ...translations('title'), rights: own, ...translations('rights') },
        ...{ publisher: meta.title, ...publisher, date: null, url: null, file: null, sheet: null },
        ...{ language: meta.language, visibility: 'internal' },
      };
      used.set(id, source);
      return source;
    },
    used: () => [...used.values()],
  };
}

interface WritingRecords extends Writing {
  internal: ReadonlyMap<string, Source>;
  tables: Withheld['tables'];
  standIns: ReturnType<typeof createStandIns>;
}

async function writeRecords(
  folder: string,
  reading: Reading,
  { plan, secret, internal, tables, standIns }: WritingRecords,
): Promise<void> {
  const records = createTable(folder, 'records', [
    ...recordColumns,
    ...publishedAttributes(reading, plan).map(({ id }) => attributeColumn(id)),
  ]);
  const evidence = createTable(folder, 'evidence', evidenceColumns);
  const places = new Map(reading.places.map((place) => [place.id, place]));
  const apart: { record: object; evidence: object[] }[] = [];
  for await (const record of reading.records()) {
    const precision = plan.precisionOf(record);
    if ((precision !== null) !== plan.picked.has(record.id))
      throw new Error('the dataset was changed while it was read; try again');
    if (precision === null) {
      records.row(cellsOf(record));
      for (const row of evidenceOf(record, { internal, tables }, reading)) evidence.row(row);
      continue;
    }
    const date = coarseDate(record, precision.date);
    const place = coarsePlace(record.place, precision.place, places) ?? '';
    const id = publicId(secret, record.id, { date, place });
    const { kind, phase, basis } = record;
    const isQuoted = record.evidence.some((it) => it.kind !== 'link');
    const source = standIns.for(isQuoted ? 'text' : 'links');
    apart.push({
      record: { ...{ id, kind, place, date, phase, basis }, ...quantitiesOf(record) },
      evidence: [withheldEvidence(id, source, reading)],
    });
  }
  // Not where they stood, which would tell between which others, but in the order of ids that say nothing.
  const idOf = ({ record }: { record: object }) => String(Reflect.get(record, 'id'));
  for (const it of apart.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    records.row(it.record);
    for (const row of it.evidence) evidence.row(row);
  }
  records.close();
  evidence.close();
}

function quantitiesOf({ count, amount, days }: RestrictionRecord) {
  return { count: count?.notation, amount: amount?.notation, days: days?.notation };
}

function cellsOf(record: RestrictionRecord): object {
  const attributes = Object.entries(record.attributes ?? {});
  return {
    ...{ ...record, ...quantitiesOf(record) },
    ...Object.fromEntries(attributes.map(([id, value]) => [attributeColumn(id), value])),
  };
}

/** The evidence of a record that is shown; of an internal source once that it is there. */
function evidenceOf(
  { id, evidence }: RestrictionRecord,
  { internal, tables }: Pick<WritingRecords, 'internal' | 'tables'>,
  reading: Reading,
): object[] {
  const rows: object[] = [];
  const withheld = new Set<string>();
  for (const it of evidence) {
    const source = internal.get(it.source);
    if (source === undefined) rows.push(citation(id, it, tables));
    else if (!withheld.has(it.source)) rows.push(withheldEvidence(id, source, reading));
    withheld.add(it.source);
  }
  return rows;
}

function citation(record: string, it: Evidence, tables: Withheld['tables']): object {
  if (it.kind === 'link') return { record, ...it, archive_url: it.archive };
  if (it.kind === 'quotation') return { record, ...it };
  const { source, row, columns, stated } = it;
  const now = row === null ? null : (tables.get(source)?.get(row) ?? row);
  return { record, source, row: now, columns: columns.join(';'), stated };
}

/** What stands in the place of what an internal source states: it is read as other evidence is, and says nothing. */
function withheldEvidence(record: string, { id: source, kind }: Source, { meta }: Reading): object {
  if (kind === 'links') return { record, source, url: NOWHERE, accessed: meta.created };
  return kind === 'table'
    ? { record, source, row: 2 }
    : { record, source, quote: WITHHELD, stated: WITHHELD };
}

/** The row of a source; its text or table is written under a name that says nothing. */
function writeSource(
  folder: string,
  source: Source,
  { texts, tables, cut }: Pick<Reading, 'texts' | 'tables'> & { cut: Withheld['tables'] },
): object {
  if (source.kind === 'links') return { ...source, file: null };
  const isInternal = source.visibility === 'internal';
  const file = `sources/${source.id}.${source.kind === 'table' ? 'csv' : 'txt'}`;
  const path = join(folder, file);
  if (isInternal) writeFileSync(path, source.kind === 'table' ? `${WITHHELD}\n${WITHHELD}\n` : WITHHELD);
  else if (source.kind === 'text') writeFileSync(path, texts.get(source.id) ?? '');
  else {
    const rows = tables.get(source.id);
    const kept = cut.get(source.id);
    const numbers = kept
      ? [rows?.headerRow ?? 1, ...kept.keys()]
      : Array.from({ length: rows?.lastRow ?? 0 }, (_, i) => i + 1);
    const lines = numbers.map((row) => csvLine(rows?.row(row) ?? []));
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
  return { ...source, file };
}

function createTable(folder: string, name: string, columns: readonly string[]) {
  const file: CsvFile = createCsvFile(join(folder, `${name}.csv`));
  file.row(columns);
  return {
    row: (cells: object) =>
      file.row(columns.map((name) => String((Reflect.get(cells, name) as unknown) ?? ''))),
    close: () => file.close(),
  };
}

function table(folder: string, name: string, columns: readonly string[], rows: readonly object[]): void {
  const file = createTable(folder, name, columns);
  for (const row of rows) file.row(row);
  file.close();
}
