import './source-page.css';
import { SourcesView, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { snapshotQuery } from '../queries.ts';

/** Every document that the numbers rest on. */
export function SourcesPage() {
  const { view, words } = usePage();
  const { data, error, refetch } = useQuery(snapshotQuery(view.query.snapshot));
  useTitle(words.ui.nav.sources);
  if (error) return <Failure heads error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting tall />;
  return <SourcesView sources={data.sources} />;
}
