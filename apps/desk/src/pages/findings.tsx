import type { Difference, Imported } from '@article21/import';
import type { Saying } from './page.tsx';
import { Failed } from './page.tsx';
import { valueText } from './rows.tsx';

/** What cannot be taken, was changed by hand, or is wrong with the dataset that would come of the table. */
export function Wrong({
  saying: { texts, words, importing },
  imported,
}: {
  saying: Saying;
  imported: Imported;
}) {
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
            {refusals.map(({ row, column, value, why }) => {
              const { message, hint } = importing.refusal(why);
              return (
                <li key={`${row} ${column} ${why.code}`}>
                  <strong>{where(row, column)}</strong>
                  {`${value === null ? '' : ` “${value}”`}: ${message}; ${hint}`}
                </li>
              );
            })}
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
            {conflicts.slice(0, LISTED).map(({ id, row, fields }) => (
              <li key={id}>
                <strong>{`${where(row, null)}, ${id}`}</strong>
                {': '}
                {Object.entries(fields)
                  .map(([field, both]) =>
                    fill(texts.table.conflict, { ...both, field: importing.field(field) }),
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
          {conflicts.length > LISTED ? (
            <p>{fill(texts.table.more, { n: words.number(conflicts.length - LISTED) })}</p>
          ) : null}
        </section>
      )}
      {issues.length === 0 ? null : (
        <section>
          <h2 className="section-title">{texts.table.issues}</h2>
          <ul>
            {issues.map((issue) => {
              const { file, row, tableRow, column, stated } = issue;
              const { message, hint } = importing.refusal(issue.why);
              const field = column === null ? null : importing.field(column);
              return (
                <li key={`${file} ${row} ${column} ${issue.message}`}>
                  <strong>
                    {tableRow === null ? [file, row].filter(Boolean).join(':') : where(tableRow, field)}
                  </strong>
                  {`${stated === null ? '' : ` “${stated}”`}: ${message}; ${hint}`}
                </li>
              );
            })}
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
  saying,
  difference,
  noteOf,
}: {
  saying: Saying;
  difference: Difference | null;
  noteOf: Imported['understanding']['noteOf'];
}) {
  const { texts, words, importing } = saying;
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
                {`${importing.field(field)} `}
                <del>{valueText(saying, noteOf, field, before) || '∅'}</del>
                {' → '}
                <ins>{valueText(saying, noteOf, field, after) || '∅'}</ins>{' '}
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
