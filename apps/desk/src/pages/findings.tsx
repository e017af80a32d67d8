import type { Difference, Imported } from '@article21/import';
import type { Saying } from './page.tsx';
import { Failed } from './page.tsx';

/** What cannot be taken, was changed by hand, or is wrong with the dataset that would come of the table. */
export function Wrong({ saying: { texts, words }, imported }: { saying: Saying; imported: Imported }) {
  const { understanding, conflicts, issues } = imported;
  const { refusals, refused } = understanding;
  const { fill } = words;
  if (refused + conflicts.length + issues.length === 0) return null;
  const where = (row: number | null, column: string | null) =>
    [
      ...(row === null ? [] : [fill(texts.table.row, { row: String(row) })]),
      ...(column === null ? [] : [fill(texts.table.column, { column })]),
    ].join(', ');
  return (
    <Failed>
      {refused === 0 ? null : (
        <section>
          <h2 className="section-title">{words.plural(texts.table.refused, refused)}</h2>
          <ul>
            {refusals.map(({ row, column, value, message, hint }) => (
              <li key={`${row} ${column} ${message}`}>
                <strong>{where(row, column)}</strong>
                {`${value === null ? '' : ` “${value}”`}: ${message}; ${hint}`}
              </li>
            ))}
          </ul>
          {refused > refusals.length ? (
            <p>{fill(texts.table.more, { n: words.number(refused - refusals.length) })}</p>
          ) : null}
        </section>
      )}
      {conflicts.length === 0 ? null : (
        <section>
          <h2 className="section-title">{texts.table.conflicts}</h2>
          <ul>
            {conflicts.map(({ id, row, fields }) => (
              <li key={id}>
                <strong>{`${where(row, null)}, ${id}`}</strong>
                {': '}
                {Object.entries(fields)
                  .map(([field, both]) => fill(texts.table.conflict, { field, ...both }))
                  .join('; ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {issues.length === 0 ? null : (
        <section>
          <h2 className="section-title">{texts.table.issues}</h2>
          <ul>
            {issues.map(({ file, row, tableRow, column, stated, message, hint }) => (
              <li key={`${file} ${row} ${column} ${message}`}>
                <strong>
                  {tableRow === null ? [file, row].filter(Boolean).join(':') : where(tableRow, column)}
                </strong>
                {`${stated === null ? '' : ` “${stated}”`}: ${message}; ${hint}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Failed>
  );
}

/** How many of each are listed. */
const LISTED = 50;

/** What an import adds to the folder, changes in it, field by field, and removes. */
export function DifferenceSection({
  saying: { texts, words },
  difference,
}: {
  saying: Saying;
  difference: Difference | null;
}) {
  if (difference === null) return null;
  const { added, changed, removed, unchanged, changes, addedIds, removedIds } = difference;
  const { plural, fill, number } = words;
  // Of a folder that is new all are.
  const fresh = changed + removed + unchanged > 0 ? addedIds : [];
  const rest = (all: number, listed: number) =>
    all > listed && listed > 0 ? <li>{fill(texts.table.more, { n: number(all - listed) })}</li> : null;
  const counted = [
    plural(texts.table.added, added),
    plural(texts.table.changed, changed),
    plural(texts.table.removed, removed),
    plural(texts.table.unchanged, unchanged),
  ];
  return (
    <section aria-labelledby="difference">
      <h2 id="difference" className="section-title">
        {texts.table.difference}
      </h2>
      <p>{counted.join(', ')}</p>
      <ul>
        {changes.slice(0, LISTED).map(({ id, row, fields }) => (
          <li key={id}>
            <strong>{id}</strong>
            {` (${fill(texts.table.row, { row: String(row) })}): `}
            {Object.entries(fields).map(([field, { before, after }]) => (
              <span key={field}>
                {`${field} `}
                <del>{before || '∅'}</del>
                {' → '}
                <ins>{after || '∅'}</ins>{' '}
              </span>
            ))}
          </li>
        ))}
        {rest(changed, Math.min(changes.length, LISTED))}
        {fresh.slice(0, LISTED).map((id) => (
          <li key={id}>
            <strong>{id}</strong> <ins>+</ins>
          </li>
        ))}
        {rest(added, Math.min(fresh.length, LISTED))}
        {removedIds.slice(0, LISTED).map((id) => (
          <li key={id}>
            <del>{id}</del>
          </li>
        ))}
        {rest(removed, Math.min(removedIds.length, LISTED))}
      </ul>
    </section>
  );
}
