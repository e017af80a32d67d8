import { Link } from './link.tsx';
import { useSite } from './site.tsx';

export interface OlderVersionProps {
  /** The snapshot that the page shows. */
  shown: string;
  /** The titles of its dataset and of the one that is served now, where these are two; null for a version of the same. */
  titles: { title: string; current: string } | null;
}

/** Says that a page shows an older version of the data, or another dataset, and leads to the current one. */
export function OlderVersion({ shown, titles }: OlderVersionProps) {
  const { view, words, href } = useSite();
  const { tools } = words.ui;
  const text =
    titles === null
      ? words.fill(tools.older, { snapshot: shown })
      : words.fill(tools.otherDataset, { snapshot: shown, ...titles });
  return (
    <section className="notice older" aria-label={words.ui.footer.snapshot}>
      {`${text} `}
      <Link href={href({ query: { snapshot: null }, opened: view.opened, record: view.record })}>
        {words.ui.page.failure.current}
      </Link>
    </section>
  );
}
