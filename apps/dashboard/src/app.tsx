import { type Route, readView } from '@article21/pages/address';
import { Waiting } from '@article21/pages/views';
import { Fragment, Suspense } from 'react';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Failure } from './frame/failure.tsx';
import { Frame } from './frame/frame.tsx';
import { lazyPart } from './frame/lazy-part.tsx';
import { ChartsPage } from './pages/charts-page.tsx';
import { UnknownPage } from './pages/unknown-page.tsx';
import { useAddress } from './url/location.ts';

const pages = {
  source: lazyPart(() => import('./pages/source-page.tsx').then((it) => it.SourcePage)),
  sources: lazyPart(() => import('./pages/sources-page.tsx').then((it) => it.SourcesPage)),
  methods: lazyPart(() => withTexts(import('./pages/methods-page.tsx').then((it) => it.MethodsPage))),
  data: lazyPart(() => withTexts(import('./pages/data-page.tsx').then((it) => it.DataPage))),
  search: lazyPart(() => import('./pages/search-page.tsx').then((it) => it.SearchPage)),
  record: lazyPart(() => import('./pages/record-page.tsx').then((it) => it.RecordPage)),
  presentation: lazyPart(() =>
    import('./presenting/presentation-page.tsx').then((it) => it.PresentationPage),
  ),
  present: lazyPart(() => import('./presenting/present-page.tsx').then((it) => it.PresentPage)),
};

/** A page, and the long texts that it has. */
async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([
    page,
    import('./about/page-texts.ts').then((it) => it.loadPageTexts()),
  ]);
  return loaded;
}

/** Loads the part of the program that shows a page: one that is there is drawn at once. */
export async function loadPage(page: Route['page']): Promise<void> {
  if (page !== 'charts' && page !== 'unknown') await pages[page].load();
}

export function App() {
  const address = useAddress();
  // What is presented fills the screen.
  const Around = readView(address).route.page === 'present' ? Fragment : Frame;
  return (
    <Around>
      <ErrorBoundary
        attempt={address}
        fallback={(error, retry) => <Failure heads broken error={error} retry={retry} />}
      >
        <Suspense fallback={<Waiting />}>
          <CurrentPage address={address} />
        </Suspense>
      </ErrorBoundary>
    </Around>
  );
}

function CurrentPage({ address }: { address: string }) {
  const { route } = readView(address);
  switch (route.page) {
    case 'charts':
      return <ChartsPage />;
    case 'sources':
      return <pages.sources.Part />;
    case 'source':
      return <pages.source.Part id={route.id} />;
    case 'record':
      return <pages.record.Part id={route.id} />;
    case 'methods':
      return <pages.methods.Part />;
    case 'presentation':
      return <pages.presentation.Part />;
    case 'present':
      return <pages.present.Part />;
    case 'data':
      return <pages.data.Part />;
    case 'search':
      return <pages.search.Part />;
    case 'unknown':
      return <UnknownPage />;
  }
}
