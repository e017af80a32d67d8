import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import base from '@article21/pages/design/base.css?raw';
import controls from '@article21/pages/design/controls.css?raw';
import fallbackFonts from '@article21/pages/design/fallback-fonts.css?raw';
import tokens from '@article21/pages/design/tokens.css?raw';
import { describeError, describeLocation, openStoreAt, readLocation } from '@article21/store';
import { serve } from '@hono/node-server';
import { createDesk } from './app.tsx';
import keepForm from './coding/keep-form.js?raw';
import selectWords from './coding/select-words.js?raw';
import own from './desk.css?raw';
import chosenFile from './pages/chosen-file.js?raw';

// `article21 desk` starts this with the folder; the rest it takes from the same variables as the server.
const { env } = process;
const port = Number(env.PORT || '4322');
const location = readLocation({
  dataDir: resolve(env.DATA_DIR || '.data'),
  cacheDir: resolve(env.CACHE_DIR || '.cache'),
  storeUrl: env.STORE_URL,
  engine: env.ENGINE,
});
const { hono, link } = await createDesk({
  folder: resolve(process.argv[2] ?? 'my-dataset'),
  store: openStoreAt(location),
  place: describeLocation(location),
  // Nobody else on the network reaches it.
  origin: `http://127.0.0.1:${port}`,
  reader: fileURLToPath(new URL('./table-reader.js', import.meta.url)),
  secret: env.ARTICLE21_POLICY_SECRET || undefined,
  style: [tokens, fallbackFonts, base, controls, own].join('\n'),
  scripts: { 'select-words.js': selectWords, 'keep-form.js': keepForm, 'chosen-file.js': chosenFile },
  warn: (error) => {
    for (const line of describeError(error)) process.stderr.write(`article21 desk: ${line}\n`);
  },
  today: () => new Date().toLocaleDateString('sv'),
});
const server = serve({ fetch: hono.fetch, hostname: '127.0.0.1', port }, () => {
  process.stdout.write(`Open this link, which works once:\n${link}\n`);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE' ? `port ${port} is taken: set PORT to another` : error.message;
  process.stderr.write(`article21 desk: ${taken}\n`);
  process.exit(3);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
