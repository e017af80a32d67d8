import { words } from '@article21/messages';
import { recordTitle } from '@article21/messages/dataset';
import {
  bases,
  fold,
  isWithheld,
  languages,
  type Place,
  type RestrictionRecord,
  textsOf,
} from '@article21/model';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { redact } from '../redact.ts';
import { type Quoted, type Sentence, sentencesOf } from './sentences.ts';

/** The most records that are indexed, a kilobyte or two each; of more, the first. */
const MOST_RECORDS = 20_000;
/** The most letters of records that are indexed; of more, the first records. */
const MOST_RECORD_LETTERS = 40_000_000;
/** The most letters of sources that are indexed; of more, the first sources. */
const MOST_LETTERS = 5_000_000;
/** The largest page of an engine. */
const PAGE = 5_000;

/** The public texts of a snapshot, folded. */
export interface SearchIndex {
  places: readonly { id: string; words: string }[];
  records: readonly { id: string; words: string }[];
  sentences: readonly Sentence[];
  /** How many records and public sources are not indexed. */
  unsearched: number;
  unsearchedSources: number;
}

const indexes = new WeakMap<LoadedSnapshot, Promise<SearchIndex>>();

/** Built on the first search of a snapshot, and kept as long as the snapshot. It holds no internal words. */
export function searchIndexOf(loaded: LoadedSnapshot): Promise<SearchIndex> {
  const known = indexes.get(loaded);
  if (known) return known;
  const made = makeIndex(loaded).catch((error: unknown) => {
    indexes.delete(loaded);
    throw error;
  });
  indexes.set(loaded, made);
  return made;
}

/** Gives a snapshot an index that was made of it elsewhere, unless it has one. */
export function provideSearchIndex(loaded: LoadedSnapshot, read: () => SearchIndex): void {
  if (!indexes.has(loaded)) indexes.set(loaded, Promise.resolve(read()));
}

async function makeIndex(loaded: LoadedSnapshot): Promise<SearchIndex> {
  const { tree, snapshot, vocabulary } = loaded;
  const namesOf = new Map(tree.places.map((place) => [place.id, folded(namesIn(place))]));
  // In every language, not only the first reader's.
  const kinds = languages.map((language) => words(language).of(vocabulary));
  const records: { id: string; words: string }[] = [];
  const quoted: Quoted[] = [];
  let left = MOST_RECORD_LETTERS;
  for await (const record of recordsOf(loaded)) {
    const titles = kinds.map((it) => recordTitle(record, it));
    const places = [record.place, tree.regionOf(record.place)].map((id) => namesOf.get(id) ?? '');
    const it = { id: record.id, words: [folded([...titles, ...textsIn(record)]), ...places].join('\n') };
    left -= it.words.length;
    if (left < 0) break;
    records.push(it);
    for (const it of record.evidence)
      if (!isWithheld(it) && it.kind === 'quotation' && it.start !== null && it.end !== null)
        quoted.push({ record: record.id, source: it.source, start: it.start, end: it.end });
  }
  return {
    places: [...namesOf].map(([id, names]) => ({ id, words: names })),
    records,
    ...(await sentencesIn(loaded, quoted)),
    unsearched: Math.max(0, snapshot.manifest.records - records.length),
  };
}

/** The first records, redacted: incidents, then summaries. */
async function* recordsOf(loaded: LoadedSnapshot): AsyncIterable<RestrictionRecord> {
  const { snapshot } = loaded;
  let left = MOST_RECORDS;
  for (const basis of bases) {
    let cursor: string | null = null;
    do {
      const everything = { measures: null, kinds: null, places: null, from: null, to: null, bucket: null };
      const selection = { ...everything, phases: [], basis, evidence: null, attribute: [], undated: null };
      const limit = Math.min(PAGE, left);
      if (limit === 0) return;
      const page: Awaited<ReturnType<typeof snapshot.records>> = await snapshot.records({
        ...selection,
        cursor,
        limit,
      });
      for (const record of page.records) yield redact(record, loaded);
      left -= page.records.length;
      cursor = page.next;
    } while (cursor !== null);
  }
}

async function sentencesIn(
  { snapshot }: LoadedSnapshot,
  quoted: readonly Quoted[],
): Promise<Pick<SearchIndex, 'sentences' | 'unsearchedSources'>> {
  const all: Sentence[] = [];
  let unsearchedSources = 0;
  let left = MOST_LETTERS;
  for (const { id, visibility } of snapshot.catalogue.sources) {
    const text = visibility === 'public' ? await snapshot.text(id) : null;
    if (text === null) continue;
    if (text.length > left) {
      unsearchedSources++;
      continue;
    }
    left -= text.length;
    const inSource = quoted.filter((it) => it.source === id);
    for (const sentence of sentencesOf(id, text, inSource)) all.push(sentence);
  }
  return { sentences: all, unsearchedSources };
}

function namesIn(place: Place): string[] {
  return [...textsOf(place, 'name'), ...place.aliases];
}

/** The texts of a record, without its kind and place. */
function textsIn({ id, date, note, evidence }: RestrictionRecord): (string | null)[] {
  const cited = evidence.flatMap((it) => {
    if (isWithheld(it)) return [];
    if (it.kind === 'link') return [it.url];
    if (it.kind === 'quotation') return [it.quote];
    return it.table?.rows.find(({ row }) => row === it.row)?.cells ?? [];
  });
  return [id, date, note, ...cited];
}

/** Texts are joined by a line break, which no search term contains. */
function folded(texts: readonly (string | null)[]): string {
  return fold(texts.filter(Boolean).join('\n'));
}
