import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { noEval } from './build/no-eval.ts';
import { pureSchemas } from './build/pure-schemas.ts';

/**
 * What counts a small snapshot in the page, loaded once the first chart stands. It is built beside the dashboard and not
 * with it: what both use would stand in a file of its own, and bring zod to every first chart.
 */
export default defineConfig({
  plugins: [pureSchemas(), noEval(), compress()],
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: 'src/local-counts/program.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'local-counts.js', codeSplitting: false },
    },
  },
});
