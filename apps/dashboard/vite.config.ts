import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { noDictionaries } from './build/no-dictionaries.ts';
import { preloadChart } from './build/preload-chart.ts';
import { pureSchemas } from './build/pure-schemas.ts';

const api = process.env.API_URL ?? 'http://localhost:4321';

export default defineConfig({
  plugins: [pureSchemas(), noDictionaries(), react(), preloadChart(), compress()],
  server: { port: 4320, strictPort: true, proxy: { '/api/': api, '/openapi.json': api } },
  build: {
    target: 'es2023',
    // A font in a data address would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
