import type { PageTexts } from '@article21/messages';
import { unbroken } from '@article21/messages';
import { columnText, valueText } from '@article21/messages/dataset';
import type { SeenByReaders } from '../headlines.ts';
import type { I18n } from './page.tsx';

interface ShownProps {
  i18n: I18n;
  seen: SeenByReaders;
  about: PageTexts['about'];
}

/** What readers see change: each headline as it is and as it becomes, and the records that differ. */
export function SeenChange({ i18n, seen, about }: ShownProps) {
  const { texts } = i18n;
  const { publish } = texts;
  return (
    <>
      <section aria-labelledby="headlines" className="wide">
        <h2 id="headlines" className="section-title">
          {publish.headlines}
        </h2>
        <table className="stacked">
          <thead>
            <tr>
              <td />
              <th scope="col">{publish.before}</th>
              <th scope="col">{publish.after}</th>
            </tr>
          </thead>
          <tbody>
            {seen.headlines.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-column={publish.before}>{before === null ? publish.none : unbroken(before)}</td>
                <td data-column={publish.after}>
                  {before === after ? (
                    <span className="label">{publish.same}</span>
                  ) : after === null ? (
                    publish.none
                  ) : (
                    <strong>{unbroken(after)}</strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="records">
        <h2 id="records" className="section-title">
          {publish.records}
        </h2>
        <Records i18n={i18n} seen={seen} about={about} />
      </section>
    </>
  );
}

function Records({ i18n: { texts, words }, seen, about }: ShownProps) {
  if ('refusal' in seen.changes) return <p>{seen.changes.refusal.message}</p>;
  const { totals, changes } = seen.changes.answer;
  const total = totals.added + totals.changed + totals.removed;
  if (total === 0) return <p>{texts.publish.noRecords}</p>;
  const counted = (['added', 'changed', 'removed'] as const).flatMap((it) =>
    totals[it] > 0 ? [words.plural(about[it], totals[it])] : [],
  );
  // What says something else comes before what only cites something else.
  const isOther = ({ what, columns }: (typeof changes)[number]) =>
    what !== 'changed' || columns.some(({ column }) => column !== 'evidence');
  const sorted = [...changes.filter(isOther), ...changes.filter((it) => !isOther(it))];
  const listed = sorted.slice(0, LISTED);
  return (
    <>
      <p>{counted.join(', ')}</p>
      <ul>
        {listed.map(({ id, what, kind, place, columns }) => (
          <li key={id}>
            {`${words.kind(kind)}, ${words.rowName(place, seen.places)}: `}
            <strong>{about.what[what]}</strong>
            {columns.map(({ column, before, after }) => {
              const context = { ...seen, words, kind };
              const both = (
                <>
                  <del>{valueText(column, before, context) ?? about.nothing}</del>
                  {' → '}
                  <ins>{valueText(column, after, context) ?? about.nothing}</ins>
                </>
              );
              // Long, and mostly only another row of the same table: whoever wants to reads it.
              return column === 'evidence' ? (
                <details key={column}>
                  <summary>{columnText(column, about)}</summary>
                  {both}
                </details>
              ) : (
                <span key={column}>
                  {` · ${columnText(column, about)}: `}
                  {both}
                </span>
              );
            })}
            <code className="muted">{` ${id}`}</code>
          </li>
        ))}
      </ul>
      {total > listed.length ? (
        <p>{words.fill(texts.table.more, { n: words.number(total - listed.length) })}</p>
      ) : null}
    </>
  );
}

const LISTED = 50;
