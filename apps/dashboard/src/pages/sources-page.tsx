import './source-page.css';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../frame/failure.tsx';
import { Local } from '../frame/local.tsx';
import { usePage } from '../frame/page-context.tsx';
import { useTitle } from '../frame/use-title.ts';
import { Waiting } from '../frame/waiting.tsx';
import { snapshotQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';

/** Every document that the numbers rest on. */
export function SourcesPage() {
  const { view, words, href } = usePage();
  const { data, error, refetch } = useQuery(snapshotQuery(view.query.snapshot));
  useTitle(words.ui.nav.sources);
  if (error) return <Failure heads error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting tall />;
  return (
    <section className="text-page">
      <h1>{words.ui.nav.sources}</h1>
      <ul className="sources">
        {data.sources.map((source) => (
          <li key={source.id}>
            <Link href={href({ route: { page: 'source', id: source.id } })}>
              <Local of={source} field="title" />
            </Link>
            <p>
              <Local of={source} field="publisher" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
