const BASE = 'http://page.invalid';

/**
 * Where a page of the site (`/sources/x?lang=kk`) stands in a mirror, relative to its root (`sources/x/?lang=kk`). Each
 * page is a folder with an `index.html`; records, of which there may be very many, share one.
 */
export function mirrorAddress(address: string): string {
  const { pathname, search } = new URL(address, BASE);
  const [, record] = /^\/records\/([^/]+)$/.exec(pathname) ?? [];
  if (record !== undefined) return `records/?id=${record}${search.replace('?', '&')}`;
  const folder = pathname.slice(1);
  return `${folder}${folder === '' ? '' : '/'}${search}`;
}

/** The page of the site that a relative address of a mirror is; reads what `mirrorAddress` wrote. */
export function siteAddress(relative: string): string {
  const { pathname, search } = new URL(relative, BASE);
  const path = pathname.replace(/\/(?:index\.html)?$/, '');
  const [, record, rest = ''] = path === '/records' ? (/^\?id=([^&]+)&?(.*)$/.exec(search) ?? []) : [];
  if (record !== undefined) return `/records/${record}${rest === '' ? '' : `?${rest}`}`;
  return `${path === '' ? '/' : path}${search}`;
}
