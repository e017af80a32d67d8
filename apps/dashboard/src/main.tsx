import '@article21/pages/design/tokens.css';
import './design/fonts.css';
import '@article21/pages/design/fallback-fonts.css';
import '@article21/pages/design/base.css';
import '@article21/pages/design/controls.css';
import './frame/frame.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { PageProvider } from './frame/page-context.tsx';
import { discard, prepare } from './hydrate.ts';
import { createQueryClient } from './queries.ts';
import { address } from './url/location.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

const client = createQueryClient();
const app = (
  <StrictMode>
    <QueryClientProvider client={client}>
      <PageProvider>
        <App />
      </PageProvider>
    </QueryClientProvider>
  </StrictMode>
);

/** Not awaited by the module: the parts of a page import it, and `prepare` waits for them. */
async function start(into: HTMLElement): Promise<void> {
  if (await prepare(client, address())) hydrateRoot(into, app);
  else {
    discard(into);
    createRoot(into).render(app);
  }
}
void start(root);
