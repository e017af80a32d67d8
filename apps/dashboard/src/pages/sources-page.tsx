import './source-page.css';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Waiting } from '../frame/waiting.tsx';
import { snapshotQuery } from '../queries.ts';
import { SourceList } from './source-list.tsx';

/** Every document that the numbers rest on. */
export function SourcesPage() {
  const { view, words } = usePage();
  const { data, error, refetch } = useQuery(snapshotQuery(view.query.snapshot));
  useTitle(words.ui.nav.sources);
  if (error) return <Failure heads error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting tall />;
  return (
    <section className="text-page">
      <h1>{words.ui.nav.sources}</h1>
      <SourceList sources={data.sources} />
    </section>
  );
}
