import type { Question } from '@article21/import';
import { pathText } from '@article21/import/questions';
import { inRows } from '@article21/messages/in-rows';
import { placeKinds } from '@article21/model';
import {
  ANSWER,
  asksForPlace,
  chosenField,
  countryField,
  type Group,
  groupsOf,
  isAboutUse,
  kindField,
  LIKELIEST,
  NOTHING,
  type NotTaken,
  typedField,
} from '../answers.ts';
import { declaredPath } from '../declared/declared-page.tsx';
import type { Draft } from '../drafts.ts';
import type { I18n } from './page.tsx';

/** So many of them can be chosen by a press each; more are a list that is unfolded. */
const IN_SIGHT = 6;

interface QuestionsProps {
  i18n: I18n;
  questions: readonly Question[];
  notTaken: readonly NotTaken[];
  /** Where places are looked for: ISO 3166-1, empty where that is not known. */
  country: string;
  /** The table that is asked about, to come back to. */
  from: Pick<Draft, 'id'>;
}

/** So many cells are asked about one by one; who has answered these, and all that are alike, is shown the next. */
const MOST_CELLS = 200;

/** A control for each question: the answers that are proposed, and a field for any other. */
export function Questions({ i18n, questions, notTaken, country, from }: QuestionsProps) {
  const { texts, words } = i18n;
  const cells = questions.filter(({ value }) => value !== null);
  const shown = [...questions.filter(({ value }) => value === null), ...cells.slice(0, MOST_CELLS)];
  return (
    <>
      {groupsOf(questions).map((group) => (
        <OneGroup key={pathText(group.at)} i18n={i18n} group={group} country={country} from={from} />
      ))}
      {shown.map((question) => (
        <OneQuestion
          key={pathText(question.at)}
          i18n={i18n}
          question={question}
          country={country}
          from={from}
          notTaken={notTaken.find(({ at }) => pathText(at) === pathText(question.at)) ?? null}
        />
      ))}
      {cells.length > MOST_CELLS ? (
        <p>{words.fill(texts.table.moreQuestions, { n: words.number(cells.length - MOST_CELLS) })}</p>
      ) : null}
    </>
  );
}

/** How many cells of a group are named. */
const NAMED = 12;

/** One answer for all cells with the same doubt. */
function OneGroup({
  i18n,
  group,
  country,
  from,
}: Omit<OneProps, 'question' | 'notTaken'> & { group: Group }) {
  const { texts, words, importing } = i18n;
  const { at, questions, proposals } = group;
  const [first] = questions;
  if (first === undefined) return null;
  const isColumns = isAboutUse(first);
  const count = words.plural(isColumns ? texts.table.columnCount : texts.table.values, questions.length);
  const title = `${texts.table.allLike} (${count})`;
  const subject = importing.subject(first.question) ?? texts.table.wholeTable;
  const named = questions
    .slice(0, NAMED)
    .map((it) => cellText(i18n, (isColumns ? it.column : it.value) ?? ''));
  return (
    <fieldset className="question all">
      <legend>
        <strong>{isColumns ? texts.table.columns : (first.column ?? subject)}</strong>
        {`: ${title}: ${importing.question(first.question)}`}
      </legend>
      <p className="muted">{`${named.join(', ')}${questions.length > NAMED ? ' …' : ''}`}</p>
      {questions.every((it) => it.proposals.length > 0) &&
      questions.some((it) => it.proposals[0] !== proposals[0]) ? (
        <label>
          <input type="radio" name={chosenField(at)} value={LIKELIEST} />
          {texts.table.likeliest}
        </label>
      ) : null}
      {proposals.map((it) => (
        <label key={it}>
          <input type="radio" name={chosenField(at)} value={it === '' ? NOTHING : ANSWER + it} />
          {labelOf(i18n, first, it)}
        </label>
      ))}
      {isColumns ? null : (
        <label>
          {texts.table.other}
          <input
            className="input"
            name={typedField(at)}
            aria-label={title}
            placeholder={first.form === undefined ? '' : importing.form(first.form)}
            autoComplete="off"
          />
        </label>
      )}
      {isColumns ? <ToColumns i18n={i18n} /> : null}
      {at.includes('kind') ? <OwnKind i18n={i18n} from={from} /> : null}
      {questions.every(asksForPlace) ? <NewPlace i18n={i18n} at={at} country={country} /> : null}
    </fieldset>
  );
}

interface OneProps {
  i18n: I18n;
  question: Question;
  country: string;
  from: Pick<Draft, 'id'>;
  notTaken: NotTaken | null;
}

