import { endpoints } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { CANARY, publishMade } from './fixture.ts';
import { publishedApp } from './published-app.ts';

const { hono, client, store } = await publishedApp(publishMade);

describe('the words of an internal source', () => {
  it('are in the snapshot, so that this test can fail', async () => {
    const id = (await store.current()) ?? '';
    const snapshot = await store.open(id);
    expect(JSON.stringify(await snapshot.record('hidden'))).toContain(CANARY);
    await snapshot.close();
  });

  it('are withheld from its record, which is still counted', async () => {
    const [evidence] = (await client.record('hidden')).evidence;
    const nothing = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
    expect(evidence).toEqual({ kind: 'quotation', source: 'notebook', ...nothing });
    expect((await client.counts({ measure: ['fines'] })).totals[0]?.records).toBe(1);
  });

  it('are withheld from the source itself, of which the rest may be known', async () => {
    expect(await client.source('notebook')).toMatchObject({ visibility: 'internal', text: null });
    expect((await client.source('statement')).text).toBe('Somebody was detained.');
  });

  it('cannot be guessed by their hash', async () => {
    const paths = (await client.snapshot()).files.map(({ path }) => path);
    expect(paths).toContain('texts/statement.txt');
    expect(paths.filter((path) => path.startsWith('files/'))).toEqual([]);
  });

  it('appear on no route, whatever is asked', async () => {
    const ids = ['hidden', 'undated', 'statement', 'notebook', 'current', CANARY];
    const queries = [
      '',
      '?limit=200',
      '?measure=fines',
      '?by=place,period',
      `?title=${CANARY}`,
      '?cursor=x',
      '?lang=kk',
    ];
    const paths = Object.values(endpoints).flatMap(({ path }) => ids.map((id) => path.replace('{id}', id)));
    for (const path of new Set([...paths, '/openapi.json', '/api', '/']))
      for (const query of queries) {
        const response = await hono.request(path + query);
        const said = (await response.text()) + JSON.stringify([...response.headers]);
        // What a reader typed may come back in a refusal; the source's own sentence never.
        const unseen = (path + query).includes(CANARY) ? `says ${CANARY}` : CANARY;
        expect([path, query, said.includes(unseen)]).toEqual([path, query, false]);
      }
  });
});
