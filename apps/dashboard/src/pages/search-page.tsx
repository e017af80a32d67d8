import './source-page.css';
import '../evidence/record-card.css';
import './search-page.css';
import { SearchView, Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { searchQuery, snapshotQuery } from '../queries.ts';

/** A search over places, records and the sentences of sources. */
export function SearchPage() {
  const { view, words } = usePage();
  const { q, skip } = view;
  const { snapshot } = view.query;
  const found = useQuery({ ...searchQuery(q ?? '', skip, snapshot), enabled: q !== null });
  const about = useQuery(snapshotQuery(snapshot));
  useTitle(q === null ? words.ui.search.title : `${words.ui.search.title}: ${q}`);
  const error = found.error ?? about.error;
  const retry = () => {
    if (found.error) void found.refetch();
    if (about.error) void about.refetch();
  };
  if (error) return <Failure heads error={error} retry={retry} />;
  if (!about.data || (q !== null && !found.data)) return <Waiting tall />;
  return <SearchView found={found.data ?? null} sources={about.data.sources} />;
}
