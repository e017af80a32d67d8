import type { CountsRead } from '@article21/contract/client';
import { unfiltered } from '../../address/index.ts';
import { Link } from '../link.tsx';
import { useSite } from '../site.tsx';

/** Nothing matches: says so, says what that does not mean, and offers the way out. */
export function Empty({ counts }: { counts: CountsRead }) {
  const { view, words, href } = useSite();
  return (
    <section className="empty">
      <p>{words.empty(view.query, counts)}</p>
      <Link className="button" href={href({ query: unfiltered(view.query) })}>
        {words.ui.filter.clear}
      </Link>
    </section>
  );
}
