/** Where a reader is. */
export type Route =
  | { page: 'charts' }
  | { page: 'sources' }
  | { page: 'source'; id: string }
  | { page: 'record'; id: string }
  | { page: 'methods' }
  | { page: 'data' }
  | { page: 'search' }
  | { page: 'presentation' }
  | { page: 'present' }
  | { page: 'unknown' };

/** A page that has an address. */
export type KnownRoute = Exclude<Route, { page: 'unknown' }>;

/** A page that can be written for a reader; what is in a presentation only the reader knows. */
export type PageRoute = Exclude<KnownRoute, { page: 'presentation' | 'present' }>;

/** Reads the path of an address. */
export function readRoute(pathname: string): Route {
  const [first = '', second = '', ...rest] = pathname.split('/').filter(Boolean).map(decode);
  if (rest.length > 0) return { page: 'unknown' };
  if (first === '') return { page: 'charts' };
  if (first === 'sources') return second === '' ? { page: 'sources' } : { page: 'source', id: second };
  if (first === 'methods' && second === '') return { page: 'methods' };
  if ((first === 'data' || first === 'search') && second === '') return { page: first };
  if ((first === 'presentation' || first === 'present') && second === '') return { page: first };
  if (first === 'records' && second !== '') return { page: 'record', id: second };
  return { page: 'unknown' };
}

/** The path of a route; `readRoute` reads it back. */
export function printRoute(route: KnownRoute): string {
  switch (route.page) {
    case 'charts':
      return '/';
    case 'methods':
      return '/methods';
    case 'data':
      return '/data';
    case 'search':
      return '/search';
    case 'presentation':
    case 'present':
      return `/${route.page}`;
    case 'sources':
      return '/sources';
    case 'source':
      return `/sources/${encodeURIComponent(route.id)}`;
    case 'record':
      return `/records/${encodeURIComponent(route.id)}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray % is no part of any id; left as it stands, the page says that there is nothing under it.
    return part;
  }
}
