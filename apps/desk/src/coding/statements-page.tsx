import { datasetFields, documentExtensions, statementFields } from '@article21/import';
import type { Issue } from '@article21/model';
import { FileField } from '../pages/file-field.tsx';
import { Failed, type I18n, writePage } from '../pages/page.tsx';
import type { StatementSummary } from './statements.ts';

interface StatementsProps {
  statements: readonly StatementSummary[];
  /** Whether the folder has no dataset yet. */
  isNew: boolean;
  failed?: string | null;
  issues?: readonly Issue[];
  /** What was filled in, where it was not taken. */
  typed?: Readonly<Record<string, string>>;
}

/** The texts of the folder, and where another one is brought. */
export function statementsPage(i18n: I18n, props: StatementsProps): string {
  const { statements, failed, issues = [] } = props;
  const { texts, words } = i18n;
  return writePage(i18n, {
    title: texts.coding.title,
    path: '/coding',
    script: 'chosen-file.js',
    children: (
      <>
        {failed == null && issues.length === 0 ? null : (
          <Failed>
            {failed == null ? null : <p>{failed}</p>}
            <Issues i18n={i18n} issues={issues} />
          </Failed>
        )}
        <p>{texts.coding.what}</p>
        {statements.length === 0 ? null : (
          <ul className="list">
            {statements.map(({ id, title, records }) => (
              <li key={id}>
                <a href={`/coding/${id}`}>{title}</a>
                <span className="muted">{words.plural(texts.records, records)}</span>
              </li>
            ))}
          </ul>
        )}
        <Bring i18n={i18n} {...props} />
      </>
    ),
  });
}

function Bring({ i18n, isNew, typed = {} }: { i18n: I18n } & StatementsProps) {
  const { coding } = i18n.texts;
  return (
    <section aria-labelledby="bring">
      <h2 id="bring" className="section-title">
        {coding.bring}
      </h2>
      <form method="post" action="/coding" encType="multipart/form-data">
        <p>{coding.file}</p>
        <p>
          <FileField i18n={i18n} name="file" label={coding.file} endings={documentExtensions} />
        </p>
        <label className="pasted">
          {coding.paste}
          <textarea name="text" defaultValue={typed.text ?? ''} />
        </label>
        <div className="fields">
          {statementFields.map((field) => (
            <label key={field}>
              {coding.source[field]}
              <input
                className="input"
                name={field}
                defaultValue={typed[field] ?? ''}
                required={field === 'title' || field === 'publisher' || field === 'rights'}
              />
            </label>
          ))}
          {isNew
            ? datasetFields.map((field) => (
                <label key={field}>
                  {coding.source[field]}
                  <input className="input" name={field} defaultValue={typed[field] ?? ''} required />
                </label>
              ))
            : null}
          <label>
            <input type="checkbox" name="internal" defaultChecked={typed.internal !== undefined} />{' '}
            {coding.source.internal}
          </label>
        </div>
        <button className="button main" type="submit">
          {coding.add}
        </button>
      </form>
    </section>
  );
}

/** What is wrong with the dataset that would come of something. */
export function Issues({ i18n: { importing }, issues }: { i18n: I18n; issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul>
      {issues.map((issue) => {
        const { file, row, column } = issue;
        const { message, hint } = importing.found(issue);
        return (
          <li key={`${file} ${row} ${column} ${issue.message}`}>
            <strong>{[file, row, column].filter((it) => it !== null).join(', ')}</strong>
            {`: ${message}; ${hint}`}
          </li>
        );
      })}
    </ul>
  );
}
