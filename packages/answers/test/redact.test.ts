import { describe, expect, it } from 'vitest';
import { redact, shownFiles } from '../src/index.ts';
import { edited, serveDataset } from './loaded-dataset.ts';

const unseen = {
  kind: 'quotation',
  quote: null,
  stated: null,
  prefix: null,
  suffix: null,
  start: null,
  end: null,
};
const hidden = { 'sources.csv': edited('sources.csv', 'en,public', 'en,internal') };

describe('the words of a source', () => {
  it('are shown of a public one only', async () => {
    const loaded = await serveDataset();
    const d1 = await loaded.snapshot.record('d1');
    if (!d1) throw new Error('d1 is missing');
    expect(redact(d1, loaded)).toEqual(d1);
    const unknown = { ...d1, evidence: d1.evidence.map((it) => ({ ...it, source: 'unknown' })) };
    expect(redact(unknown, loaded).evidence).toEqual([{ source: 'unknown', ...unseen }]);
    const internal = { ...d1, evidence: d1.evidence.map((it) => ({ ...it, source: 'diary' })) };
    expect(redact(internal, loaded)).toEqual({ ...d1, evidence: [{ source: 'diary', ...unseen }] });
  });

  it('are not shown of one that is internal in the snapshot that it is compared with', async () => {
    const [loaded, other] = await Promise.all([serveDataset(), serveDataset(hidden)]);
    const d1 = await loaded.snapshot.record('d1');
    if (!d1) throw new Error('d1 is missing');
    expect(redact(d1, loaded, loaded)).toEqual(d1);
    expect(redact(d1, loaded, other).evidence).toEqual([{ source: 'statement', ...unseen }]);
    expect(redact(d1, other, loaded).evidence).toEqual([{ source: 'statement', ...unseen }]);
  });
});

it('of a dataset with an internal source only those files are listed that were made without its words', async () => {
  const { snapshot } = await serveDataset();
  const [made, texts] = [['cells.bin', 'outlines.json', 'records.ndjson'], ['texts/statement.txt']];
  expect(shownFiles(snapshot).map(({ path }) => path)).toEqual([...made, ...texts]);
});

it('of a dataset without one all its files are listed, and none that lies beside them', async () => {
  const { snapshot } = await serveDataset({
    'sources.csv': edited('sources.csv', 'en,internal', 'en,public'),
  });
  expect(shownFiles(snapshot)).toEqual(snapshot.manifest.files);
  const notes = { path: 'files/sources/interview.txt', bytes: 9, sha256: '0'.repeat(64) };
  const files = [...snapshot.manifest.files, notes];
  expect(shownFiles({ ...snapshot, manifest: { ...snapshot.manifest, files } })).toEqual(
    snapshot.manifest.files,
  );
});
