import { useQuery } from '@tanstack/react-query';
import { snapshotsQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';
import { usePage } from './page-context.tsx';

/** Says on every page that it shows a version of the data which is not the current one, and leads to that. */
export function OlderVersion() {
  const { view, words, href } = usePage();
  const { snapshot } = view.query;
  const { data } = useQuery({ ...snapshotsQuery(), enabled: snapshot !== null });
  // One that is not kept here fails to load, which the page says by itself.
  const older = data?.snapshots.find(({ id }) => id === snapshot && id !== data.current);
  if (!older) return null;
  return (
    <section className="notice older" aria-label={words.ui.footer.snapshot}>
      {words.fill(words.ui.tools.older, { snapshot: older.id })}{' '}
      <Link href={href({ query: { snapshot: null }, opened: view.opened, record: view.record })}>
        {words.ui.page.failure.current}
      </Link>
    </section>
  );
}
