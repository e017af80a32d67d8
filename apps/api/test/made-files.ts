import type { StaticFiles } from '../src/files/serve.ts';

const index = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="description" content="Built."><title>Article 21</title>
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<script type="module" src="./assets/index-1a2b.js"></script></head>
<body><div id="root"></div><noscript>Built.</noscript></body></html>`;

const file = (mediaType: string, text: string) => ({
  mediaType,
  encoded: { identity: Buffer.from(text) },
  hash: text,
});

/** A dashboard of few files, as it is built: what the page loads is relative to it. */
export const madeFiles: StaticFiles = new Map([
  ['index.html', file('text/html; charset=utf-8', index)],
  ['favicon.svg', file('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['icon.svg', file('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>')],
  ['embed-frame.js', file('text/javascript; charset=utf-8', 'export {};')],
  ['assets/index-1a2b.js', file('text/javascript; charset=utf-8', `export const x = '${'x'.repeat(500)}';`)],
]);
