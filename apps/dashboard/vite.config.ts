import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { compress } from './build/compress.ts';
import { noDictionaries } from './build/no-dictionaries.ts';
import { noEval } from './build/no-eval.ts';
import { preloadFirst } from './build/preload-first.ts';
import { pureSchemas } from './build/pure-schemas.ts';
import { withoutZod } from './build/without-zod.ts';

const api = process.env.API_URL ?? 'http://localhost:4321';
const proxied = ['/api/', '/snapshots/', '/openapi.json', '/embed', '/oembed', '/chart.'];
const proxy = Object.fromEntries(proxied.map((path) => [path, api]));
/** Many servers of files leave out what begins with a low line, as the names that Vite gives to its own parts do. */
const names = {
  chunkFileNames: ({ name }: { name: string }) => `assets/${name.replace(/^_+/, '')}-[hash].js`,
};
/**
 * What the first page imports is one file: without this, what several parts import has a file for each set of them, a dozen of
 * less than a kilobyte.
 */
const output: Rolldown.OutputOptions = {
  ...names,
  codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] },
};
const chart = '/src/chart/chart.tsx';
const answerer = '/src/mirror/answerer.ts';

/** The program that an API serves in dist, and with `--mode mirror` the one of an exported site in dist-mirror. */
export default defineConfig(({ mode }) => {
  const mirrored = mode === 'mirror';
  return {
    // A mirror may stand in any folder of any web space, and a server under any path.
    base: './',
    plugins: [
      pureSchemas(),
      noDictionaries(),
      noEval(),
      react(),
      preloadFirst(mirrored ? [chart, answerer] : [chart]),
      // A mirror answers by itself what an API is asked elsewhere, and checks it.
      ...(mirrored ? [] : [withoutZod(), compress()]),
    ],
    // What draws the pictures of a mirror, in a thread of its own.
    worker: {
      format: 'es',
      plugins: () => [pureSchemas(), noEval()],
      rolldownOptions: { output: names },
    },
    server: { port: 4320, strictPort: true, proxy },
    build: {
      outDir: mirrored ? 'dist-mirror' : 'dist',
      target: 'es2023',
      // A font in a data address would need a weaker content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // A style sheet that failed to come with a part is never asked for again: the part would stand there bare.
      cssCodeSplit: false,
      rolldownOptions: { output },
    },
  };
});
