import { placeKinds } from '@article21/model';
import { placeNames } from '../names.ts';
import { Failed, type I18n, writePage } from '../pages/page.tsx';
import { RateFields } from '../pages/rate.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { Field } from './record-field.tsx';
import { type CodedField, codedFields, type FilledForm, type ProposedFields } from './record-form.ts';
import type { Saved } from './save.ts';
import { codedPlaceName, recordPath, type Statement } from './statements.ts';
import { Issues } from './statements-page.tsx';
import { summaryOf } from './text-page.tsx';

interface RecordProps {
  statement: Statement;
  start: number;
  end: number;
  /** Which proposal of its sentence it begins with; null: none. */
  at: number | null;
  /** The id that the record gets. */
  id: string;
  proposed: ProposedFields;
  /** Where the proposal after this one is; null where this is the last. */
  skipTo: string | null;
  /** The record that was saved just before, with the stamp of its row. */
  before?: { record: Readonly<Record<string, string>>; stamp: string } | null;
  /** What was filled in, and why it was not saved. */
  form?: FilledForm;
  refused?: Saved;
  rate?: Readonly<Record<string, string>> | null;
  /** The hash of what was kept of this form before. */
  was: string;
  /** Whether what is filled in was kept, and not typed just now. */
  isKept: boolean;
}

/** One record of a passage: what is proposed for each field, each to be confirmed. Enter saves it and goes on. */
export function recordPage(i18n: I18n, props: RecordProps): string {
  const { statement, start, end, at, id, skipTo, before, refused } = props;
  const { texts, words } = i18n;
  const { coding } = texts;
  const path = recordPath(statement.id, { start, end }, at);
  return writePage(i18n, {
    title: coding.record,
    path,
    script: 'keep-form.js',
    notice: before
      ? words.fill(coding.saved, {
          record: summaryOf(i18n, before.record, placeNames(statement.rows, i18n.language)),
        })
      : null,
    children: (
      <>
        {before ? <Undo i18n={i18n} source={statement.id} before={before} /> : null}
        {refused ? <Refused i18n={i18n} refused={refused} /> : null}
        {props.isKept ? <Kept i18n={i18n} {...props} /> : null}
        <p className="failed" role="alert" data-changed hidden>
          {coding.keptElsewhere}
        </p>
        <Quotation statement={statement} start={start} end={end} />
        <form method="post" action={`/coding/${statement.id}/record`} className="record">
          <input type="hidden" name="from" value={start} />
          <input type="hidden" name="to" value={end} />
          <input type="hidden" name="at" value={at ?? ''} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="was" value={props.was} />
          <label className="quotation">
            {coding.quotation}
            <textarea
              name="quote"
              rows={3}
              defaultValue={props.form?.quote || statement.text.slice(start, end).replace(/\s+/g, ' ')}
            />
          </label>
          {codedFields.map((field, i) => (
            <Field key={field} i18n={i18n} field={field} isFirst={i === 0} {...props} />
          ))}
          <AttributeFields i18n={i18n} {...(props.form === undefined ? {} : { form: props.form })} />
          <datalist id="places">
            {statement.rows.places.map(({ id: place, name_en, name_ru, name_kk }) => (
              <option key={place} value={codedPlaceName(statement, place ?? '', i18n.language)}>
                {[name_en, name_ru, name_kk].filter(Boolean).join(' · ')}
              </option>
            ))}
          </datalist>
          {refused?.is === 'place' ? <WhichPlace i18n={i18n} placeQuestion={refused} /> : null}
          <Rate i18n={i18n} {...props} />
          <p className="line">
            <button className="button main" type="submit">
              {coding.save}
            </button>
            <button
              className="button"
              type="submit"
              formAction={`/coding/${statement.id}/half-filled`}
              formNoValidate
            >
              {coding.keep}
            </button>
            {skipTo === null ? null : <a href={skipTo}>{coding.skip}</a>}
            <a href={`/coding/${statement.id}#s${sentenceOf(statement, start)}`}>{coding.toText}</a>
          </p>
        </form>
      </>
    ),
  });
}

