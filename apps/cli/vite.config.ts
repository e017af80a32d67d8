import { defineConfig } from 'vite';

/** The program as dist/article21.js and the parts it loads when a command needs them. */
export default defineConfig({
  build: {
    ssr: 'src/article21.ts',
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'article21.js', chunkFileNames: '[name]-[hash].js' } },
  },
  // Bundled whole, so that it starts without walking through node_modules; a native library cannot be.
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
});
