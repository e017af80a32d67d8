import type { Issue } from '@article21/model';
import { languages, quantities } from '@article21/model';
import { Issues } from '../coding/statements-page.tsx';
import type { Draft } from '../drafts.ts';
import { Failed, type I18n, writePage } from '../pages/page.tsx';
import { BackTo, declaredPath } from './declared-page.tsx';
import { type DeclaredRow, type DeclaredTable, textFields, textOf, VALUES, valueField } from './rows.ts';

interface FormProps {
  table: DeclaredTable;
  /** Null where it is new. */
  id: string | null;
  from: Draft | null;
  /** Whether the folder has no dataset yet. */
  isNew: boolean;
  was: string;
  /** What is declared, or was typed: of an attribute its values after it. */
  rows: readonly DeclaredRow[];
  /** The values of an attribute that the folder has. */
  there: ReadonlySet<string>;
  typed: Readonly<Record<string, string>>;
  failed: string | null;
  /** What is wrong with the folder that would come of it. */
  issues: readonly Issue[];
}

/** So many values can be added at a time. */
const ROOM = { first: 5, later: 3 } as const;

/** A measure of a kind is begun from that kind. */
function withKind(path: string, kind: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}kind=${encodeURIComponent(kind)}`;
}

/** The form of one kind, measure or attribute. */
export function formPage(i18n: I18n, props: FormProps): string {
  const { table, id, from, isNew, was, rows, there, typed, failed, issues } = props;
  const { texts, language } = i18n;
  const { declaring } = texts;
  const [row = {}, ...values] = rows;
  const action = declaredPath(table, id, { from });
  return writePage(i18n, {
    title: id === null ? declaring[table].add : textOf(row, 'label', language) || id,
    path: table === 'measures' && id === null && row.kind ? withKind(action, row.kind) : action,
    failed,
    children: (
      <>
        {issues.length === 0 ? null : (
          <Failed>
            <p>{declaring.refused}</p>
            <Issues i18n={i18n} issues={issues} />
          </Failed>
        )}
        <p className="muted">{declaring.oneLanguage}</p>
        <form method="post" action={action} className="record">
          <input type="hidden" name="was" value={was} />
          {table === 'measures' ? <Counted i18n={i18n} row={row} /> : null}
          {textFields[table].map((field) => (
            <fieldset key={field} className="question">
              <legend>{declaring.field[field]}</legend>
              <Texts i18n={i18n} field={field} row={row} />
            </fieldset>
          ))}
          <Id i18n={i18n} id={id} typed={row.id ?? ''} name="id" />
          {table === 'attributes' ? <Values i18n={i18n} values={values} there={there} /> : null}
          {isNew ? <Dataset i18n={i18n} typed={typed} /> : null}
          <p>
            <button className="button main" type="submit">
              {declaring.save}
            </button>
          </p>
        </form>
        {id === null ? null : (
          <form method="post" action={action.replace(/(?=\?|$)/, '/remove')} className="line">
            <input type="hidden" name="was" value={was} />
            <button className="button" type="submit">
              {declaring.remove}
            </button>
            <span className="muted">{declaring.removeWhat}</span>
          </form>
        )}
        <BackTo i18n={i18n} from={from} />
        <p>
          <a href={from === null ? '/declared' : `/declared?from=${from.id}`}>{declaring.all}</a>
        </p>
      </>
    ),
  });
}

interface TextsProps {
  i18n: I18n;
  field: string;
  row: DeclaredRow;
  nameOf?: (column: string) => string;
}

/** A text in each language, that of the reader first. */
function Texts({ i18n: { language, names }, field, row, nameOf = (it) => it }: TextsProps) {
  const isLong = field === 'definition' || field === 'caveat';
  return (
    <div className="fields">
      {[language, ...languages.filter((it) => it !== language)].map((it) => {
        const name = nameOf(`${field}_${it}`);
        const attributes = { id: name, name, defaultValue: row[`${field}_${it}`] ?? '', lang: it };
        return (
          <div key={it}>
            <label htmlFor={name} lang={it}>
              {names[it]}
            </label>
            {isLong ? <textarea rows={3} {...attributes} /> : <input className="input" {...attributes} />}
          </div>
        );
      })}
    </div>
  );
}

/** An id that stands in files already is not typed again. */
function Id({
  i18n: { texts },
  id,
  typed,
  name,
}: {
  i18n: I18n;
  id: string | null;
  typed: string;
  name: string;
}) {
  if (id !== null) return <input type="hidden" name={name} value={id} />;
  return (
    <label className="id">
      {texts.declaring.id}
      <input className="input short" name={name} defaultValue={typed} autoComplete="off" spellCheck={false} />
    </label>
  );
}

/** What a measure adds up, and of which records. */
function Counted({ i18n: { texts, words }, row }: { i18n: I18n; row: DeclaredRow }) {
  const { declaring } = texts;
  return (
    <div className="fields">
      <label>
        {declaring.kind}
        <select className="input" name="kind" defaultValue={row.kind ?? ''} required>
          <option value="">…</option>
          {words.vocabulary.kinds.map((it) => (
            <option key={it} value={it}>
              {words.kind(it)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {declaring.quantity}
        <select className="input" name="quantity" defaultValue={row.quantity ?? 'count'}>
          {quantities.map((it) => (
            <option key={it} value={it}>
              {declaring.quantities[it]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The values of an attribute: those that there are, and room for some more. */
function Values({
  i18n,
  values,
  there,
}: {
  i18n: I18n;
  values: readonly DeclaredRow[];
  there: ReadonlySet<string>;
}) {
  const { texts, words, language } = i18n;
  const { declaring } = texts;
  const room = Array.from({ length: values.length === 0 ? ROOM.first : ROOM.later }, (): DeclaredRow => ({}));
  const shown = [...values, ...room];
  return (
    <section aria-labelledby="values">
      <h2 id="values" className="section-title">
        {declaring.values}
      </h2>
      <p className="muted">{declaring.valuesWhat}</p>
      <input type="hidden" name={VALUES} value={shown.length} />
      {shown.map((row, n) => {
        const isThere = there.has(row.value ?? '');
        const nameOf = (column: string) => valueField(n, column);
        const label = textOf(row, 'label', language) || row.value;
        return (
          <fieldset className="question" key={nameOf('id')}>
            <legend>
              <strong>{label ? words.fill(declaring.value, { id: label }) : declaring.newValue}</strong>
            </legend>
            <Texts i18n={i18n} field="label" row={row} nameOf={nameOf} />
            <details>
              <summary>{declaring.valueDefinition}</summary>
              <Texts i18n={i18n} field="definition" row={row} nameOf={nameOf} />
              <Id
                i18n={i18n}
                id={isThere ? (row.value ?? '') : null}
                typed={row.value ?? ''}
                name={nameOf('id')}
              />
            </details>
            {isThere ? (
              <label>
                <input type="checkbox" name={nameOf('remove')} />
                {declaring.removeValue}
              </label>
            ) : null}
          </fieldset>
        );
      })}
    </section>
  );
}

/** What a dataset is called that begins with this. */
function Dataset({ i18n: { texts }, typed }: { i18n: I18n; typed: Readonly<Record<string, string>> }) {
  return (
    <fieldset className="question">
      <legend>{texts.declaring.dataset}</legend>
      <div className="fields">
        {(['dataset', 'licence'] as const).map((field) => (
          <label key={field}>
            {texts.coding.source[field]}
            <input className="input" name={field} defaultValue={typed[field] ?? ''} required />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
