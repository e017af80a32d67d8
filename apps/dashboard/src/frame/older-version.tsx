import { localText } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { snapshotsQuery } from '../queries.ts';
import { Link } from '../url/link.tsx';
import { usePage } from './page-context.tsx';

/** Says on every page that it shows an older version of the data, or another dataset, and leads to the current one. */
export function OlderVersion() {
  const { view, words, lang, href } = usePage();
  const { snapshot } = view.query;
  const { data } = useQuery({ ...snapshotsQuery(), enabled: snapshot !== null });
  // One that is not kept here fails to load, which the page says by itself.
  const shown = data?.snapshots.find(({ id }) => id === snapshot);
  // Of a current one that cannot be read nobody knows whose it is.
  const current = data?.snapshots.find(({ id }) => id === data.current);
  if (!shown || !current || shown === current) return null;
  const { tools } = words.ui;
  const titleOf = (it: typeof shown) => localText(it, 'title', lang, it.language).text;
  const titles = { title: titleOf(shown), current: titleOf(current) };
  return (
    <section className="notice older" aria-label={words.ui.footer.snapshot}>
      {shown.name === current.name
        ? words.fill(tools.older, { snapshot: shown.id })
        : words.fill(tools.otherDataset, { snapshot: shown.id, ...titles })}{' '}
      <Link href={href({ query: { snapshot: null }, opened: view.opened, record: view.record })}>
        {words.ui.page.failure.current}
      </Link>
    </section>
  );
}
