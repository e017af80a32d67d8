import type { Sentence } from '@article21/coding';
import { attributesIn, stampOf } from '@article21/import';
import { attributeFilter, attributeIn } from '@article21/model';
import type { ReactNode } from 'react';
import { placeNames } from '../names.ts';
import { type I18n, writePage } from '../pages/page.tsx';
import { codedPlaceName, type Passage, recordPath, type Statement } from './statements.ts';
import type { FormPlace } from './unsaved-forms.ts';

interface TextProps {
  statement: Statement;
  unsavedForms: readonly FormPlace[];
  notice?: string | null;
  failed?: string | null;
}

/** A text, sentence by sentence: what the rules propose for each, and what was coded from it. */
export function textPage(i18n: I18n, { statement, unsavedForms, notice, failed }: TextProps): string {
  const { texts, words } = i18n;
  const { id, source, sentences, proposals, passages } = statement;
  const coded = proposals.filter(({ isCoded }) => isCoded).length;
  const open = proposals.find(({ isCoded }) => !isCoded);
  return writePage(i18n, {
    title: source.title ?? id,
    path: `/coding/${id}`,
    notice,
    failed,
    script: 'select-words.js',
    children: (
      <>
        <p>
          {words.fill(texts.coding.state, {
            records: words.plural(texts.records, new Set(passages.map(({ record }) => record.id)).size),
            coded: words.number(coded),
            proposals: words.number(proposals.length),
          })}
        </p>
        {open === undefined ? null : (
          <p>
            <a className="button main" href={recordPath(id, open.proposal.quote, open.at)}>
              {texts.coding.next}
            </a>
          </p>
        )}
        {unsavedForms.length === 0 ? null : (
          <section aria-labelledby="half-filled">
            <h2 id="half-filled" className="section-title">
              {texts.coding.halfFilled}
            </h2>
            <ul>
              {unsavedForms.map((place) => (
                <li key={`${place.start} ${place.end} ${place.at}`}>
                  <a href={recordPath(id, place, place.at)}>{beginning(statement, place)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="muted">{texts.coding.select}</p>
        <ol className="sentences">
          {sentences.map((sentence) => (
            <OneSentence key={sentence.start} i18n={i18n} statement={statement} sentence={sentence} />
          ))}
        </ol>
      </>
    ),
  });
}

/** How many letters of a passage name it. */
const NAMED = 80;

function beginning({ text }: Statement, { start, end }: FormPlace): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  return words.length > NAMED ? `${[...words].slice(0, NAMED).join('')}…` : words;
}

interface SentenceProps {
  i18n: I18n;
  statement: Statement;
  sentence: Sentence;
}

function OneSentence({ i18n, statement, sentence }: SentenceProps) {
  const { texts, words } = i18n;
  const { id, proposals, passages } = statement;
  const { start, end } = sentence;
  const here = proposals.filter(({ proposal }) => proposal.quote.start === start);
  const begun = passages.filter((it) => start <= it.start && it.start < end);
  return (
    <li id={`s${start}`}>
      <p className="sentence">
        {marked(statement, start, end)}{' '}
        <a className="code" href={recordPath(id, sentence, null)}>
          {texts.coding.code}
        </a>
      </p>
      {here.length + begun.length === 0 ? null : (
        <ul className="told">
          {here.map(({ proposal, at, isCoded }) =>
            isCoded ? null : (
              <li key={at}>
                <a href={recordPath(id, sentence, at)}>
                  {words.fill(texts.coding.proposed, {
                    record: [
                      words.kind(proposal.kind),
                      proposal.count.value,
                      proposal.place && codedPlaceName(statement, proposal.place.value, i18n.language),
                    ]
                      .filter(Boolean)
                      .join(', '),
                  })}
                </a>
              </li>
            ),
          )}
          {begun.map(({ record }) => (
            <li key={record.id} id={`record-${record.id}`}>
              {summaryOf(i18n, record, placeNames(statement.rows, i18n.language))}{' '}
              <a href={`/protection/records/${record.id}`}>{texts.protection.marking.link}</a>{' '}
              <form method="post" action={`/coding/${id}/remove`}>
                <input type="hidden" name="record" value={record.id} />
                <input type="hidden" name="stamp" value={stampOf(record)} />
                <button className="quiet" type="submit" aria-label={`${texts.coding.remove}: ${record.id}`}>
                  {texts.coding.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A record in a few words. */
export function summaryOf(
  { words, importing }: I18n,
  record: Passage['record'],
  placeCalled: (id: string) => string,
): string {
  const { count, amount, days, place, date } = record;
  const attributes = attributesIn(record).flatMap((column) =>
    record[column] ? attributeFilter(attributeIn(column) ?? column, record[column]) : [],
  );
  // Beside a number of people a second one says what it counts.
  const arrest = days ? `${importing.field('days')}: ${days}` : '';
  const summary = [words.kind(record.kind ?? ''), count, amount, arrest, place && placeCalled(place), date];
  return [...summary, words.attributesFiltered(attributes)].filter(Boolean).join(', ');
}

/** A stretch of a text in which the passages of records are marked, each linked at its end to its record. */
function marked({ text, passages }: Statement, start: number, end: number): ReactNode[] {
  const inside = passages
    .map((it, i) => ({ ...it, number: i + 1 }))
    .filter((it) => it.start < end && start < it.end);
  const bounds = [
    ...new Set([start, end, ...inside.flatMap((it) => [Math.max(start, it.start), Math.min(end, it.end)])]),
  ].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? end;
    const covering = inside.filter((it) => it.start <= from && to <= it.end);
    const words = <span data-at={from}>{text.slice(from, to)}</span>;
    const ending = inside.filter((it) => it.end === to);
    return (
      <span key={from}>
        {covering.length === 0 ? words : <mark data-records={covering.length}>{words}</mark>}
        {ending.map(({ record, number }) => (
          <sup key={record.id}>
            <a href={`#record-${record.id}`}>{number}</a>
          </sup>
        ))}
      </span>
    );
  });
}
