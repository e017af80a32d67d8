import type { SnapshotAnswer } from '@article21/contract/client';
import { Link } from './link.tsx';
import { Local } from './local.tsx';
import { useSite } from './site.tsx';

/** The documents of a dataset with their publishers, each leading to its text. */
export function SourceList({ sources }: Pick<SnapshotAnswer, 'sources'>) {
  const { href, words } = useSite();
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <Link href={href({ route: { page: 'source', id: source.id } })}>
            <Local of={source} field="title" />
          </Link>
          {source.kind === 'links' ? (
            <span className="not-quoted"> {words.ui.evidence.notQuoted}</span>
          ) : null}
          <p>
            <Local of={source} field="publisher" />
          </p>
        </li>
      ))}
    </ul>
  );
}
