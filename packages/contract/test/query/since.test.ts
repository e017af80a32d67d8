import { describe, expect, it } from 'vitest';
import { endpoints, parseEndpointQuery } from '../../src/index.ts';

const read = (text: string) => {
  const { query, issues } = parseEndpointQuery(endpoints.changes, new URLSearchParams(text));
  return { since: query.since, issues };
};
const id = '2012-09-25-3f9c0a417d2be586';

describe('what a snapshot is compared with', () => {
  it('is the one that is named, or none', () => {
    expect(read(`since=${id}`)).toEqual({ since: id, issues: [] });
    expect(read('')).toEqual({ since: null, issues: [] });
  });

  it.each([
    ['since=yesterday', 'since', 'unreadable', 'not a snapshot id'],
    [`since=${id}&since=${id}`, 'since', 'duplicate_key', 'since is given 2 times'],
    [`snapshot=${id}`, 'snapshot', 'unknown_key', 'unknown key: snapshot'],
    ['colour=red', 'colour', 'unknown_key', 'unknown key: colour'],
  ])('is refused when it is %s', (text, key, code, message) => {
    const { since, issues } = read(text);
    expect([since, issues]).toEqual([null, [expect.objectContaining({ key, code, message })]]);
    expect(issues[0]?.hint).not.toBe('');
  });
});
