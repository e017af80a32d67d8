import { countsFor, findingsOf, type LoadedSnapshot, loadSnapshot } from '@article21/answers';
import { changesFor } from '@article21/answers/changes';
import { words } from '@article21/messages';
import { emptyQuery, type Language, type MeasureId } from '@article21/model';
import type { Store } from '@article21/store';

/** What a headline is now, and what it becomes; null where nothing is counted. */
interface Headline {
  /** What is counted. */
  label: string;
  before: string | null;
  after: string | null;
}

/** A snapshot in its store. */
interface At {
  store: Store;
  id: string;
}

/** What readers see change when one snapshot takes the place of another, or of nothing. */
export async function seenByReaders(before: At | null, after: At, language: Language) {
  return withSnapshot(after, async (now) =>
    before === null
      ? compareSnapshots(null, now, language)
      : withSnapshot(before, async (old) => compareSnapshots(old, now, language)),
  );
}

export type SeenByReaders = Awaited<ReturnType<typeof seenByReaders>>;

async function compareSnapshots(old: LoadedSnapshot | null, now: LoadedSnapshot, language: Language) {
  const was = old === null ? new Map<MeasureId, string>() : headlinesOf(old, language);
  const is = headlinesOf(now, language);
  const vocabularies = [now.vocabulary, ...(old === null ? [] : [old.vocabulary])];
  const measures = new Set(vocabularies.flatMap(({ measureIds }) => measureIds));
  const headlines: Headline[] = [...measures].flatMap((measure) => {
    const [before, after] = [was.get(measure) ?? null, is.get(measure) ?? null];
    if (before === null && after === null) return [];
    const vocabulary = vocabularies.find(({ measureIds }) => measureIds.includes(measure)) ?? now.vocabulary;
    return [{ label: words(language).of(vocabulary).measure(measure).label, before, after }];
  });
  // Of another dataset no record is the same, whatever its id.
  const isSame = old !== null && old.snapshot.catalogue.meta.name === now.snapshot.catalogue.meta.name;
  const changes = await changesFor(isSame ? old : null, now);
  const { assemblies, sources } = now.snapshot.catalogue;
  // What is gone has its name still where it was.
  const places = { ...now.tree, get: (place: string) => now.tree.get(place) ?? old?.tree.get(place) };
  return { headlines, changes, places, assemblies, sources };
}

/** The sentence of each measure that something is counted of, over all places and days. */
function headlinesOf(loaded: LoadedSnapshot, language: Language): Map<MeasureId, string> {
  const query = { ...emptyQuery, measure: loaded.vocabulary.measureIds, lang: language };
  const counts = countsFor(query, loaded);
  const counted = new Set(counts.totals.map(({ measure }) => measure));
  const findings = findingsOf(query, counts, loaded, words(language));
  return new Map(
    findings.flatMap(({ measure, headline }) => (counted.has(measure) ? [[measure, headline]] : [])),
  );
}

export async function withSnapshot<T>(
  { store, id }: At,
  work: (loaded: LoadedSnapshot) => Promise<T>,
): Promise<T> {
  const snapshot = await store.open(id);
  try {
    return await work(await loadSnapshot(snapshot));
  } finally {
    await snapshot.close();
  }
}
