import { defineConfig } from 'vite';

/** What stands beside the bundle: native libraries, WASM, fonts, which are read as files, and the driver of a database that few need. */
const outside = [
  '@duckdb/node-api',
  '@expo-google-fonts/source-sans-3',
  '@expo-google-fonts/source-serif-4',
  '@resvg/resvg-js',
  'harfbuzzjs',
  'pg',
  'pg-copy-streams',
];

/** The program as dist/article21.js and the parts it loads when a command needs them. */
export default defineConfig({
  build: {
    ssr: 'src/article21.ts',
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'article21.js', chunkFileNames: '[name]-[hash].js' } },
  },
  // React has two programs in it, and a server needs the one without warnings.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  // Bundled whole otherwise, so that it starts without walking through node_modules.
  ssr: { noExternal: true, external: outside },
});
