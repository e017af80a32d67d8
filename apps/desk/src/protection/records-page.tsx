import { type FolderRows, isSensitive, type Marking } from '@article21/import';
import type { Issue } from '@article21/model';
import { Issues } from '../coding/statements-page.tsx';
import { Failed, type I18n, writePage } from '../pages/page.tsx';

type Row = FolderRows['records'][number];

/** What came of marking some records. */
export interface Marked {
  notice?: string;
  failed?: string;
  issues?: readonly Issue[];
  /** By which it is taken back. */
  undo?: Marking;
}

/** So many records are on a page. */
export const RECORDS_SHOWN = 100;

interface Props extends Marked {
  /** Whether no rule says how such records are published: then none can be marked. */
  isUnruled: boolean;
}

interface ListProps extends Props {
  /** A record in a few words. */
  named(row: Row): string;
  /** Those of this page, of all that were sought. */
  records: readonly Row[];
  total: number;
  sensitive: number;
  sought: string;
  page: number;
}

/** The records of the folder, to mark several of them at once. */
export function recordsPage(i18n: I18n, props: ListProps): string {
  const { named, records, total, sensitive, sought, page, notice, failed } = props;
  const { texts, words } = i18n;
  const { protection, failure } = texts;
  const { marking } = protection;
  const at = (n: number) => `/protection/records?q=${encodeURIComponent(sought)}&page=${n}`;
  return writePage(i18n, {
    title: marking.title,
    path: at(page),
    notice,
    failed,
    children: (
      <>
        <Outcome i18n={i18n} {...props} />
        <p>{marking.what}</p>
        <form method="get" action="/protection/records" className="line">
          <label htmlFor="q">{marking.search}</label>
          <input id="q" className="input short" name="q" defaultValue={sought} autoComplete="off" />
          <button className="button" type="submit">
            {marking.find}
          </button>
        </form>
        <p>{`${words.plural(texts.records, total)} · ${words.fill(marking.count, { n: words.number(sensitive) })}`}</p>
        {records.length === 0 ? null : (
          <form method="post" action="/protection/records">
            <input type="hidden" name="q" value={sought} />
            <input type="hidden" name="page" value={page} />
            <ul className="list">
              {records.map((row) => (
                <li key={row.id}>
                  <label>
                    <input type="checkbox" name="record" value={row.id} /> {named(row)}
                  </label>
                  <a href={`/protection/records/${row.id}`}>{row.id}</a>
                  {isSensitive(row) ? <strong>{marking.marked}</strong> : null}
                </li>
              ))}
            </ul>
            <Buttons i18n={i18n} canMark={!props.isUnruled} canUnmark={sensitive > 0} />
          </form>
        )}
        <p className="line">
          {page > 1 ? <a href={at(page - 1)}>{marking.previous}</a> : null}
          {page * RECORDS_SHOWN < total ? <a href={at(page + 1)}>{marking.next}</a> : null}
          <a href="/protection">{failure.back}</a>
        </p>
      </>
    ),
  });
}

interface OneProps extends Props {
  /** The record in a few words. */
  title: string;
  row: Row;
  evidence: FolderRows['evidence'];
}

/** One record as its tables have it, and whether it is sensitive. */
export function recordPage(i18n: I18n, props: OneProps): string {
  const { title, row, evidence, notice, failed } = props;
  const { texts } = i18n;
  const { marking } = texts.protection;
  const { id = '' } = row;
  return writePage(i18n, {
    title,
    path: `/protection/records/${id}`,
    notice,
    failed,
    children: (
      <>
        <Outcome i18n={i18n} {...props} />
        <p>
          <code>{id}</code> <strong>{isSensitive(row) ? marking.marked : marking.unmarked}</strong>
        </p>
        {evidence.map((it, n) => (
          <p key={n} className="passage">
            {it.quote || [it.source, it.row, it.url].filter(Boolean).join(' · ')}
          </p>
        ))}
        {row.note ? <p className="muted">{row.note}</p> : null}
        <form method="post" action={`/protection/records/${id}`}>
          <input type="hidden" name="record" value={id} />
          <Buttons i18n={i18n} canMark={!props.isUnruled && !isSensitive(row)} canUnmark={isSensitive(row)} />
        </form>
        <p className="line">
          <a href="/protection/records">{marking.all}</a>
        </p>
      </>
    ),
  });
}

interface ButtonsProps {
  i18n: I18n;
  canMark: boolean;
  canUnmark: boolean;
}

function Buttons({ i18n: { texts }, canMark, canUnmark }: ButtonsProps) {
  const { marking } = texts.protection;
  return (
    <p className="line">
      {canMark ? (
        <button className="button main" type="submit" name="mark" value="yes">
          {marking.mark}
        </button>
      ) : null}
      {canUnmark ? (
        <button className="button" type="submit" name="mark" value="no">
          {marking.unmark}
        </button>
      ) : null}
    </p>
  );
}

/** What cannot be done or was not, and why, and the button that takes back what was. */
function Outcome({ i18n, issues = [], isUnruled, undo }: Props & { i18n: I18n }) {
  const { texts } = i18n;
  const { marking, add } = texts.protection;
  return (
    <>
      {issues.length === 0 ? null : (
        <Failed>
          <p>{texts.declaring.refused}</p>
          <Issues i18n={i18n} issues={issues} />
        </Failed>
      )}
      {isUnruled ? (
        <Failed>
          <p>{marking.unruled}</p>
          <a href="/protection/rule?sensitive">{add}</a>
        </Failed>
      ) : null}
      {undo === undefined ? null : (
        <form method="post" action="/protection/records">
          {undo.ids.map((id) => (
            <input key={id} type="hidden" name="record" value={id} />
          ))}
          <button className="button" type="submit" name="mark" value={undo.isSensitive ? 'yes' : 'no'}>
            {marking.undo}
          </button>
        </form>
      )}
    </>
  );
}
