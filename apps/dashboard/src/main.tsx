import './design/tokens.css';
import './design/fonts.css';
import './design/near.css';
import './design/base.css';
import './design/controls.css';
import './frame/frame.css';
import { readView } from '@article21/pages/address';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chartSoon } from './chart/soon.tsx';
import { takeOver } from './first/take-over.ts';
import { PageProvider } from './frame/page-context.tsx';
import { languageOf } from './frame/reader-language.ts';
import { discard, prepare } from './hydrate.ts';
import { createQueryClient } from './queries.ts';
import { address } from './url/location.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

const client = createQueryClient();
const view = readView(address());
const app = (
  <StrictMode>
    <QueryClientProvider client={client}>
      <PageProvider>
        <App />
      </PageProvider>
    </QueryClientProvider>
  </StrictMode>
);

if (await prepare(client, view, languageOf(view.query))) hydrateRoot(root, app);
else {
  discard(root);
  takeOver(root);
  if (view.route.page === 'charts') await chartSoon();
  createRoot(root).render(app);
}
