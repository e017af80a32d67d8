import { retractionReasons } from '@article21/model';
import type { HeldRecord } from '@article21/store';
import { type I18n, writePage } from './page.tsx';

/** What is to be retracted: a snapshot, or a record with all snapshots that hold it. */
export interface Retracted {
  ids: readonly string[];
  record: string | null;
  /** The ids that the record has in them: a rule publishes it under others than its own. */
  records: readonly string[];
  /** Sources that are served with words of the record. */
  quoted: readonly string[];
}

/** The field of the tick without which nothing is retracted, and of the code that says why. */
export const SURE = 'sure';
export const REASON = 'reason';

/** What a retraction removes and what it cannot, why it is made, and the button that makes it. */
export function retractPage(
  i18n: I18n,
  { ids, record, records, quoted, failed = null }: Retracted & { failed?: string | null },
): string {
  const { texts, words } = i18n;
  const { retract } = texts;
  const action = record === null ? `/publish/retract/${ids[0]}` : '/publish/retract';
  return writePage(i18n, {
    title: words.fill(record === null ? retract.snapshot : retract.record, { id: record ?? ids[0] ?? '' }),
    path: '/publish',
    failed,
    children: (
      <>
        <p>{retract.what}</p>
        {record === null ? null : (
          <>
            {records.some((it) => it !== record) ? (
              <p>{words.fill(retract.publishedAs, { ids: records.join(', ') })}</p>
            ) : null}
            <p>{words.plural(retract.holds, ids.length)}</p>
            <ul>
              {ids.map((id) => (
                <li key={id}>
                  <code>{id}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        <section aria-labelledby="cannot">
          <h2 id="cannot" className="section-title">
            {retract.cannot}
          </h2>
          <ul>
            {quoted.map((source) => (
              <li key={source}>
                <strong>{words.fill(retract.quoted, { source })}</strong>
              </li>
            ))}
            <li>{retract.undone}</li>
            <li>{retract.copies}</li>
            <li>{retract.folder}</li>
            <li>{retract.signed}</li>
          </ul>
        </section>
        <form method="post" action={action}>
          {record === null ? null : <input type="hidden" name="record" value={record} />}
          <fieldset className="question">
            <legend>{retract.why}</legend>
            {retractionReasons.map((reason) => (
              <label key={reason}>
                <input type="radio" name={REASON} value={reason} required />
                {words.ui.page.retracted.because[reason]}
              </label>
            ))}
          </fieldset>
          <p>
            <label>
              <input type="checkbox" name={SURE} value="yes" required /> {retract.sure}
            </label>
          </p>
          <button className="button main" type="submit">
            {retract.button}
          </button>
        </form>
        <p>
          <a href="/publish">{texts.failure.back}</a>
        </p>
      </>
    ),
  });
}

/** Why a record cannot be retracted yet, or at all. */
export function refusedRetraction(
  { texts, words }: I18n,
  record: string,
  held: Exclude<HeldRecord, { is: 'held' }> | null,
): string {
  const { retract } = texts;
  if (held?.is === 'served') return words.fill(retract.served, { record, id: held.id });
  return words.fill(retract.unknown, { record });
}
