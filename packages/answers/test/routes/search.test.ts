import { endpoints, type SearchAnswer } from '@article21/contract';
import { words } from '@article21/messages';
import { describe, expect, it } from 'vitest';
import { type LoadedSnapshot, provideSearchIndex, routes, searchIndexOf } from '../../src/index.ts';
import { files, serveDataset } from '../loaded-dataset.ts';

const statement = files['sources/statement.txt'];
const changes = {
  'sources/statement.txt': `${statement}\nThe opposition party Álga was named twice. Nothing else of alga was said.\n`,
};

/** The dataset, published for a test. */
const serve = () => serveDataset(changes as Partial<typeof files>);

async function found(query: string, loaded: LoadedSnapshot): Promise<SearchAnswer> {
  const route = routes.find(({ endpoint }) => endpoint.path === endpoints.search.path);
  if (!route) throw new Error('no route of the search');
  const search = new URLSearchParams(query);
  const answer = await (await route.read({ params: {}, search, loaded, words })).answer();
  return endpoints.search.answer.parse(answer);
}
const idsOf = ({ records }: SearchAnswer) => records.map(({ id }) => id);

describe('a search', () => {
  it('finds sentences that no record quotes, whatever the capitals and accents, and where they begin', async () => {
    const loaded = await serve();
    const { sentences, total, records, next } = await found('q=ALGA', loaded);
    expect(records).toEqual([]);
    expect([total, next]).toEqual([2, null]);
    expect(sentences.map(({ text }) => text)).toEqual([
      'The opposition party Álga was named twice.',
      'Nothing else of alga was said.',
    ]);
    const text = (await loaded.snapshot.text('statement')) ?? '';
    for (const { start, text: said } of sentences) expect(text.slice(start).startsWith(said)).toBe(true);
    expect((await found('q=named+alga', loaded)).total).toBe(1);
  });

  it('finds places by their names in any language, and the records in them', async () => {
    const loaded = await serve();
    const { places, records } = await found('q=ош', loaded);
    expect(places).toContain('osh');
    expect(records.length).toBeGreaterThan(0);
    expect(records.every(({ place }) => place === 'osh')).toBe(true);
    expect(await found('q=Osh', loaded)).toMatchObject({ places, records });
  });

  it('finds records by their kind in any language, whichever was asked first', async () => {
    const loaded = await serve();
    const english = idsOf(await found('q=detention', loaded));
    expect(english.length).toBeGreaterThan(0);
    expect(idsOf(await found('q=задержание', loaded))).toEqual(english);
  });

  it('answers all results once, page by page', async () => {
    const loaded = await serve();
    const all = await found('q=a&limit=50', loaded);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SearchAnswer = await found(
        `q=a&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`,
        loaded,
      );
      paged.push(...idsOf(page), ...page.sentences.map(({ text }) => text));
      expect(page.total).toBe(all.total);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual([...idsOf(all), ...all.sentences.map(({ text }) => text)]);
    expect((await found('q=a&cursor=999999', loaded)).records).toEqual([]);
  });

  it('finds nothing without words, and takes no text for more than text', async () => {
    const loaded = await serve();
    for (const query of ['', 'q=', 'q=+%0A', 'q=.*', 'q=%25', 'q=%27+OR+1=1', 'q=__proto__'])
      expect(await found(query, loaded), query).toMatchObject({ total: 0, places: [], next: null });
  });

  it('says how many places and sources it leaves out', async () => {
    const loaded = await serve();
    const osh = loaded.tree.places.find(({ id }) => id === 'osh');
    if (!osh) throw new Error('no Osh');
    const places = Array.from({ length: 25 }, (_, i) => ({ ...osh, id: `osh-${i}` }));
    const long = { ...loaded.snapshot, text: async () => 'o'.repeat(5_000_001) };
    const large = { ...loaded, tree: { ...loaded.tree, places }, snapshot: long };
    const { places: named, morePlaces, unsearchedSources, sentences } = await found('q=osh', large);
    expect([named.length, morePlaces, sentences]).toEqual([20, 5, []]);
    expect(unsearchedSources).toBe(
      loaded.snapshot.catalogue.sources.filter(({ visibility }) => visibility === 'public').length,
    );
    expect(await found('q=osh', loaded)).toMatchObject({ morePlaces: 0, unsearchedSources: 0 });
  });

  it('refuses what is too long or no page', async () => {
    const loaded = await serve();
    for (const query of [`q=${'a'.repeat(101)}`, 'q=a&cursor=-1', 'q=a&limit=51', 'q=a&limit=x'])
      await expect(found(query, loaded), query).rejects.toThrow();
  });

  it('does not say what an internal source says', async () => {
    const loaded = await serve();
    expect((await found('q=three+of+us', loaded)).total).toBe(0);
    const { records } = await found('q=d4', loaded);
    expect(records.map(({ id }) => id)).toEqual(['d4']);
    expect(JSON.stringify(records)).not.toContain('three of us');
  });

  it('answers the same from an index that was made elsewhere and came as text, and makes none then', async () => {
    const [made, given] = [await serve(), await serve()];
    const text = JSON.stringify(await searchIndexOf(made));
    const whole = () => Promise.reject(new Error('it was read anew'));
    const loaded = { ...given, snapshot: { ...given.snapshot, records: whole, text: whole } };
    provideSearchIndex(loaded, () => JSON.parse(text));
    for (const query of ['q=alga', 'q=ош', 'q=a&limit=50', 'q=detention&cursor=3'])
      expect(await found(query, loaded)).toEqual(await found(query, made));
  });
});
