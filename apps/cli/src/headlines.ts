import type { LoadedSnapshot } from '@article21/answers';
import { emptyQuery } from '@article21/model';
import type { Store } from '@article21/store';

/** What is said of a question in one edition of a dataset and in another; null where nothing is. */
export interface ChangedHeadline {
  /** The query: `measure=detentions&place=almaty`. */
  query: string;
  before: string | null;
  after: string | null;
}

/** The sentences of a snapshot in English: of each measure that it has, everywhere and in each of its places. */
export async function headlinesOf(store: Store, id: string): Promise<Map<string, string>> {
  const [{ countsFor, findingsOf, loadSnapshot }, { words }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/messages'),
  ]);
  const snapshot = await store.open(id);
  try {
    const loaded: LoadedSnapshot = await loadSnapshot(snapshot);
    const said = new Map<string, string>();
    for (const measure of loaded.cube.present)
      for (const place of [null, ...loaded.placeIds]) {
        const query = { ...emptyQuery, measure: [measure], place: place === null ? [] : [place] };
        const counts = countsFor(query, loaded);
        // Of a place that has nothing there is nothing to say.
        if (place !== null && counts.totals.every(({ records }) => records === 0)) continue;
        const [finding] = findingsOf(query, counts, loaded, words('en'));
        const address = `measure=${measure}${place === null ? '' : `&place=${place}`}`;
        if (finding) said.set(address, [finding.headline, ...finding.remarks].join(' '));
      }
    return said;
  } finally {
    await snapshot.close();
  }
}

/** The sentences that two editions do not share, in the order of the first. */
export function changedHeadlines(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ChangedHeadline[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((query) => {
    const [old, now] = [before.get(query) ?? null, after.get(query) ?? null];
    return old === now ? [] : [{ query, before: old, after: now }];
  });
}
