import type { QueryIssue } from '@article21/model';
import { useSite } from './site.tsx';

/** Says what of the link was not understood. The rest of it is shown. */
export function AddressIssues() {
  const { view, words } = useSite();
  if (view.issues.length === 0) return null;
  return (
    <section className="notice" aria-label={words.ui.state.unreadable}>
      <p className="notice-title">{words.ui.state.unreadable}</p>
      <ul>
        {view.issues.map((issue) => (
          <li key={`${issue.key} ${issue.message}`}>
            <IssueText issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function IssueText({ issue }: { issue: QueryIssue }) {
  const { words } = useSite();
  const text = words.fill(words.ui.page.issue[issue.code], { key: issue.key, stated: named(issue) });
  const known = /^known: (.*)$/.exec(issue.hint)?.[1];
  return (
    <>
      {text}
      {known ? <span className="notice-hint">{` ${words.fill(words.ui.page.known, { known })}`}</span> : null}
    </>
  );
}

/** Of a list, the one value that was not understood. */
function named({ code, message, stated }: QueryIssue): string {
  return (code === 'unknown_value' && /^unknown \w+: (.*)$/.exec(message)?.[1]) || stated;
}
