import { describe, expect, it } from 'vitest';
import { changesFor, changesSince, publishedBefore } from '../../src/changes/index.ts';
import { edited, files, serveDataset } from '../loaded-dataset.ts';

const records = (text: string, by: string) => ({ 'records.csv': edited('records.csv', text, by) });

describe('what changed since another snapshot', () => {
  it('is the columns of a record that differ, what was added and what was removed', async () => {
    const before = await serveDataset();
    const text = files['records.csv']
      .replace('rally,during,~10,,,incident,a note', 'rally,after,~12,,,incident,')
      .replace(/^w1.*\n/m, '')
      .replace('s1,', 'd5,detention,osh,2021-05-04,,,1,,,incident,\ns1,');
    const evidence = files['evidence.csv']
      .replace(/^w1.*\n/m, '')
      .replace('s1,', 'd5,statement,Then,Then,,\ns1,');
    const after = await serveDataset({ 'records.csv': text, 'evidence.csv': evidence });
    const answer = await changesSince(before, after);
    expect(answer).toMatchObject({ snapshot: after.id, since: before.id });
    expect(answer.totals).toEqual({ added: 1, removed: 1, changed: 1 });
    const byId = new Map(answer.changes.map((it) => [it.id, it]));
    expect(byId.get('d5')).toMatchObject({ what: 'added', kind: 'detention', place: 'osh', columns: [] });
    expect(byId.get('w1')).toMatchObject({ what: 'removed', date: '../2021-04-11', columns: [] });
    const changed = byId.get('d1');
    expect(changed?.what).toBe('changed');
    expect(changed?.columns.map(({ column }) => column).sort()).toEqual(['count', 'note', 'phase']);
    expect(changed?.columns).toContainEqual({ column: 'note', before: 'a note', after: null });
    expect(changed?.columns).toContainEqual({ column: 'phase', before: 'during', after: 'after' });
  });

  it('has a number that no source states as null, as records have it', async () => {
    const before = await serveDataset();
    const after = await serveDataset(records('rally,during,~10,', 'rally,during,?,'));
    const { changes } = await changesSince(before, after);
    expect(changes[0]?.columns).toMatchObject([
      {
        column: 'count',
        before: { notation: '~10', low: 10, high: 10 },
        after: { notation: '?', low: null, high: null, unnumbered: 1 },
      },
    ]);
  });

  it('is nothing where the records are the same', async () => {
    const before = await serveDataset();
    const title = { 'datapackage.json': files['datapackage.json'].replace('Assemblies', 'Meetings') };
    const answer = await changesSince(before, await serveDataset(title));
    expect(answer).toMatchObject({ totals: { added: 0, removed: 0, changed: 0 }, changes: [] });
  });

  it('is everything before the first publication, of which the first are listed', async () => {
    const loaded = await serveDataset();
    const answer = await changesSince(null, loaded, { listed: 2, read: 0 });
    expect(answer).toMatchObject({ since: null, totals: { added: 7, removed: 0, changed: 0 } });
    expect(answer.changes.map(({ what }) => what)).toEqual(['added', 'added']);
    expect((await changesSince(null, loaded)).changes).toHaveLength(7);
  });

  it('is refused for more records than are read, and the refusal may be part of an answer', async () => {
    const before = await serveDataset();
    const after = await serveDataset(records('~10', '~11'));
    const said = 'the two snapshots have 14 records together; at most 13 are compared';
    const refused = changesSince(before, after, { listed: 500, read: 13 });
    await expect(refused).rejects.toMatchObject({ kind: 'too-much', message: said });
    expect((await changesSince(before, after, { listed: 500, read: 14 })).totals.changed).toBe(1);
    expect(await changesFor(before, after)).toMatchObject({ answer: { totals: { changed: 1 } } });
    const manifest = { ...after.snapshot.manifest, records: 300_000 };
    const large = { ...after, snapshot: { ...after.snapshot, manifest } };
    expect(await changesFor(before, large)).toEqual({
      refusal: { kind: 'too-much', message: expect.stringContaining('at most 200000 are compared') },
    });
  });

  it('that cannot be read is an error, and no refusal', async () => {
    const before = await serveDataset();
    const after = await serveDataset(records('~10', '~11'));
    const failure = new Error('the disk is gone');
    const failing = { ...after, snapshot: { ...after.snapshot, records: () => Promise.reject(failure) } };
    await expect(changesFor(before, failing)).rejects.toBe(failure);
  });

  it('has no word of a source that is internal in one of the two', async () => {
    const hidden = { 'sources.csv': edited('sources.csv', 'en,public', 'en,internal') };
    const before = await serveDataset(hidden);
    const after = await serveDataset(records('~10', '~11'));
    const answer = await changesSince(before, after);
    expect(answer.changes.map(({ id }) => id)).toEqual(['d1']);
    expect(JSON.stringify(answer)).not.toContain('about ten people');
  });
});

describe('the snapshot published before', () => {
  const summary = (id: string, publishedAt: string | null) =>
    ({ id, publishedAt }) as Parameters<typeof publishedBefore>[1][number];

  it('is the last that was published earlier, whatever the days of the datasets', () => {
    const list = [summary('c', '2021-01-02'), summary('b', '2021-01-03'), summary('a', '2021-01-01')];
    expect(list.map(({ id }) => publishedBefore(id, list))).toEqual(['a', 'c', null]);
    const equal = [summary('b', '2021-01-01'), summary('a', '2021-01-01')];
    expect(publishedBefore('b', equal)).toBeNull();
  });

  it('is the next in the list where nobody logged it, and none of an unknown one', () => {
    const list = [summary('b', null), summary('a', '2021-01-01')];
    expect(publishedBefore('b', list)).toBe('a');
    expect(publishedBefore('a', list)).toBeNull();
    expect(publishedBefore('x', list)).toBeNull();
    expect(publishedBefore('a', [summary('a', null)])).toBeNull();
  });
});
