import { datasetFields, documentExtensions, statementFields } from '@article21/import';
import type { Issue } from '@article21/model';
import { FileField } from '../pages/file-field.tsx';
import { Failed, type Saying, writePage } from '../pages/page.tsx';
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
export function statementsPage(saying: Saying, props: StatementsProps): string {
  const { statements, failed, issues = [] } = props;
  const { texts, words } = saying;
  return writePage(saying, {
    title: texts.coding.title,
    path: '/coding',
    script: 'chosen-file.js',
    children: (
      <>
        {failed == null && issues.length === 0 ? null : (
          <Failed>
            {failed == null ? null : <p>{failed}</p>}
            <Issues saying={saying} issues={issues} />
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
        <Bring saying={saying} {...props} />
      </>
    ),
  });
}

function Bring({ saying, isNew, typed = {} }: { saying: Saying } & StatementsProps) {
  const { coding } = saying.texts;
  return (
    <section aria-labelledby="bring">
      <h2 id="bring" className="section-title">
        {coding.bring}
      </h2>
      <form method="post" action="/coding" encType="multipart/form-data">
        <p>{coding.file}</p>
        <p>
          <FileField saying={saying} name="file" label={coding.file} endings={documentExtensions} />
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
export function Issues({ saying: { importing }, issues }: { saying: Saying; issues: readonly Issue[] }) {
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
