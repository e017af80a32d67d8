import type { FolderRows } from '@article21/import';
import { quantities } from '@article21/model';
import type { Draft } from '../drafts.ts';
import { type Saying, writePage } from '../pages/page.tsx';
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
export function declaredPage(saying: Saying, { rows, from, notice }: DeclaredProps): string {
  const { declaring } = saying.texts;
  return writePage(saying, {
    title: declaring.title,
    // In another language, too, the way back is kept.
    path: from === null ? '/declared' : `/declared?from=${from.id}`,
    notice,
    children: (
      <>
        <BackTo saying={saying} from={from} />
        <p>{declaring.what}</p>
        {declaredTables.map((table) => (
          <section key={table} aria-labelledby={table}>
            <h2 id={table} className="section-title">
              {declaring[table].title}
            </h2>
            <p className="muted">{declaring[table].what}</p>
            <Listed saying={saying} table={table} rows={rows} from={from} />
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
export function BackTo({ saying: { texts, words }, from }: { saying: Saying; from: Draft | null }) {
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
  saying: Saying;
  table: DeclaredTable;
}

function Listed({ saying, table, rows, from }: ListedProps) {
  const { language, texts } = saying;
  const declared = rows[table].filter(({ value = '' }) => value === '');
  if (declared.length === 0) return <p>{texts.declaring.none}</p>;
  return (
    <ul className="list">
      {declared.map((row) => (
        <li key={row.id}>
          <a href={declaredPath(table, row.id ?? '', { from })}>{textOf(row, 'label', language) || row.id}</a>
          <code>{row.id}</code>
          <More saying={saying} table={table} row={row} rows={rows} from={from} />
          <span className="muted">{textOf(row, 'definition', language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of a kind whether it is counted, of a measure what it adds up, of an attribute its values. */
function More({ saying, table, row, rows, from }: ListedProps & { row: DeclaredRow }) {
  const { language, texts, words } = saying;
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
