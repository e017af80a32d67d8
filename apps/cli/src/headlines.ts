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
  const [{ everyHeadline, loadSnapshot }, { words }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/messages'),
  ]);
  const snapshot = await store.open(id);
  try {
    const headlines = everyHeadline(await loadSnapshot(snapshot), words('en'));
    return new Map([...headlines].map(([query, { text }]) => [query, text]));
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
