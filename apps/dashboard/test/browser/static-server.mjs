// What any web space does with a folder of files, and nothing more: no API, no headers of ours, no compression.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves a folder under a path that begins and ends with a slash. */
export function serveFolder(folder, mount, port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    const file = path.startsWith(mount) ? join(folder, path.slice(mount.length)) : null;
    const found = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const page = found?.isDirectory() ? join(file, 'index.html') : file;
    if (!page || !statSync(page, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'content-type': types['.html'] }).end('<!doctype html><title>404</title>');
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(page)] ?? 'application/octet-stream' });
    createReadStream(page).pipe(response);
  });
  server.listen(port);
  return server;
}
