import type { ChangesAnswer, SnapshotsAnswer } from '@article21/contract/client';
import { valueText } from '@article21/messages/dataset';
import { Link } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { assembliesQuery, changesQuery, snapshotQuery } from '../queries.ts';
import { usePageTexts } from './page-texts.ts';

/** What the shown version changed, against the one before it or any other that a reader chooses. */
export function Changes({ versions, shown }: { versions: SnapshotsAnswer; shown: string }) {
  const { about } = usePageTexts();
  const [since, setSince] = useState<string | null>(null);
  const choice = useId();
  const others = versions.snapshots.filter(({ id }) => id !== shown);
  return (
    <section>
      <h2 className="section-title">{about.changes}</h2>
      {others.length > 0 ? (
        <p className="changes-choice">
          <label htmlFor={choice}>{about.since}</label>
          <select
            id={choice}
            className="input"
            value={since ?? ''}
            onChange={(event) => setSince(event.target.value || null)}
          >
            <option value="">{about.before}</option>
            {others.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <Compared shown={shown} since={since} />
    </section>
  );
}

function Compared({ shown, since }: { shown: string; since: string | null }) {
  const { words } = usePage();
  const { about } = usePageTexts();
  const { data, error, refetch } = useQuery(changesQuery(shown, since));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.since === null) return <p>{about.first}</p>;
  const { added, removed, changed } = data.totals;
  const total = added + removed + changed;
  if (total === 0) return <p>{about.none}</p>;
  const counted = [
    added > 0 ? words.plural(about.added, added) : null,
    removed > 0 ? words.plural(about.removed, removed) : null,
    changed > 0 ? words.plural(about.changed, changed) : null,
  ];
  return (
    <>
      <p>{counted.filter(Boolean).join(', ')}</p>
      <ul className="changes">
        {data.changes.map((change) => (
          <Change key={change.id} change={change} before={data.since} />
        ))}
      </ul>
      {total > data.changes.length ? <p>{words.plural(about.listed, data.changes.length)}</p> : null}
    </>
  );
}

interface ChangeProps {
  change: ChangesAnswer['changes'][number];
  /** The version in which a removed record still is. */
  before: string | null;
}

function Change({ change, before }: ChangeProps) {
  const { words, places, href, view } = usePage();
  const { about } = usePageTexts();
  const version = change.what === 'removed' ? before : view.query.snapshot;
  const name = words.rowName(change.place, places);
  const { data: snapshot } = useQuery(snapshotQuery(view.query.snapshot));
  const { data: assemblies = [] } = useQuery(assembliesQuery(view.query.snapshot));
  const saying = { words, kind: change.kind, places, assemblies, sources: snapshot?.sources ?? [] };
  return (
    <li>
      <Link href={href({ route: { page: 'record', id: change.id }, query: { snapshot: version } })}>
        {change.id}
      </Link>{' '}
      <strong>{about.what[change.what]}</strong> · {words.kind[change.kind]}, {name}
      {change.columns.length > 0 ? (
        <ul>
          {change.columns.map(({ column, before: was, after }) => (
            <li key={column}>
              {about.column[column]}: <del>{valueText(column, was, saying) ?? about.nothing}</del> →{' '}
              <ins>{valueText(column, after, saying) ?? about.nothing}</ins>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
