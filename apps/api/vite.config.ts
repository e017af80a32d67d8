import { defineConfig } from 'vite';

/** What stands beside the bundle: native libraries, WASM, fonts, what starts threads from its own files, and the driver of a database that few need. */
const outside = [
  '@duckdb/node-api',
  '@expo-google-fonts/source-sans-3',
  '@expo-google-fonts/source-serif-4',
  '@resvg/resvg-js',
  'harfbuzzjs',
  'pg',
  'pg-copy-streams',
  'piscina',
];

/** The service as dist/server.js, the program of its threads as dist/thread.js, and what both load when they first draw. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: {
      input: { server: 'src/server.ts', thread: 'src/work/thread.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  // React has two programs in it, and a server needs the one without warnings.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  // Bundled whole otherwise, so that it starts without walking through node_modules.
  ssr: { noExternal: true, external: outside },
});
