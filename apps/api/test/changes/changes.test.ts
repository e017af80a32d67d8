import { changesSince } from '@article21/answers/changes';
import { endpoints } from '@article21/contract';
import { createClient } from '@article21/contract/client';
import type { RestrictionRecord } from '@article21/model';
import { engine, openStore, type Store } from '@article21/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSnapshots } from '../../src/snapshots.ts';
import { appOf, CANARY, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { publishCorrected, publishKazakhstan } from '../kazakhstan.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let app: ReturnType<typeof appOf>;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = storeIn(folder.path);
  app = appOf(store);
});
afterEach(async () => {
  await app.close();
  await folder.remove();
});

const client = () => createClient(app.hono.request);
const asked = (path: string, headers = {}) => app.hono.request(path, { headers });
const replaced = (id: string, by: Partial<RestrictionRecord>) => (all: RestrictionRecord[]) =>
  all.map((it) => (it.id === id ? { ...it, ...by } : it));

describe('what changed between two snapshots', () => {
  it('is told of Kazakhstan 2012 after a correction: column by column, with what was and what is', async () => {
    const published = openStore({ dataDir: folder.path, engine: engine('duckdb') });
    const served = appOf(published);
    const ask = createClient(served.hono.request);
    const first = await publishKazakhstan(published);
    const second = await publishCorrected(published, folder.path, [
      ['records.csv', ',after,~10,', ',during,10-12,'],
      ['records.csv', '2012-05-31-almaty-detention-2', 'renamed'],
      ['evidence.csv', '2012-05-31-almaty-detention-2', 'renamed'],
    ]);
    const answer = await ask.changes(second, { since: first });
    expect(endpoints.changes.answer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      snapshot: second,
      since: first,
      totals: { added: 1, removed: 1, changed: 1 },
    });
    const changed = answer.changes.find(({ what }) => what === 'changed');
    expect(changed).toMatchObject({
      id: '2012-04-28-almaty-detention-3',
      kind: 'detention',
      place: 'almaty',
    });
    expect(changed?.columns).toEqual([
      { column: 'phase', before: 'after', after: 'during' },
      {
        column: 'count',
        before: { notation: '~10', low: 10, high: 10, approximate: true, unnumbered: 0 },
        after: { notation: '10-12', low: 10, high: 12, approximate: false, unnumbered: 0 },
      },
    ]);
    const others = answer.changes.filter(({ what }) => what !== 'changed');
    expect(others.map(({ id, what, columns }) => [id, what, columns]).sort()).toEqual([
      ['2012-05-31-almaty-detention-2', 'removed', []],
      ['renamed', 'added', []],
    ]);
    const back = await ask.changes(first, { since: second });
    expect(back.totals).toEqual({ added: 1, removed: 1, changed: 1 });
    await served.close();
  });

  it('is nothing where only what stands beside the records did', async () => {
    const first = await publishMade(store, folder.path);
    const second = await publishMade(store, folder.path, { called: 'again' });
    expect(second).not.toBe(first);
    const nothing = { added: 0, removed: 0, changed: 0 };
    expect(await client().changes(second, { since: first })).toMatchObject({ totals: nothing, changes: [] });
    expect(await client().changes(first, { since: first })).toMatchObject({ totals: nothing, changes: [] });
  });

  it('is against the one published before, when none is named, also after a rollback', async () => {
    const ids: string[] = [];
    for (const detentions of [5, 3, 4]) ids.push(await publishMade(store, folder.path, { detentions }));
    const [first = '', second = '', third = ''] = ids;
    expect(await client().changes(second)).toMatchObject({ since: first, totals: { added: 0, removed: 2 } });
    expect(await client().changes(third)).toMatchObject({ since: second, totals: { added: 1, removed: 0 } });
    expect(await client().changes('current')).toMatchObject({ snapshot: third, since: second });
    await store.rollback(second);
    const later = appOf(store);
    const again = await createClient(later.hono.request).changes('current');
    expect(again).toMatchObject({ snapshot: second, since: first });
    await later.close();
  });

  it('is everything in the first snapshot of all', async () => {
    const id = await publishMade(store, folder.path);
    const { since, totals, changes } = await client().changes(id);
    const { records } = await client().snapshot();
    expect([since, totals]).toEqual([null, { added: records, removed: 0, changed: 0 }]);
    expect(changes.map(({ what }) => what)).toEqual(Array.from({ length: records }, () => 'added'));
  });

  it('is a change, not a loss, when a record moved to another day or became a summary', async () => {
    const first = await publishMade(store, folder.path);
    const charted = {
      from: '2014-01-01',
      to: '2014-01-01',
      day: null,
      by: 'day',
      approximate: false,
    } as const;
    const moved = {
      called: 'moved',
      edit: replaced('d-1', { date: '2014-01-01', charted, basis: 'summary' }),
    };
    const second = await publishMade(store, folder.path, moved);
    const { totals, changes } = await client().changes(second, { since: first });
    expect(totals).toEqual({ added: 0, removed: 0, changed: 1 });
    expect(changes[0]?.columns.map(({ column }) => column)).toEqual(['date', 'charted', 'basis']);
  });
});

