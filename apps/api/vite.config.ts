import { defineConfig } from 'vite';

/** What stands beside the bundle: native libraries, WASM, and fonts, which are read as files. */
const outside = [
  '@duckdb/node-api',
  '@expo-google-fonts/source-sans-3',
  '@expo-google-fonts/source-serif-4',
  '@resvg/resvg-js',
  'harfbuzzjs',
];

/** The service as dist/server.js, and what it loads when it first draws. */
export default defineConfig({
  build: {
    ssr: 'src/server.ts',
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'server.js', chunkFileNames: '[name]-[hash].js' } },
  },
  // Bundled whole otherwise, so that it starts without walking through node_modules.
  ssr: { noExternal: true, external: outside },
});
