import { isOpen } from '@article21/import';
import type { NotTaken } from '../answers.ts';
import type { Draft } from '../drafts.ts';
import type { Look } from '../look.ts';
import { Columns } from './columns.tsx';
import { DifferenceSection, Wrong } from './findings.tsx';
import { type I18n, writePage } from './page.tsx';
import { Questions } from './questions.tsx';
import { RateFields } from './rate.tsx';
import { Rows } from './rows.tsx';

interface TableProps {
  draft: Draft;
  look: Look;
  notTaken?: readonly NotTaken[];
  notice?: string | null;
  failed?: string | null;
  /** What was typed as the mapping, where that is not taken. */
  typedMapping?: string | null;
  /** What was typed as a rate, where that is not taken. */
  rate?: Readonly<Record<string, string>> | null;
}

/** A table before it is imported: what is understood, what is asked, what would change. */
export function tablePage(i18n: I18n, props: TableProps): string {
  const { draft, look, notTaken = [], notice, failed } = props;
  const { texts, words } = i18n;
  const { imported } = look;
  const { questions } = imported.understanding;
  const open = isOpen(imported);
  return writePage(i18n, {
    title: draft.name,
    path: `/tables/${draft.id}`,
    notice,
    failed,
    children: (
      <>
        <ReadAs i18n={i18n} look={look} />
        {questions.length === 0 ? null : (
          <section aria-labelledby="asked">
            <h2 id="asked" className="section-title">
              {`${texts.table.asked} (${words.plural(texts.table.questions, questions.length)})`}
            </h2>
            <p className="muted">{texts.table.once}</p>
            <form method="post" action={`/tables/${draft.id}/answers`}>
              <input type="hidden" name="was" value={look.kept.hash} />
              <Questions
                i18n={i18n}
                questions={questions}
                notTaken={notTaken}
                country={look.kept.mapping.places.country ?? ''}
                from={draft}
              />
              <button className="button main" type="submit">
                {texts.table.answer}
              </button>
            </form>
          </section>
        )}
        <Wrong i18n={i18n} imported={imported} />
        <Rate i18n={i18n} {...props} />
        <DifferenceSection
          i18n={i18n}
          difference={imported.difference}
          noteOf={imported.understanding.noteOf}
        />
        <form method="post" action={`/tables/${draft.id}/import`} className="line">
          <input type="hidden" name="seen" value={look.seen} />
          <button className="button main" type="submit" disabled={open}>
            {texts.table.import}
          </button>
          {open ? <span className="muted">{texts.table.notYet}</span> : null}
        </form>
        <Rows i18n={i18n} look={look} />
        <Columns i18n={i18n} draft={draft} look={look} />
        <Mapping i18n={i18n} {...props} />
      </>
    ),
  });
}

/** Where amounts cannot be told in euros: what their currency was worth. */
function Rate({ i18n: { texts }, draft, look, rate = null }: { i18n: I18n } & TableProps) {
  const missing = look.imported.issues.find(({ code }) => code === 'no_rate');
  if (missing === undefined) return null;
  const currency = /[A-Z]{3}/.exec(missing.stated ?? '')?.[0] ?? '';
  return (
    <form method="post" action={`/tables/${draft.id}/rate`}>
      <input type="hidden" name="was" value={look.kept.hash} />
      <RateFields texts={texts} filled={{ currency, ...rate }} />
      <button className="button main" type="submit">
        {texts.table.saveRate}
      </button>
    </form>
  );
}

function ReadAs({ i18n: { texts, words, importing }, look }: { i18n: I18n; look: Look }) {
  const { head, header, rows, records, leftOut, remarks } = look.imported.understanding;
  const { fill, plural, number } = words;
  const others = head?.sheets.filter((it) => it !== head.sheet) ?? [];
  const how = [
    ...(head?.encoding ? [fill(texts.table.encoding, { encoding: head.encoding })] : []),
    ...(head?.separator
      ? [
          fill(texts.table.separator, {
            separator: head.separator === '\t' ? 'TAB' : words.quote(head.separator),
          }),
        ]
      : []),
    ...(head?.sheet ? [fill(texts.table.sheet, { sheet: head.sheet })] : []),
    ...(header ? [fill(texts.table.header, { row: String(header.row) })] : []),
    ...(others.length > 0 ? [fill(texts.table.otherSheets, { sheets: others.join(', ') })] : []),
  ];
  const out = Object.entries(leftOut).flatMap(([why, count]) =>
    count > 0 ? [`${texts.table.why[why as keyof typeof leftOut]} (${number(count)})`] : [],
  );
  return (
    <section aria-labelledby="read">
      <h2 id="read" className="section-title">
        {texts.table.read}
      </h2>
      <p>{how.join(', ')}</p>
      <p>{[plural(texts.table.rows, rows), plural(texts.records, records), ...out].join('; ')}</p>
      {remarks.length === 0 ? null : (
        <ul>
          {remarks.map((it) => (
            <li key={it.code}>{importing.remark(it)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mapping({ i18n: { texts, folder }, draft, look, typedMapping = null }: { i18n: I18n } & TableProps) {
  const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
  const command = `npm run article21 -- import ${quoted(draft.table)} --into ${quoted(folder)} --map ${quoted(draft.at)}`;
  return (
    <details open={typedMapping !== null}>
      <summary>{texts.table.edit}</summary>
      <form method="post" action={`/tables/${draft.id}/mapping`}>
        <input type="hidden" name="was" value={look.kept.hash} />
        <p>{texts.table.editWhat}</p>
        <p>
          <code>{command}</code>
        </p>
        <textarea
          name="mapping"
          aria-label={texts.table.edit}
          spellCheck={false}
          defaultValue={typedMapping ?? look.kept.text}
        />
        <button className="button" type="submit">
          {texts.table.saveMapping}
        </button>
      </form>
    </details>
  );
}
