import './print.css';
import type { CountsRead } from '@article21/contract/client';
import { sourceLine } from '@article21/messages';
import { useQuery } from '@tanstack/react-query';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';
import { absolute } from '../url/mirror.ts';

/** What a printed page says under its chart, because paper has no links: who says so, what it does not say, where. */
export function OnPaper({ counts }: { counts: CountsRead }) {
  const { view, words, href } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  const { footer } = words.ui;
  const address = absolute(href({ query: { snapshot: counts.snapshot, theme: null }, show: null }));
  return (
    <footer className="on-paper">
      <p>
        {data && `${sourceLine(data.sources, counts.sources, words)}. `}
        {footer.snapshot} {counts.snapshot}
      </p>
      {counts.query.measure.map((id) => (
        <p key={id}>
          <strong>{words.measure(id).label}.</strong> {words.measure(id).definition}{' '}
          {words.measure(id).caveat}
        </p>
      ))}
      <p>{address}</p>
    </footer>
  );
}
