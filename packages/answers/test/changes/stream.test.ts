import { expect, it } from 'vitest';
import { allRecords } from '../../src/changes/index.ts';

it('all records are asked for basis by basis and page by page, with no filter', async () => {
  const asked: { basis: string; cursor: string | null }[] = [];
  const record = (id: string) => ({ id }) as never;
  const stream = allRecords(async ({ basis, cursor, ...rest }) => {
    asked.push({ basis, cursor });
    const { limit, ...filters } = rest;
    expect(limit).toBe(5000);
    expect(filters).toMatchObject({ measures: null, kinds: null, places: null, from: null, to: null });
    expect(filters).toMatchObject({ phases: [], undated: null });
    const last = basis === 'summary' || cursor === 'next';
    return { records: [record(`${basis} ${cursor}`)], next: last ? null : 'next' };
  });
  const ids: string[] = [];
  for await (const { id } of stream) ids.push(id);
  expect(ids).toEqual(['incident null', 'incident next', 'summary null']);
  expect(asked).toHaveLength(3);
});
