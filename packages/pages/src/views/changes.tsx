import type { ChangesAnswer } from '@article21/contract/client';
import type { PageTexts } from '@article21/messages';
import { columnText, type ValueContext, valueText } from '@article21/messages/dataset';
import type { ChangeEventHandler, ReactNode } from 'react';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';
import type { VersionsProps } from './versions.tsx';

interface ChangesProps extends VersionsProps {
  /** The version that the shown one is compared with; null is the one before it. */
  since: string | null;
  /** Hears of another one that a reader chooses; empty is the one before. */
  choose: ChangeEventHandler<HTMLSelectElement>;
  /** The comparison, or why there is none (yet). */
  children: ReactNode;
}

/** What the shown version changed, against the one before it or any other that a reader chooses. */
export function Changes({ versions, shown, about, since, choose, children }: ChangesProps) {
  const others = versions.filter(({ id }) => id !== shown);
  return (
    <section>
      <h2 className="section-title">{about.changes}</h2>
      {others.length > 0 ? (
        <p className="changes-choice needs-script">
          <label htmlFor="changes-since">{about.since}</label>
          <select id="changes-since" className="input" value={since ?? ''} onChange={choose}>
            <option value="">{about.before}</option>
            {others.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {children}
    </section>
  );
}

interface ComparedProps {
  changes: ChangesAnswer;
  /** What the values of records name, by their ids. */
  named: Pick<ValueContext, 'assemblies' | 'sources'>;
  about: PageTexts['about'];
}

/** The records that differ between two versions. */
export function Compared({ changes, named, about }: ComparedProps) {
  const { words } = useSite();
  if (changes.since === null) return <p>{about.first}</p>;
  const { added, removed, changed } = changes.totals;
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
        {changes.changes.map((change) => (
          <Change key={change.id} change={change} before={changes.since} named={named} about={about} />
        ))}
      </ul>
      {total > changes.changes.length ? <p>{words.plural(about.listed, changes.changes.length)}</p> : null}
    </>
  );
}

interface ChangeProps extends Pick<ComparedProps, 'named' | 'about'> {
  change: ChangesAnswer['changes'][number];
  /** The version in which a removed record still is. */
  before: string | null;
}

function Change({ change, before, named, about }: ChangeProps) {
  const { words, places, href, view } = useSite();
  const snapshot = change.what === 'removed' ? before : view.query.snapshot;
  const name = words.rowName(change.place, places);
  const context = { words, kind: change.kind, places, ...named };
  return (
    <li>
      <Link href={href({ route: { page: 'record', id: change.id }, query: { snapshot } })}>{change.id}</Link>{' '}
      <strong>{about.what[change.what]}</strong>
      {` · ${words.kind(change.kind)}, ${name}`}
      {change.columns.length > 0 ? (
        <ul>
          {change.columns.map(({ column, before: was, after }) => (
            <li key={column}>
              {`${columnText(column, about)}: `}
              <del>{valueText(column, was, context) ?? about.nothing}</del>
              {' → '}
              <ins>{valueText(column, after, context) ?? about.nothing}</ins>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
