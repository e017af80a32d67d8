import { type ColumnRole, type Constants, columnRolesOf, constantsIn } from '@article21/import';
import { kinds } from '@article21/model';
import { columnUses, dateOrders, thousandsMarks } from '@article21/model/mapping';
import { constantField, dateOrderIn, numberColumns, thousandsField, useField, useOf } from '../columns.ts';
import type { Draft } from '../drafts.ts';
import type { Look } from '../look.ts';
import type { I18n } from './page.tsx';

interface ColumnsProps {
  i18n: I18n;
  draft: Draft;
  look: Look;
}

/** Where the table stands, what each of its columns is, and what all rows say that no column does. */
export function Columns({ i18n, draft, look }: ColumnsProps) {
  const { table: texts } = i18n.texts;
  const { header } = look.imported.understanding;
  return (
    <details id="columns" open={header === null}>
      <summary>{texts.columns}</summary>
      <form method="post" action={`/tables/${draft.id}/columns`}>
        <input type="hidden" name="was" value={look.kept.hash} />
        <Where i18n={i18n} look={look} />
        {header === null ? null : (
          <>
            <p className="muted">{texts.useMeans}</p>
            <p>
              <a href={`/declared?from=${draft.id}`}>{i18n.texts.declaring.ownAttributes}</a>
            </p>
            <Uses i18n={i18n} look={look} header={header} />
            <Same i18n={i18n} look={look} />
          </>
        )}
        <button className="button" type="submit">
          {texts.saveColumns}
        </button>
      </form>
    </details>
  );
}

function Where({ i18n: { texts }, look }: Omit<ColumnsProps, 'draft'>) {
  const { head, header } = look.imported.understanding;
  const sheets = head?.sheets ?? [];
  return (
    <div className="fields">
      {sheets.length < 2 ? null : (
        <label>
          {texts.table.whichSheet}
          <select className="input" name="sheet" defaultValue={head?.sheet ?? ''}>
            {sheets.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        {texts.table.headerRow}
        <input
          className="input"
          name="header"
          type="number"
          min={1}
          defaultValue={header?.row ?? look.kept.mapping.table.header ?? 1}
        />
      </label>
    </div>
  );
}

type Header = NonNullable<Look['imported']['understanding']['header']>;

function Uses({ i18n, look, header }: Omit<ColumnsProps, 'draft'> & { header: Header }) {
  const { texts } = i18n;
  const { mapping } = look.kept;
  const numbers = numberColumns(mapping);
  const examples = (at: number) =>
    look.rows
      .flatMap(({ cells, leftOut }) => (leftOut === null ? (cells[at] ?? '').trim() || [] : []))
      .slice(0, 2)
      .join(' · ')
      .slice(0, 100);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="scrolled" aria-label={texts.table.columns} tabIndex={0}>
      <table className="stacked">
        <tbody>
          {header.names.map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <select
                  className="input"
                  name={useField(name)}
                  aria-label={name}
                  defaultValue={useOf(mapping, name)}
                >
                  <option value="">…</option>
                  {columnRolesOf(look.imported.vocabulary).map((role) => (
                    <option key={role} value={role}>
                      {roleName(i18n, role)}
                    </option>
                  ))}
                  {columnUses.map((use) => (
                    <option key={use} value={use}>
                      {texts.table.use[use]}
                    </option>
                  ))}
                </select>
                {numbers.has(name) ? (
                  <Thousands i18n={i18n} name={name} mark={numbers.get(name) ?? ''} />
                ) : null}
              </td>
              <td>{examples(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Thousands({ i18n: { texts, importing }, name, mark }: { i18n: I18n; name: string; mark: string }) {
  return (
    <label>
      {` ${texts.table.thousands} `}
      <select className="input narrow" name={thousandsField(name)} defaultValue={mark}>
        <option value="">…</option>
        {thousandsMarks.map((it) => (
          <option key={it} value={it}>
            {it === 'none' ? importing.answer(it) : it}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What all rows say, and how dates are written. */
function Same({ i18n, look }: Omit<ColumnsProps, 'draft'>) {
  const { texts, importing } = i18n;
  const { mapping } = look.kept;
  const constants = constantsIn(mapping);
  const order = dateOrderIn(mapping);
  const label = (field: keyof Constants) => `${texts.table.allRows}: ${importing.field(field)}`;
  return (
    <div className="fields">
      <label>
        {label('kind')}
        <select className="input" name={constantField('kind')} defaultValue={constants.kind}>
          <option value="">…</option>
          {look.imported.vocabulary.kinds.map((it) => (
            <option key={it} value={it}>
              {importing.kind(it)}
            </option>
          ))}
        </select>
      </label>
      {(['place', 'date'] as const).map((field) => (
        <label key={field}>
          {label(field)}
          <input
            className="input"
            name={constantField(field)}
            defaultValue={constants[field]}
            placeholder={importing.form(field)}
            autoComplete="off"
          />
        </label>
      ))}
      {order === null ? null : (
        <label>
          {texts.table.dateOrder}
          <select className="input" name="order" defaultValue={order}>
            <option value="">…</option>
            {dateOrders.map((it) => (
              <option key={it} value={it}>
                {importing.answer(it)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** A role in words: the field that it fills, and of people who of them are counted. */
function roleName({ texts, importing }: I18n, role: ColumnRole): string {
  const own: Readonly<Record<string, string>> = texts.table.roles;
  if (own[role] !== undefined) return own[role];
  if (kinds.some((it) => it === role)) return `${importing.field('count')}: ${importing.kind(role)}`;
  return importing.field(role);
}
