import type { Question } from '@article21/import';
import { pathText } from '@article21/import/questions';
import { placeKinds } from '@article21/model';
import {
  ANSWER,
  asksForPlace,
  chosenField,
  countryField,
  kindField,
  NOTHING,
  type NotTaken,
  typedField,
} from '../answers.ts';
import type { Saying } from './page.tsx';

/** So many of them can be chosen by a press each; more are a list that is unfolded. */
const IN_SIGHT = 6;

interface QuestionsProps {
  saying: Saying;
  questions: readonly Question[];
  notTaken: readonly NotTaken[];
  /** Where places are looked for: ISO 3166-1, empty where that is not known. */
  country: string;
}

/** A control for each question: the answers that are proposed, and a field for any other. */
export function Questions({ saying, questions, notTaken, country }: QuestionsProps) {
  return questions.map((question) => (
    <OneQuestion
      key={pathText(question.at)}
      saying={saying}
      question={question}
      country={country}
      notTaken={notTaken.find(({ at }) => pathText(at) === pathText(question.at)) ?? null}
    />
  ));
}

interface OneProps {
  saying: Saying;
  question: Question;
  country: string;
  notTaken: NotTaken | null;
}

function OneQuestion({ saying, question, country, notTaken }: OneProps) {
  const { texts, words } = saying;
  const { column, value, at, count, rows, proposals, form } = question;
  const where =
    count === 0
      ? ''
      : ` (${words.plural(texts.table.cells, count)}, ${words.fill(texts.table.inRows, { rows: rows.join(', ') })}${count > rows.length ? ' …' : ''})`;
  const id = typedField(at);
  return (
    <fieldset className="question">
      <legend>
        <strong>{column ?? texts.table.wholeTable}</strong>
        {value === null ? '' : ` “${value}”`}
        {`: ${question.question}`}
        <span className="muted">{where}</span>
      </legend>
      {proposals.length > IN_SIGHT ? (
        <select className="input" name={chosenField(at)} aria-label={question.question} defaultValue="">
          <option value="">…</option>
          {proposals.map((it) => (
            <option key={it} value={it === '' ? NOTHING : ANSWER + it}>
              {labelOf(question, it, texts.table.nothing)}
            </option>
          ))}
        </select>
      ) : (
        proposals.map((it) => (
          <label key={it}>
            <input type="radio" name={chosenField(at)} value={it === '' ? NOTHING : ANSWER + it} />
            {labelOf(question, it, texts.table.nothing)}
          </label>
        ))
      )}
      {isClosed(question) ? null : (
        <label>
          {proposals.length > 0 ? texts.table.other : null}
          <input
            className="input"
            name={id}
            aria-label={question.question}
            placeholder={form ?? ''}
            defaultValue={notTaken?.typed ?? ''}
            aria-invalid={notTaken === null ? undefined : true}
            autoComplete="off"
          />
        </label>
      )}
      {asksForPlace(question) ? <NewPlace saying={saying} at={at} country={country} /> : null}
      {notTaken === null ? null : (
        <p className="wrong" role="alert">
          {`“${notTaken.typed}” ${words.fill(texts.table.notTaken, { why: notTaken.why })}`}
        </p>
      )}
    </fieldset>
  );
}

/** A place that no list has: what it is, and in which country; the cell is its name. */
function NewPlace({
  saying: { texts, words },
  at,
  country,
}: {
  saying: Saying;
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
  return (
    ['order', 'more_than', 'thousands', 'serials', 'equal_rows'].includes(decided) || at[0] === 'columns'
  );
}

function labelOf({ notes = {} }: Question, proposal: string, nothing: string): string {
  if (proposal === '') return nothing;
  return notes[proposal] === undefined ? proposal : `${proposal} (${notes[proposal]})`;
}
