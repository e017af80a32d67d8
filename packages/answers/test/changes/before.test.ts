import type { SnapshotSummary } from '@article21/store';
import { expect, it } from 'vitest';
import { publishedBefore } from '../../src/changes/index.ts';

const summary = (id: string, name: string, publishedAt: string | null): SnapshotSummary => ({
  ...{
    id,
    name,
    language: 'en',
    title: name,
    version: '1',
    created: '2012-09-25',
    synthetic: false,
    records: 1,
  },
  ...{ publishedAt, current: false, contentHash: '' },
});

it('the snapshot before another is one of its own dataset', () => {
  const all = [
    summary('a-2', 'a', '2026-01-04T00:00:00Z'),
    summary('b-1', 'b', '2026-01-03T00:00:00Z'),
    summary('a-1', 'a', '2026-01-02T00:00:00Z'),
  ];
  expect(all.map(({ id }) => publishedBefore(id, all))).toEqual(['a-1', null, null]);
  expect(publishedBefore('c', all)).toBeNull();
});

it('without a log it is the next older one of its dataset', () => {
  const all = [summary('a-2', 'a', null), summary('b-1', 'b', null), summary('a-1', 'a', null)];
  expect(all.map(({ id }) => publishedBefore(id, all))).toEqual(['a-1', null, null]);
});
