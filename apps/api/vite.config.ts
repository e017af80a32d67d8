import { defineConfig } from 'vite';

/** The service as dist/server.js. */
export default defineConfig({
  build: {
    ssr: 'src/server.ts',
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'server.js', chunkFileNames: '[name]-[hash].js' } },
  },
  // Bundled whole, so that it starts without walking through node_modules; a native library or a WASM file cannot be.
  ssr: { noExternal: true, external: ['@duckdb/node-api', '@resvg/resvg-js', 'harfbuzzjs'] },
});