function OneQuestion({ i18n, question, country, from, notTaken }: OneProps) {
  const { texts, words, importing } = i18n;
  const questionText = importing.question(question.question);
  const { column, value, at, count, rows, proposals, form } = question;
  const where =
    count === 0
      ? ''
      : ` (${words.plural(texts.table.cells, count)}, ${inRows(words, texts, { rows, more: count > rows.length })})`;
  const id = typedField(at);
  return (
    <fieldset className="question">
      <legend>
        <strong>{column ?? importing.subject(question.question) ?? texts.table.wholeTable}</strong>
        {value === null ? '' : ` ${cellText(i18n, value)}`}
        {`: ${questionText}`}
        <span className="muted">{where}</span>
      </legend>
      {proposals.length > IN_SIGHT ? (
        <select className="input" name={chosenField(at)} aria-label={questionText} defaultValue="">
          <option value="">…</option>
          {proposals.map((it) => (
            <option key={it} value={it === '' ? NOTHING : ANSWER + it}>
              {labelOf(i18n, question, it)}
            </option>
          ))}
        </select>
      ) : (
        proposals.map((it) => (
          <label key={it}>
            <input type="radio" name={chosenField(at)} value={it === '' ? NOTHING : ANSWER + it} />
            {labelOf(i18n, question, it)}
          </label>
        ))
      )}
      {isClosed(question) ? null : (
        <label>
          {proposals.length > 0 ? texts.table.other : null}
          <input
            className="input"
            name={id}
            aria-label={questionText}
            placeholder={form === undefined ? '' : importing.form(form)}
            defaultValue={notTaken?.typed ?? ''}
            aria-invalid={notTaken === null ? undefined : true}
            autoComplete="off"
          />
        </label>
      )}
      {isAboutUse({ at }) ? <ToColumns i18n={i18n} /> : null}
      {at.includes('kind') ? <OwnKind i18n={i18n} from={from} /> : null}
      {asksForPlace(question) ? <NewPlace i18n={i18n} at={at} country={country} /> : null}
      {notTaken === null ? null : (
        <p className="wrong" role="alert">
          {`${words.quote(notTaken.typed)} ${words.fill(texts.table.notTaken, { why: importing.form(notTaken.form) })}`}
        </p>
      )}
    </fieldset>
  );
}

/** A cell as it was typed, in quotation marks: there is nothing between those of an empty one. */
function cellText({ texts, words }: I18n, value: string): string {
  return value === '' ? texts.table.emptyCell : words.quote(value);
}

/** The way to where a column is given to a field. */
function ToColumns({ i18n: { texts } }: Pick<OneProps, 'i18n'>) {
  return (
    <p>
      <a href="#columns">{texts.table.sayInColumns}</a>
    </p>
  );
}

/** The way to a kind that the dataset does not have yet, and back. */
function OwnKind({ i18n: { texts }, from }: Pick<OneProps, 'i18n' | 'from'>) {
  return (
    <p>
      <a href={declaredPath('kinds', null, { from })}>{texts.declaring.ownKind}</a>
    </p>
  );
}

/** A place that no list has: what it is, and in which country; the cell is its name. */
function NewPlace({
  i18n: { texts, words },
  at,
  country,
}: {
  i18n: I18n;
  at: Question['at'];
  country: string;
}) {
  return (
    <span>
      <label>
        {texts.table.newPlace}
        <select className="input narrow" name={kindField(at)} defaultValue="">
          <option value="">…</option>
          {placeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.placeKind[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.table.country}
        <input
          className="input narrow"
          name={countryField(at)}
          defaultValue={country}
          maxLength={2}
          placeholder="KZ"
        />
      </label>
    </span>
  );
}

/** What is decided for a column or the table is one of a few words, of which each is proposed. */
function isClosed({ at, proposals }: Question): boolean {
  const decided = at.at(-1);
  if (typeof decided !== 'string' || proposals.length === 0) return false;
  return ['order', 'more_than', 'thousands', 'serials', 'equal_rows'].includes(decided) || isAboutUse({ at });
}

/** An answer in words: a place by its name, a kind as it is called, what the mapping has a word for by its meaning. */
function labelOf({ texts, words, importing }: I18n, { at, notes = {} }: Question, proposal: string): string {
  if (proposal === '') return texts.table.nothing;
  const note = notes[proposal];
  if (note !== undefined) return importing.place(note);
  const names: Readonly<Record<string, string>> = { ...words.phase, ...words.basis };
  if (at.includes('kind')) return importing.kind(proposal);
  if (at.includes('phase') || at.includes('basis')) return names[proposal] ?? proposal;
  const meaning = importing.answer(proposal);
  return meaning === null ? proposal : proposal === '?' ? `? (${meaning})` : meaning;
}
