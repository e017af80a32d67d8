import type { FolderRows } from '@article21/import';
import { quantities } from '@article21/model';
import type { Draft } from '../drafts.ts';
import { type I18n, writePage } from '../pages/page.tsx';
import { type DeclaredRow, type DeclaredTable, declaredTables, textOf } from './rows.ts';

interface DeclaredProps {
  rows: FolderRows;
  /** The table that somebody has come from. */
  from: Draft | null;
  notice: string | null;
}

/** The address of a form, from which one goes back to the table that one has come from. */
export function declaredPath(
  table: DeclaredTable,
  id: string | null,
  { from = null, kind }: { from?: Pick<Draft, 'id'> | null; kind?: string } = {},
): string {
  const query = new URLSearchParams({
    ...(kind === undefined ? {} : { kind }),
    ...(from === null ? {} : { from: from.id }),
  });
  const path = `/declared/${table}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What the dataset declares of its own, and where something is added to it. */
export function declaredPage(i18n: I18n, { rows, from, notice }: DeclaredProps): string {
  const { declaring } = i18n.texts;
  return writePage(i18n, {
    title: declaring.title,
    // In another language, too, the way back is kept.
    path: from === null ? '/declared' : `/declared?from=${from.id}`,
    notice,
    children: (
      <>
        <BackTo i18n={i18n} from={from} />
        <p>{declaring.what}</p>
        {declaredTables.map((table) => (
          <section key={table} aria-labelledby={table}>
            <h2 id={table} className="section-title">
              {declaring[table].title}
            </h2>
            <p className="muted">{declaring[table].what}</p>
            <Listed i18n={i18n} table={table} rows={rows} from={from} />
            <p>
              <a className="button" href={declaredPath(table, null, { from })}>
                {declaring[table].add}
              </a>
            </p>
          </section>
        ))}
      </>
    ),
  });
}

/** The way back to where a table asks which kind its rows are of. */
export function BackTo({ i18n: { texts, words }, from }: { i18n: I18n; from: Draft | null }) {
  if (from === null) return null;
  return (
    <p>
      <a className="button" href={`/tables/${from.id}`}>
        {words.fill(texts.declaring.back, { name: from.name })}
      </a>
    </p>
  );
}

interface ListedProps extends Omit<DeclaredProps, 'notice'> {
  i18n: I18n;
  table: DeclaredTable;
}

function Listed({ i18n, table, rows, from }: ListedProps) {
  const { language, texts } = i18n;
  const declared = rows[table].filter(({ value = '' }) => value === '');
  if (declared.length === 0) return <p>{texts.declaring.none}</p>;
  return (
    <ul className="list">
      {declared.map((row) => (
        <li key={row.id}>
          <a href={declaredPath(table, row.id ?? '', { from })}>{textOf(row, 'label', language) || row.id}</a>
          <code>{row.id}</code>
          <More i18n={i18n} table={table} row={row} rows={rows} from={from} />
          <span className="muted">{textOf(row, 'definition', language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of a kind whether it is counted, of a measure what it adds up, of an attribute its values. */
function More({ i18n, table, row, rows, from }: ListedProps & { row: DeclaredRow }) {
  const { language, texts, words } = i18n;
  const { declaring } = texts;
  if (table === 'kinds') {
    if (rows.measures.some(({ kind }) => kind === row.id)) return null;
    return (
      <span>
        {`${declaring.uncounted} `}
        <a href={declaredPath('measures', null, { from, kind: row.id ?? '' })}>{declaring.count}</a>
      </span>
    );
  }
  if (table === 'measures') {
    const quantity = quantities.find((it) => it === row.quantity);
    return (
      <span>
        {words.fill(declaring.adds, {
          quantity: quantity === undefined ? (row.quantity ?? '') : declaring.quantities[quantity],
          kind: words.kind(row.kind ?? ''),
        })}
      </span>
    );
  }
  const values = rows.attributes.filter(({ id, value = '' }) => id === row.id && value !== '');
  return <span>{values.map((it) => textOf(it, 'label', language) || it.value).join(', ')}</span>;
}
