import type { StaticFile, StaticFiles } from './files/serve.ts';

/**
 * The path of a request within a site that stands under `site`: `/methods` of `/kz/methods`. Null of one that is outside,
 * as `/kz` is, which lacks its slash.
 */
export function pathWithin(site: string, pathname: string): string | null {
  return pathname.startsWith(`${site}/`) ? pathname.slice(site.length) : null;
}

/** The files of the dashboard, its page among them as it stands on a site under this path. */
export function placedFiles(files: StaticFiles, site: string): StaticFiles {
  const index = files.get('index.html');
  return index ? new Map([...files, ['index.html', placed(index, site)]]) : files;
}

/** The page was built to stand anywhere: what it loads is found from the site's root, and the program is told the path. */
function placed({ mediaType, hash, encoded }: StaticFile, site: string): StaticFile {
  const html = encoded.identity
    .toString('utf8')
    .replace(/\b(href|src)="\.\//g, `$1="${site}/`)
    .replace('</head>', site === '' ? '</head>' : `<meta name="article21-path" content="${site}"></head>`);
  return { mediaType, hash: `${hash} ${site}`, encoded: { identity: Buffer.from(html) } };
}
