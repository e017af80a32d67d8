import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';

/** `embed.js`, for the pages of others: one classic script that leaves no names behind. */
export default defineConfig({
  plugins: [compress()],
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: 'src/embed/host.ts',
      output: { format: 'iife', entryFileNames: 'embed.js' },
    },
  },
});
