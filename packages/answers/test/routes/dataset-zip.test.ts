import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { datasetZip } from '../../src/routes/dataset-zip.ts';
import { recordsCsv } from '../../src/routes/records-csv.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';

describe('all that is public of a snapshot', () => {
  it('is a Data Package that describes each of its files', async () => {
    const loaded = await serveDataset();
    const files = unzipSync(await ask<Uint8Array>(datasetZip, loaded));
    const { resources, ...meta } = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array()));
    expect(meta).toMatchObject({ name: 'kyrgyzstan', version: '1.0.0', id: loaded.id });
    const { 'datapackage.json': _itself, ...others } = files;
    expect(
      Object.fromEntries(resources.map((it: { path: string; bytes: number }) => [it.path, it.bytes])),
    ).toEqual(Object.fromEntries(Object.entries(others).map(([path, { length }]) => [path, length])));
    const [{ schema }] = resources;
    const types = Object.fromEntries(
      schema.fields.map((it: { name: string; type: string }) => [it.name, it.type]),
    );
    expect(types).toMatchObject({
      id: 'string',
      from: 'date',
      count_low: 'number',
      count_approximate: 'boolean',
    });
  });

  it('has the records of incidents and summaries, and the texts of public sources alone', async () => {
    const loaded = await serveDataset();
    const files = unzipSync(await ask<Uint8Array>(datasetZip, loaded));
    const csv = strFromU8(files['records.csv'] ?? new Uint8Array());
    const [head, ...incidents] = (await ask<string>(recordsCsv, loaded)).split('\r\n');
    const [, ...summaries] = (await ask<string>(recordsCsv, loaded, 'basis=summary')).split('\r\n');
    expect(csv.split('\r\n').sort()).toEqual([head, ...incidents, ...summaries.filter(Boolean)].sort());
    expect(Object.keys(files).filter((path) => path.startsWith('texts/'))).toEqual(['texts/statement.txt']);
    for (const bytes of Object.values(files)) {
      expect(strFromU8(bytes)).not.toContain('three of us');
      expect(strFromU8(bytes)).not.toContain('diary.txt');
    }
    expect(strFromU8((files['records.parquet'] ?? new Uint8Array()).slice(0, 4))).toBe('PAR1');
  });

  it('is the same bytes each time, and refused where it is too large for one file', async () => {
    const loaded = await serveDataset();
    expect(await ask(datasetZip, loaded)).toEqual(await ask(datasetZip, loaded));
    const large = [
      { ...loaded.snapshot.manifest, records: 100_001 },
      { ...loaded.snapshot.manifest, files: [{ path: 'texts/a.txt', bytes: 2 ** 27, sha256: '' }] },
    ];
    for (const manifest of large)
      await expect(
        understand(datasetZip, { ...loaded, snapshot: { ...loaded.snapshot, manifest } }),
      ).rejects.toMatchObject({ kind: 'too-much' });
  });
});