/** Says that the form was left half-filled, and offers to begin it anew. */
function Kept({ i18n: { texts }, statement, start, end, at }: { i18n: I18n } & RecordProps) {
  const fields = { from: start, to: end, at: at ?? '' };
  return (
    <form method="post" action={`/coding/${statement.id}/half-filled/discard`} className="line said">
      {texts.coding.wasKept}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="button" type="submit">
        {texts.coding.beginAnew}
      </button>
    </form>
  );
}

/** How much of the text is shown before and after a quotation. */
const AROUND = 300;

function Quotation({ statement, start, end }: { statement: Statement; start: number; end: number }) {
  const { text } = statement;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return (
    <blockquote className="passage">
      <span className="muted">{(from > 0 ? '…' : '') + text.slice(from, start)}</span>
      <strong>{text.slice(start, end)}</strong>
      <span className="muted">{text.slice(end, to) + (to < text.length ? '…' : '')}</span>
    </blockquote>
  );
}

function WhichPlace({
  i18n: { texts, words, importing },
  placeQuestion: { question, proposals, notes },
}: {
  i18n: I18n;
  placeQuestion: Extract<Saved, { is: 'place' }>;
}) {
  return (
    <fieldset className="question">
      <legend>{`${texts.coding.field.place}: ${importing.question(question)}`}</legend>
      {proposals.map((it) => {
        const note = notes[it];
        return (
          <label key={it}>
            <input type="radio" name="chosen-place" value={it} />{' '}
            {note === undefined ? it : importing.place(note)}
          </label>
        );
      })}
      <p>{texts.coding.newPlace}</p>
      <label>
        {texts.coding.placeKind}{' '}
        <select className="input" name="place-kind" defaultValue="">
          <option value="">…</option>
          {placeKinds.map((it) => (
            <option key={it} value={it}>
              {words.placeKind[it]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.coding.country} <input className="input" name="country" maxLength={2} size={2} />
      </label>
    </fieldset>
  );
}

/** Asked where an amount has no rate, and kept in sight with what was typed until it is saved. */
function Rate({ i18n: { texts }, refused, rate, form }: { i18n: I18n } & RecordProps) {
  const isAsked = refused?.is === 'issues' && refused.issues.some(({ code }) => code === 'no_rate');
  if (!isAsked && !rate) return null;
  const currency = /[A-Z]{3}/.exec(form?.values.amount ?? '')?.[0] ?? '';
  return <RateFields texts={texts} filled={{ currency, ...rate }} />;
}

function Refused({ i18n, refused }: { i18n: I18n; refused: Saved }) {
  const { texts, words } = i18n;
  const { coding, failure } = texts;
  // Without the examples that stand beside a field in brackets.
  const named = (fields: readonly CodedField[]) =>
    words.list(fields.map((it) => coding.field[it].replace(/ \([^)]*\)$/, '')));
  return (
    <Failed>
      {refused.is === 'unconfirmed' ? (
        <p>{words.fill(coding.unconfirmed, { fields: named(refused.fields) })}</p>
      ) : null}
      {refused.is === 'missing' ? (
        <p>{words.fill(coding.missing, { fields: named(refused.fields) })}</p>
      ) : null}
      {refused.is === 'ambiguous' ? <p>{coding.ambiguous}</p> : null}
      {refused.is === 'notInText' ? <p>{coding.notInText}</p> : null}
      {refused.is === 'stale' ? <p>{failure.stale}</p> : null}
      {refused.is === 'place' ? <p>{coding.whichPlace}</p> : null}
      {refused.is === 'issues' ? (
        <>
          <Issues i18n={i18n} issues={refused.issues.filter(({ code }) => code !== 'no_rate')} />
          {refused.issues.some(({ code }) => code === 'no_rate') ? <p>{coding.noRate}</p> : null}
        </>
      ) : null}
    </Failed>
  );
}

function Undo({
  i18n: { texts },
  source,
  before: { record, stamp },
}: {
  i18n: I18n;
  source: string;
  before: NonNullable<RecordProps['before']>;
}) {
  return (
    <form method="post" action={`/coding/${source}/remove`}>
      <input type="hidden" name="record" value={record.id} />
      <input type="hidden" name="stamp" value={stamp} />
      <input type="hidden" name="again" value="yes" />
      <button className="button" type="submit">
        {texts.coding.undo}
      </button>
    </form>
  );
}

function sentenceOf({ sentences }: Statement, at: number): number {
  return sentences.find(({ end }) => at < end)?.start ?? 0;
}
