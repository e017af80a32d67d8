import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { pureSchemas } from './build/pure-schemas.ts';
import { withoutZod } from './build/without-zod.ts';

/**
 * What runs in an embed. It is built beside the dashboard and not with it: in somebody else's page nothing is cached
 * of the dashboard, and one file is asked for instead of several. Its entry keeps its name, so that a page that was
 * cached for ever finds the script of today; with relative addresses it also runs from the folder of a copy.
 */
export default defineConfig({
  plugins: [pureSchemas(), withoutZod(), compress()],
  publicDir: false,
  base: './',
  build: {
    target: 'es2023',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { 'embed-frame': 'src/embed/frame.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/embed-[name]-[hash].js' },
    },
  },
});
