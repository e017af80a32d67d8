import { countryNamed, type Proposal, propose, type Sentence, sentencesOf } from '@article21/coding';
import { countryOf, type FolderRows, finishChange, gazetteerTowns, readFolderRows } from '@article21/import';
import { readFolderVocabulary } from '@article21/ingest';
import { locateQuotations, openSourceText } from '@article21/ingest/texts';
import type { Found } from '@article21/messages/importing';
import { type Language, languages, type Place, placeKinds } from '@article21/model';

type Row = Readonly<Record<string, string>>;

/** A record that was coded from a passage of a text. Offsets are those of the cleaned text, in UTF-16 code units. */
export interface Passage {
  record: Row;
  start: number;
  end: number;
}

/** A proposal of the rules; `isCoded` where a record of its kind has a passage in its sentence already. */
interface OpenProposal {
  proposal: Proposal;
  /** Which one it is of its sentence, from 0. */
  at: number;
  isCoded: boolean;
}

/** A text of the dataset as its coder sees it. */
export interface Statement {
  id: string;
  source: Row;
  text: string;
  sentences: readonly Sentence[];
  proposals: readonly OpenProposal[];
  /** By where they begin. */
  passages: readonly Passage[];
  rows: FolderRows;
  /** The towns of the gazetteer, by the ids that proposals name them with. */
  newPlaces: ReadonlyMap<string, Place>;
}

/** What a place is called, of the dataset or of the gazetteer; an id that is neither's is what it says. */
export function codedPlaceName({ rows, newPlaces }: Statement, id: string, language: Language): string {
  const known: Readonly<Record<string, unknown>> | undefined =
    rows.places.find((row) => row.id === id) ?? newPlaces.get(id);
  const names = [language, ...languages].map((it) => known?.[`name_${it}`]);
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? id);
}

export interface StatementSummary {
  id: string;
  title: string;
  records: number;
}

/** The sources of a folder that are texts, each with how many records cite it. */
export function statementsIn({ sources, evidence }: FolderRows): StatementSummary[] {
  const cited = new Map<string, Set<string>>();
  for (const { source = '', record = '' } of evidence)
    cited.set(source, (cited.get(source) ?? new Set()).add(record));
  return sources
    .filter(isText)
    .map(({ id = '', title = '' }) => ({ id, title, records: cited.get(id)?.size ?? 0 }));
}

/** Reads a text to be coded. Null where the folder has none of this id; a message where it cannot be read. */
export async function readStatement(folder: string, id: string): Promise<Statement | { why: Found } | null> {
  await finishChange(folder);
  const rows = await readFolderRows(folder);
  const source = rows.sources.find((it) => it.id === id);
  if (source === undefined || !isText(source)) return null;
  const read = await openSourceText(folder, source.file ?? '');
  if (!read.ok)
    return { why: { ...read.problem, message: `${source.file}: ${read.problem.message}`, hint: '' } };
  const { text } = read;
  const passages = passagesOf(id, text, rows);
  const year = /^\d{4}/.exec(source.date ?? '')?.[0];
  const country = countryOf(rows.places) ?? countryNamed(text);
  const others = country === null ? [] : gazetteerTowns(rows.places, country);
  const { declared } = await readFolderVocabulary(folder);
  const proposals = propose(text, {
    ...{ places: placesOf(rows.places), kinds: declared.kinds, others },
    ...(year === undefined ? {} : { year: Number(year) }),
  });
  return {
    ...{ id, source, text, rows, passages },
    sentences: sentencesOf(text),
    proposals: withCoded(proposals, passages),
    newPlaces: new Map(others.map((place) => [place.id, place])),
  };
}

/**
 * The address of the form for the record of a passage. `at`: with which proposal of its sentence, null with none; else it
 * is the first that is not coded.
 */
export function recordPath(
  id: string,
  { start, end }: { start: number; end: number },
  at?: number | null,
): string {
  const begun = at === undefined ? '' : `&at=${at ?? ''}`;
  return `/coding/${id}/record?from=${start}&to=${end}${begun}`;
}

function isText({ kind = '' }: Row): boolean {
  return kind === '' || kind === 'text';
}

function passagesOf(id: string, text: string, { records, evidence }: FolderRows): Passage[] {
  const byId = new Map(records.map((row) => [row.id, row]));
  const own = evidence.filter(({ source, quote }) => source === id && quote);
  const located = locateQuotations(
    text,
    own.map(({ quote = '', prefix, suffix }) => ({ quote, prefix: prefix || null, suffix: suffix || null })),
  );
  return own
    .flatMap((row, i): Passage[] => {
      const [at, record] = [located[i], byId.get(row.record)];
      return at?.found === 'one' && record ? [{ record, start: at.start, end: at.end }] : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first proposals of a kind in a sentence count as coded, as many as there are records of that kind. */
function withCoded(proposals: readonly Proposal[], passages: readonly Passage[]): OpenProposal[] {
  return proposals.map((proposal, i) => {
    const { kind, quote } = proposal;
    const earlier = proposals.slice(0, i).filter((it) => it.quote.start === quote.start);
    const before = earlier.filter((it) => it.kind === kind).length;
    const coded = passages.filter(
      ({ record, start, end }) => record.kind === kind && start < quote.end && quote.start < end,
    );
    return { proposal, at: earlier.length, isCoded: before < coded.length };
  });
}

function placesOf(rows: readonly Row[]): Place[] {
  return rows.flatMap(({ id = '', parent, country = '', aliases = '', wikidata, ...row }) => {
    const kind = placeKinds.find((it) => it === row.kind);
    const { name_en, name_ru, name_kk } = row;
    if (kind === undefined) return [];
    const place = {
      ...{ id, kind, country, parent: parent || null, wikidata: wikidata || null, lat: null, lon: null },
      ...(name_en ? { name_en } : {}),
      ...(name_ru ? { name_ru } : {}),
      ...(name_kk ? { name_kk } : {}),
      aliases: aliases.split(';').flatMap((alias) => alias.trim() || []),
    };
    return [place as Place];
  });
}
