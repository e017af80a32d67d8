import { parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { ApiProblem, createClient, paths } from '../src/client.ts';

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('the client', () => {
  it('asks for the canonical address and answers the parsed body', async () => {
    const asked: string[] = [];
    const client = createClient((url) => {
      asked.push(url);
      return json({ records: [], next: null });
    }, 'https://example.org');
    const from = parseDay('2012-04-01');
    expect(await client.records({ measure: ['detentions'], from, at: ['almaty'] })).toEqual({
      records: [],
      next: null,
    });
    expect(asked).toEqual([
      'https://example.org/api/v1/records?measure=detentions&from=2012-04-01&at=almaty',
    ]);
  });

  it('reads back what is not known of a record, which is published without a number', async () => {
    const count = { notation: '?', low: null, high: null, approximate: false, unnumbered: 1 };
    const record = { id: 'r', count, amount: { ...count, cents: count }, days: null };
    const client = createClient(() => json(record));
    const read = { ...count, low: 0, high: 0 };
    const wanted = { id: 'r', count: read, amount: { ...read, cents: read }, days: null };
    expect(await client.record('r')).toEqual(wanted);
    const every = createClient(() => json({ records: [record], next: null }));
    expect(await every.records()).toEqual({ records: [wanted], next: null });
  });

  it('throws what the API says of a refused request', async () => {
    const problem = {
      type: 'https://example.org/api#invalid-query',
      title: 'The query cannot be read',
      status: 400,
      detail: 'one key cannot be read',
      issues: [
        { key: 'measure', code: 'unknown_value', stated: 'x', message: 'unknown value: x', hint: 'known: …' },
      ],
    };
    const client = createClient(() => json(problem, 400, 'application/problem+json'));
    const error = await client.counts().catch((it: unknown) => it);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ message: 'unknown value: x', problem });
  });

  it('throws a problem too when something in front of the API fails in its own way', async () => {
    const client = createClient(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(client.health()).rejects.toMatchObject({ problem: { status: 502, issues: [] } });
  });

  it('passes the signal on, so that an answer nobody waits for is not awaited', async () => {
    const abort = new AbortController();
    abort.abort(new Error('gone'));
    const client = createClient(async (_, { signal }) => {
      signal?.throwIfAborted();
      return json({});
    });
    await expect(client.places({}, { signal: abort.signal })).rejects.toThrow('gone');
  });

  it('keeps what is typed as an id within its part of the path', () => {
    expect(paths.record('../../secret')).toBe('/api/v1/records/..%2F..%2Fsecret');
    expect(paths.source('a?b#c', { snapshot: '2012-09-25-3f9c0a417d2be586' })).toBe(
      '/api/v1/sources/a%3Fb%23c?snapshot=2012-09-25-3f9c0a417d2be586',
    );
  });
});
