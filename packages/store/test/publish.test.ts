import { describe, expect, it } from 'vitest';
import { engines, openStore } from '../src/index.ts';
import { readSample, sampleDataset } from './datasets.ts';
import { everything, temporaryFolder } from './samples.ts';

describe.each(engines.map((engine) => [engine.id, engine] as const))('publishing with %s', (_, engine) => {
  it('serves the records, the cells, the catalogue and the public texts of a dataset', async () => {
    const store = openStore({ dataDir: await temporaryFolder(), engine });
    expect(await store.current()).toBeNull();
    const id = await published(store, await sampleDataset());
    expect(id).toMatch(/^2012-09-25-[0-9a-f]{16}$/);
    expect(await store.current()).toBe(id);
    const snapshot = await store.open(id);
    expect((await snapshot.records(everything)).records.map((it) => it.id)).toEqual([
      'record-0',
      'record-1',
      'record-2',
    ]);
    expect((await snapshot.record('record-1'))?.count?.low).toBe(1);
    expect([...(await snapshot.cells()).records]).toEqual([3]);
    expect(snapshot.catalogue.places.map((it) => it.id)).toEqual(['almaty']);
    expect(await snapshot.text('statement')).toBe('one was detained');
    expect(await snapshot.text('letter')).toBeNull();
    expect(await snapshot.text('../manifest.json')).toBeNull();
    await snapshot.close();
    expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
  });
});

async function published(store: ReturnType<typeof openStore>, dir: string): Promise<string> {
  const result = await store.publish(dir, readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}
