import { readView } from '@article21/pages/address';
import { Fragment, lazy, Suspense } from 'react';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Failure } from './frame/failure.tsx';
import { Frame } from './frame/frame.tsx';
import { Waiting } from './frame/waiting.tsx';
import { ChartsPage } from './pages/charts-page.tsx';
import { UnknownPage } from './pages/unknown-page.tsx';
import { useAddress } from './url/location.ts';

const SourcePage = lazy(() => import('./pages/source-page.tsx').then((it) => ({ default: it.SourcePage })));
const SourcesPage = lazy(() =>
  import('./pages/sources-page.tsx').then((it) => ({ default: it.SourcesPage })),
);
const MethodsPage = lazy(() =>
  import('./pages/methods-page.tsx').then((it) => ({ default: it.MethodsPage })),
);
const DataPage = lazy(() => import('./pages/data-page.tsx').then((it) => ({ default: it.DataPage })));
const RecordPage = lazy(() => import('./pages/record-page.tsx').then((it) => ({ default: it.RecordPage })));

const PresentationPage = lazy(() =>
  import('./presenting/presentation-page.tsx').then((it) => ({ default: it.PresentationPage })),
);
const PresentPage = lazy(() =>
  import('./presenting/present-page.tsx').then((it) => ({ default: it.PresentPage })),
);

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
      return <SourcesPage />;
    case 'source':
      return <SourcePage id={route.id} />;
    case 'record':
      return <RecordPage id={route.id} />;
    case 'methods':
      return <MethodsPage />;
    case 'presentation':
      return <PresentationPage />;
    case 'present':
      return <PresentPage />;
    case 'data':
      return <DataPage />;
    case 'unknown':
      return <UnknownPage />;
  }
}
