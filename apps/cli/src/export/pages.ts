import type { Served } from '@article21/answers';
import { names, snapshotFolder } from '@article21/mirror';
import { mirrorAddress } from '@article21/mirror/address';
import type { MirrorFile } from '@article21/mirror/write';
import { dashboardPolicy } from '@article21/surfaces/policy';
import { attribute } from './html.ts';

/** The pages of the dashboard, by their addresses. All records share one. */
export function pageAddresses({ snapshot }: Served): string[] {
  const sources = snapshot.catalogue.sources.map(({ id }) => `/sources/${encodeURIComponent(id)}`);
  return ['/', '/sources', '/methods', '/data', '/presentation', '/present', '/records', ...sources];
}

/** A page of the dashboard, to stand in the folder of its address. */
export function pageFile(html: string, address: string, id: string): MirrorFile {
  const folder = mirrorAddress(address);
  return { path: `${folder}index.html`, data: relativePage(html, folder, id) };
}

/**
 * The dashboard's page as it stands in a folder of the mirror: what it loads is found from there, and it says that it
 * is a mirror, of which snapshot.
 */
function relativePage(html: string, folder: string, id: string): string {
  const root = '../'.repeat(folder.split('/').length - 1) || './';
  const files = `${root}${snapshotFolder(id)}/`;
  const first = [names.about, names.cells].map(
    (name) => `<link rel="preload" as="fetch" crossorigin href="${files}${name}" />`,
  );
  const head = [
    // What a static server does not send as a header, as far as a page can say it itself.
    `<meta http-equiv="Content-Security-Policy" content="${attribute(dashboardPolicy.join('; '))}" />`,
    '<meta name="referrer" content="strict-origin-when-cross-origin" />',
    `<meta name="article21-mirror" content="${root}" data-snapshot="${id}" />`,
    ...first,
  ];
  const local = html
    .replace(/\b(href|src)="\.\//g, `$1="${root}`)
    .replace(/\n\s*<noscript>.*?<\/noscript>/s, '');
  return local.replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${head.join('\n    ')}`);
}
