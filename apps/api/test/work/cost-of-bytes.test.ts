import { loadSnapshot, routes } from '@article21/answers';
import { words } from '@article21/messages';
import { afterAll, expect, it } from 'vitest';
import { textOf } from '../../src/jobs/data.ts';
import { costOfData } from '../../src/work/cost.ts';
import { publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
afterAll(() => folder.remove());

/** A snapshot of so many records, which lie in different months. */
async function servedOf(records: number) {
  const id = await publishMade(store, folder.path, {
    detentions: 20,
    called: `-${records}`,
    edit: ([first, ...rest]) =>
      Array.from({ length: records }, (_, i) => {
        const day = `${1900 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-10`;
        const charted = { from: day, to: day, day: null, by: 'day', approximate: false } as const;
        return { ...(first ?? rest[0] ?? fail()), id: `d-${i}`, date: day, charted };
      }),
  });
  const snapshot = await store.open(id);
  return { ...(await loadSnapshot(snapshot)), snapshot };
}

function fail(): never {
  throw new Error('the made dataset has no record');
}

/** What is as long as there are records, or months. */
const growing = [
  ...['/api/v1/counts', '/api/v1/counts.csv', '/api/v1/counts.sheet.csv', '/chart.csv', '/chart.json'].map(
    (path) => `${path}?measure=detentions&by=period&every=month`,
  ),
  '/api/v1/records.csv?',
];

/** Milliseconds of a processor for a kilobyte, as measured: JSON is written by the system, tables are not. */
const least = (address: string) => (/csv/.test(address) ? 0.15 : 0.04);

it('every kind of text is estimated by what it has to write', async () => {
  const [few, many] = [await servedOf(120), await servedOf(1_200)];
  const rates = [];
  for (const address of growing) {
    const url = new URL(address, 'http://localhost');
    const route = routes.find(({ endpoint }) => endpoint.path === url.pathname);
    const of = async (loaded: typeof few) => {
      const understood = await route?.read({ params: {}, search: url.searchParams, loaded, words });
      if (!understood) throw new Error(`no route of ${address}`);
      const { length } = textOf(await understood.answer());
      return { cost: costOfData(url.pathname, understood, loaded), length };
    };
    const [a, b] = [await of(few), await of(many)];
    expect(b.length).toBeGreaterThan(5 * a.length);
    rates.push({ address, rate: (b.cost - a.cost) / ((b.length - a.length) / 1000) });
  }
  expect(rates.filter(({ address, rate }) => rate < least(address) || rate > 1)).toEqual([]);
});
