import type { PageTexts } from '@article21/messages';
import type { Issue, Warning } from '@article21/model';
import type { SnapshotSummary, shownRetractions } from '@article21/store';
import type { SeenByReaders } from '../headlines.ts';
import { Failed, type I18n, writePage } from './page.tsx';
import { SeenChange } from './seen-change.tsx';

interface PublishProps {
  about: PageTexts['about'];
  history: readonly SnapshotSummary[];
  retracted: ReturnType<typeof shownRetractions>;
  /** What was said of a snapshot when it was published, by its id. */
  notes: ReadonlyMap<string, string>;
  /** Why it cannot be published; else what publishing changes; null where there is nothing to publish. */
  outlook:
    | null
    | { issues: readonly Issue[] }
    | {
        seen: string;
        shown: SeenByReaders;
        warnings: readonly Warning[];
        /** Whether the folder is what is served already. */
        isServed: boolean;
        /** The title of another dataset that is served; null where none is. */
        replaces: string | null;
      };
  notice?: string | null;
  failed?: string | null;
  message?: string;
}

/** What publishing changes, the button that does it, and all that was published. */
export function publishPage(
  i18n: I18n,
  { about, history, retracted, notes, outlook, notice, failed, message }: PublishProps,
): string {
  const { texts, words } = i18n;
  const { publish } = texts;
  return writePage(i18n, {
    title: publish.title,
    path: '/publish',
    notice,
    failed,
    children: (
      <>
        <p>{publish.what}</p>
        {outlook === null ? (
          <p>{publish.empty}</p>
        ) : 'issues' in outlook ? (
          <Failed>
            <Findings i18n={i18n} title={publish.unsound} findings={outlook.issues} />
          </Failed>
        ) : outlook.isServed ? (
          <>
            <p>
              <strong>{publish.nothing}</strong>
            </p>
            <p>{words.fill(publish.see, { command: 'npm start' })}</p>
          </>
        ) : (
          <>
            <SeenChange i18n={i18n} seen={outlook.shown} about={about} />
            {outlook.warnings.length === 0 ? null : (
              <details>
                <summary>{`${publish.warnings} (${outlook.warnings.length})`}</summary>
                <Findings i18n={i18n} title={publish.warnings} findings={outlook.warnings} />
              </details>
            )}
            <PublishForm i18n={i18n} outlook={outlook} message={message ?? ''} />
          </>
        )}
        <History i18n={i18n} history={history} retracted={retracted} notes={notes} />
      </>
    ),
  });
}

function PublishForm({
  i18n: { texts, words },
  outlook: { seen, replaces },
  message,
}: {
  i18n: I18n;
  outlook: { seen: string; replaces: string | null };
  message: string;
}) {
  const { publish } = texts;
  return (
    <form method="post" action="/publish" className="line">
      <input type="hidden" name="seen" value={seen} />
      <label htmlFor="message">{publish.message}</label>
      <input id="message" className="input short" name="message" maxLength={500} defaultValue={message} />
      {replaces === null ? null : (
        <label>
          <input type="checkbox" name="replaces" value="yes" required />{' '}
          {words.fill(publish.replace, { title: replaces })}
        </label>
      )}
      <button className="button main" type="submit">
        {publish.publish}
      </button>
    </form>
  );
}

function Findings({
  i18n: { importing, words },
  title,
  findings,
}: {
  i18n: I18n;
  title: string;
  findings: readonly (Issue | Warning)[];
}) {
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <ul>
        {findings.map((finding) => {
          const { file, row, column, stated } = finding;
          const { message, hint } = importing.found(finding);
          return (
            <li key={`${file} ${row} ${column} ${finding.message}`}>
              <strong>{[file, row, column].filter((it) => it !== null).join(':')}</strong>
              {`${stated === null ? '' : ` ${words.quote(stated)}`}: ${message}; ${hint}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({
  i18n: { texts, words },
  history,
  retracted,
  notes,
}: { i18n: I18n } & Pick<PublishProps, 'history' | 'retracted' | 'notes'>) {
  const { publish } = texts;
  if (history.length === 0 && retracted.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="section-title">
        {publish.history}
      </h2>
      <ul className="list">
        {history.map(({ id, title, records, publishedAt, created, current }) => (
          <li key={id}>
            <span>{`${title} · ${(publishedAt ?? created).slice(0, 10)} · ${words.plural(texts.records, records)}`}</span>
            {notes.has(id) ? <span>{words.quote(notes.get(id) ?? '')}</span> : null}
            <code>{id}</code>
            {current ? (
              <strong>{publish.current}</strong>
            ) : (
              <>
                <a href={`/publish/back/${id}`}>{publish.back}</a>
                <a href={`/publish/retract/${id}`}>{texts.retract.link}</a>
              </>
            )}
          </li>
        ))}
        {retracted.map(({ snapshot, at, reason }) => (
          <li key={snapshot}>
            <code>{snapshot}</code>
            <span className="muted">
              {words.fill(texts.retract.was, {
                day: at.slice(0, 10),
                reason: words.ui.page.retracted.because[reason],
              })}
            </span>
          </li>
        ))}
      </ul>
      <form method="get" action="/publish/retract" className="line">
        <label htmlFor="record">{texts.retract.find}</label>
        <input id="record" className="input short" name="record" required autoComplete="off" />
        <button className="button" type="submit">
          {texts.retract.look}
        </button>
      </form>
    </section>
  );
}

interface BackProps {
  about: PageTexts['about'];
  id: string;
  /** What is served now. */
  current: string;
  shown: SeenByReaders;
}

/** What going back to an earlier snapshot changes, and the button that does it. */
export function backPage(i18n: I18n, { about, id, current, shown }: BackProps): string {
  const { texts, words } = i18n;
  const { publish } = texts;
  return writePage(i18n, {
    title: words.fill(publish.backTitle, { id }),
    path: `/publish/back/${id}`,
    children: (
      <>
        <p>{publish.backWhat}</p>
        <SeenChange i18n={i18n} seen={shown} about={about} />
        <form method="post" action={`/publish/back/${id}`}>
          <input type="hidden" name="seen" value={current} />
          <button className="button main" type="submit">
            {publish.goBack}
          </button>
        </form>
      </>
    ),
  });
}
