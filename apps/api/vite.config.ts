import { defineConfig } from 'vite';
import { nodeProgram } from '../../node-program.vite.ts';

/** The service as dist/server.js, the program of its threads as dist/thread.js, and what both load when they first draw. */
export default defineConfig(
  nodeProgram({
    input: { server: 'src/server.ts', thread: 'src/work/thread.ts' },
    external: [
      '@duckdb/node-api',
      '@expo-google-fonts/source-sans-3',
      '@expo-google-fonts/source-serif-4',
      '@resvg/resvg-js',
      'harfbuzzjs',
      // The driver of a database that few need.
      'pg',
      'pg-copy-streams',
      // It starts threads from its own files.
      'piscina',
    ],
  }),
);
