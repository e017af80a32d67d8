import type { Difference, Imported } from '@article21/import';
import { inRows } from '@article21/messages/in-rows';
import type { I18n } from './page.tsx';
import { Failed } from './page.tsx';
import { valueText } from './rows.tsx';

/** What cannot be taken, was changed by hand, or is wrong with the dataset that would come of the table. */
export function Wrong({ i18n, imported }: { i18n: I18n; imported: Imported }) {
  const { texts, words, importing } = i18n;
  const { understanding, conflicts, losses, issues } = imported;
  const { refusals, refused } = understanding;
  const { fill } = words;
  if (refused + conflicts.length + losses.length + issues.length === 0) return null;
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
          <Faults
            i18n={i18n}
            faults={refusals.map(({ row, column, value, why }) => ({
              ...{ row, column, value, at: where(row, column) },
              ...importing.refusal(why),
            }))}
          />
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
      <Losses i18n={i18n} losses={losses} />
      {issues.length === 0 ? null : (
        <section>
          <h2 className="section-title">{texts.table.issues}</h2>
          <Faults
            i18n={i18n}
            faults={issues.map(({ file, row, tableRow, column, stated, why }) => {
              const field = column === null ? null : importing.field(column);
              const at = tableRow === null ? [file, row].filter(Boolean).join(':') : where(tableRow, field);
              const { message, hint: usualHint } = importing.refusal(why);
              // The form for it stands below.
              const hint = why.code === 'no_rate' ? texts.table.rateBelow : usualHint;
              return { row: tableRow, column: field, value: stated, at, message, hint };
            })}
          />
        </section>
      )}
    </Failed>
  );
}

/** Records that the table has no more and that somebody has worked on. */
function Losses({ i18n: { texts, words }, losses }: { i18n: I18n } & Pick<Imported, 'losses'>) {
  if (losses.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{texts.table.losses}</h2>
      <p>{texts.table.lossHint}</p>
      <ul>
        {losses.slice(0, LISTED).map(({ id, work }) => (
          <li key={id}>
            <a href={`/protection/records/${id}`}>{id}</a>
            {`: ${work.map((it) => texts.table.work[it]).join(', ')}`}
          </li>
        ))}
      </ul>
      {losses.length > LISTED ? (
        <p>{words.fill(texts.table.more, { n: words.number(losses.length - LISTED) })}</p>
      ) : null}
    </section>
  );
}

interface Fault {
  row: number | null;
  column: string | null;
  value: string | null;
  /** Where it is, in words. */
  at: string;
  message: string;
  hint: string;
}

/** So many rows with one fault are named. */
const ROWS_NAMED = 5;

/** Faults, those that many rows of a column have said once, with the first of these rows. */
function Faults({ i18n: { texts, words }, faults }: { i18n: I18n; faults: readonly Fault[] }) {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const { row, column, message, hint, at } = fault;
    const key = JSON.stringify([column, message, hint, row === null ? at : null]);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return (
    <ul>
      {[...groups].map(([key, [first, ...others]]) => {
        if (first === undefined) return null;
        const { column, message, hint } = first;
        const rows = [first, ...others].map(({ row }) => row).slice(0, ROWS_NAMED);
        const many = [
          inRows(words, texts, { rows, more: others.length >= ROWS_NAMED }),
          ...(column === null ? [] : [words.fill(texts.table.column, { column })]),
        ].join(', ');
        const value = first.value === null ? '' : ` ${words.quote(first.value)}`;
        const count = ` (${words.plural(texts.table.cells, others.length + 1)})`;
        return (
          <li key={key}>
            <strong>{others.length === 0 ? first.at : many}</strong>
            {`${value}${others.length === 0 ? '' : count}: ${message}; ${hint}`}
          </li>
        );
      })}
    </ul>
  );
}

/** How many of each are listed. */
const LISTED = 50;

/** What an import adds to the folder, changes in it, field by field, and removes. */
export function DifferenceSection({
  i18n,
  difference,
  noteOf,
}: {
  i18n: I18n;
  difference: Difference | null;
  noteOf: Imported['understanding']['noteOf'];
}) {
  const { texts, words, importing } = i18n;
  if (difference === null) return null;
  const { added, changed, removed, unchanged, changes, addedIds, removedIds, summaries } = difference;
  const { plural, fill, number } = words;
  // Of a folder that is new all are.
  const fresh = changed + removed + unchanged > 0 ? addedIds : [];
  const rest = (all: number, listed: number) =>
    all > listed && listed > 0 ? <li>{fill(texts.table.more, { n: number(all - listed) })}</li> : null;
  const named = (id: string) =>
    Object.entries(summaries[id] ?? {})
      .flatMap(([field, value]) => (value === '' ? [] : valueText(i18n, noteOf, field, value)))
      .join(', ');
  const counted = [
    ...(added > 0 ? [plural(texts.table.added, added)] : []),
    ...(changed > 0 ? [plural(texts.table.changed, changed)] : []),
    ...(removed > 0 ? [plural(texts.table.removed, removed)] : []),
    ...(unchanged > 0 || added + changed + removed === 0 ? [plural(texts.table.unchanged, unchanged)] : []),
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
            <strong>{named(id)}</strong>
            {` (${fill(texts.table.row, { row: String(row) })}): `}
            {Object.entries(fields).map(([field, { before, after }]) => (
              <span key={field}>
                {`${importing.field(field)} `}
                {/* The codes of warnings are for the folder's files. */}
                {field === 'confirmed' ? null : (
                  <del>{valueText(i18n, noteOf, field, before) || texts.table.nothing}</del>
                )}
                {' → '}
                <ins>{valueText(i18n, noteOf, field, after) || texts.table.nothing}</ins>{' '}
              </span>
            ))}
            <code className="muted">{id}</code>
          </li>
        ))}
        {rest(changed, Math.min(changes.length, LISTED))}
        {fresh.slice(0, LISTED).map((id) => (
          <li key={id}>
            <ins>+</ins> {named(id)} <code className="muted">{id}</code>
          </li>
        ))}
        {rest(added, Math.min(fresh.length, LISTED))}
        {removedIds.slice(0, LISTED).map((id) => (
          <li key={id}>
            − <del>{named(id)}</del> <code className="muted">{id}</code>
          </li>
        ))}
        {rest(removed, Math.min(removedIds.length, LISTED))}
      </ul>
    </section>
  );
}
