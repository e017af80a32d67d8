import { queryKeys } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { paths } from '../src/client.ts';
import { endpoints, problemSchema, problems } from '../src/index.ts';

describe('the endpoints', () => {
  it.each(Object.entries(endpoints))('%s answers its own example', (_, { answer, example }) => {
    expect(answer.parse(example)).toEqual(example);
  });

  it('take the whole vocabulary of a chart, so that one link serves every surface', () => {
    for (const { query } of [
      endpoints.counts,
      endpoints.countsCsv,
      endpoints.countsSheetCsv,
      endpoints.countsXlsx,
    ])
      expect(Object.keys(query)).toEqual(queryKeys);
    expect(Object.keys(endpoints.records.query)).toEqual([
      ...queryKeys,
      ...['at', 'region', 'bucket', 'undated', 'cursor', 'limit'],
    ]);
  });

  it('stand where the client looks for them', () => {
    const fill = (path: string) => path.replace('{id}', 'x');
    const asked = Object.entries(paths).map(([name, path]) => {
      const ids = Object.keys(endpoints[name as keyof typeof endpoints].params).map(() => 'x');
      return [name, (path as (...ids: string[]) => string)(...ids)];
    });
    const served = Object.entries(endpoints).map(([name, { path }]) => [name, fill(path)]);
    const byId = asked.filter(([name]) => name === 'record' || name === 'source');
    expect(byId).toEqual(expect.arrayContaining(served.filter(([, path]) => path?.endsWith('/x'))));
    expect(asked.map(([name]) => name).sort()).toEqual(served.map(([name]) => name).sort());
  });

  it('are asked in their documentation only with keys that they know', () => {
    for (const { query, requests } of Object.values(endpoints))
      for (const request of requests)
        for (const key of new URL(request, 'https://example.org').searchParams.keys())
          expect(Object.keys(query)).toContain(key);
  });
});

describe('a problem', () => {
  it('has its status as RFC 9457 asks, and no member that is not declared', () => {
    const problem = { type: 'about:blank', title: 'No', status: 404, detail: 'no record x', issues: [] };
    expect(problemSchema.safeParse(problem).success).toBe(true);
    expect(problemSchema.safeParse({ ...problem, stack: 'at x' }).success).toBe(false);
    for (const { status } of Object.values(problems)) expect(status).toBeGreaterThanOrEqual(400);
  });
});