describe('a comparison that is asked for', () => {
  it('is immutable when both snapshots are named, and revalidated otherwise', async () => {
    const first = await publishMade(store, folder.path, { detentions: 1 });
    const second = await publishMade(store, folder.path, { detentions: 2 });
    const path = `/api/v1/snapshots/${second}/changes`;
    const control = async (it: string) => (await asked(it)).headers.get('cache-control');
    expect(await control(`${path}?since=${first}`)).toBe('public, max-age=31536000, s-maxage=60, immutable');
    for (const it of [
      path,
      '/api/v1/snapshots/current/changes',
      `/api/v1/snapshots/current/changes?since=${first}`,
    ])
      expect(await control(it)).toBe('public, max-age=0, must-revalidate');
    const etag = (await asked(path)).headers.get('etag') ?? '';
    expect((await asked(path, { 'if-none-match': etag })).status).toBe(304);
    await publishMade(store, folder.path, { detentions: 3 });
    expect((await asked(path)).headers.get('etag')).toBe(etag);
  });

  it.each([
    ['since=../../etc', 400, 'since', 'unreadable'],
    ['since=2012-09-25-3f9c0a417d2be586&since=2012-09-25-3f9c0a417d2be586', 400, 'since', 'duplicate_key'],
    ['snapshot=2012-09-25-3f9c0a417d2be586', 400, 'snapshot', 'unknown_key'],
    ['__proto__=1', 400, '__proto__', 'unknown_key'],
  ])('with %s is refused', async (query, status, key, code) => {
    const id = await publishMade(store, folder.path);
    const response = await asked(`/api/v1/snapshots/${id}/changes?${query}`);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, issues: [{ key, code }] });
  });

  it('with a snapshot that is not there, on either side, is 404', async () => {
    const id = await publishMade(store, folder.path);
    const gone = '2012-09-25-3f9c0a417d2be586';
    for (const path of [`${gone}/changes`, `${id}/changes?since=${gone}`]) {
      const response = await asked(`/api/v1/snapshots/${path}`);
      expect(await response.json()).toMatchObject({ status: 404, detail: `there is no snapshot ${gone}` });
    }
    for (const hostile of ['..%2f..', 'CURRENT', '__proto__', `${id}%00`])
      expect((await asked(`/api/v1/snapshots/${hostile}/changes`)).status).toBe(404);
  });
});

describe('two snapshots that are too large', () => {
  it('are refused before anything is read, unless their records are the same', async () => {
    const ids: string[] = [];
    for (const made of [{ detentions: 2 }, { detentions: 3 }, { detentions: 3, called: 'again' }])
      ids.push(await publishMade(store, folder.path, made));
    const snapshots = createSnapshots(store, { now: () => 0 });
    const [first = '', second = '', third = ''] = ids;
    const between = (since: string, id: string) =>
      snapshots.use(since, (before) =>
        snapshots.use(id, (after) => changesSince(before, after, { listed: 1, read: 5 })),
      );
    await expect(between(first, second)).rejects.toMatchObject({
      kind: 'too-much',
      message: expect.stringMatching(/13 records together; at most 5/),
    });
    expect((await between(second, third)).changes).toEqual([]);
    await snapshots.close();
  });

  it('have at most 500 of their differences listed, and all of them counted', async () => {
    const edit = (note: string) => (all: RestrictionRecord[]) =>
      Array.from({ length: 700 }, (_, i) => ({ ...(all[0] as RestrictionRecord), id: `r-${i}`, note }));
    const first = await publishMade(store, folder.path, { called: 'one', edit: edit('before') });
    const second = await publishMade(store, folder.path, { called: 'other', edit: edit('after') });
    const { totals, changes } = await client().changes(second);
    expect([totals, changes.length]).toEqual([{ added: 0, removed: 0, changed: 700 }, 500]);
    expect(changes[0]?.columns).toEqual([{ column: 'note', before: 'before', after: 'after' }]);
    expect((await client().changes(first)).changes).toHaveLength(500);
  });
});

describe('the words of an internal source', () => {
  const evidence = (quote: string) => {
    const rest = { stated: quote, prefix: null, suffix: null, start: 0, end: quote.length };
    return [{ kind: 'quotation' as const, source: 'notebook', quote, ...rest }];
  };

  it('are no difference, and appear in none', async () => {
    const first = await publishMade(store, folder.path);
    const edit = replaced('hidden', { evidence: evidence(`${CANARY} changed`) });
    const second = await publishMade(store, folder.path, { called: 'internal', edit });
    const response = await asked(`/api/v1/snapshots/${second}/changes?since=${first}`);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ totals: { changed: 0 }, changes: [] });
    expect(text).not.toContain(CANARY);
  });

  it('appear in none either when the other snapshot still had them public', async () => {
    const open = { called: 'open', internal: [], edit: replaced('hidden', { evidence: evidence(CANARY) }) };
    const first = await publishMade(store, folder.path, open);
    const shut = { called: 'shut', edit: replaced('hidden', { note: 'now internal' }) };
    const second = await publishMade(store, folder.path, shut);
    for (const [id, since] of [
      [second, first],
      [first, second],
    ] as const) {
      const text = await (await asked(`/api/v1/snapshots/${id}/changes?since=${since}`)).text();
      expect(JSON.parse(text).changes[0].columns.map((it: { column: string }) => it.column)).toEqual([
        'note',
      ]);
      expect(text).not.toContain(CANARY);
    }
  });
});
