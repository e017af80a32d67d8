import { describe, expect, it } from 'vitest';
import { printRoute, type Route, readRoute } from '../../src/address/routes.ts';

describe('readRoute', () => {
  const routes: Exclude<Route, { page: 'unknown' }>[] = [
    { page: 'charts' },
    { page: 'sources' },
    { page: 'methods' },
    { page: 'presentation' },
    { page: 'present' },
    { page: 'data' },
    { page: 'source', id: 'a-source' },
    { page: 'record', id: 'a/record?' },
  ];

  it.each(routes)('reads back the path of $page', (route) => {
    expect(readRoute(printRoute(route))).toEqual(route);
  });

  it.each(['/records', '/sources/a/b', '/nowhere', '/methods/x', '/data/x'])(
    'knows no page under %s',
    (path) => {
      expect(readRoute(path)).toEqual({ page: 'unknown' });
    },
  );

  it('takes a stray percent sign as it stands', () => {
    expect(readRoute('/records/100%')).toEqual({ page: 'record', id: '100%' });
  });
});
