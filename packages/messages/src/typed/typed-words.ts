/** What the header of a column may say that it holds. */
export type HeaderRole =
  | 'key'
  | 'row_number'
  | 'date'
  | 'day'
  | 'month'
  | 'year'
  | 'place'
  | 'region'
  | 'kind'
  | 'detention'
  | 'fine'
  | 'arrest'
  | 'application_rejected'
  | 'warning'
  | 'count'
  | 'amount'
  | 'days'
  | 'link'
  | 'note';
/** The kinds of records that a cell may name. */
type NamedKind = 'application_rejected' | 'detention' | 'fine' | 'arrest' | 'warning';

/**
 * The words with which one language writes numbers and dates into cells: as typed, in small letters, without a full
 * stop at the end. Each list may be empty.
 */
export interface TypedWords {
  /** Before a number. */
  about: readonly string[];
  more: readonly string[];
  least: readonly string[];
  most: readonly string[];
  fewer: readonly string[];
  /** After a number, where a language has them there: `100-ден астам`. */
  after: {
    about: readonly string[];
    more: readonly string[];
    least: readonly string[];
    most: readonly string[];
  };
  /** Between two numbers, and before the first: `от 5 до 10`. */
  to: readonly string[];
  from: readonly string[];
  between: readonly (readonly [before: string, and: string])[];
  hundred: readonly string[];
  thousand: readonly string[];
  million: readonly string[];
  dozen: readonly string[];
  /** One, two, three … in words, forms of one number with | between them. */
  numerals: readonly string[];
  /** What is counted, after a number: it says nothing. */
  counted: readonly string[];
  days: readonly string[];
  /** A report without a number, beyond doubt. */
  unknown: readonly string[];
  /** A size without a number: asked, because a table may have a rule of its own for it. */
  vague: readonly string[];
  /** Which vague words stand before a number that is none: `mehrere 100`. */
  several: readonly string[];
  /** A number for each of several. */
  each: readonly string[];
  /** Nothing is stated, or nobody has looked: asked, because it may be either. */
  noAnswer: readonly string[];
  /** A date that is not known. */
  noDate: readonly string[];
  /** Before a date: about it, until it, from it on. */
  aboutDate: readonly string[];
  until: readonly string[];
  since: readonly string[];
  /** Names of months that the language's own calendar does not give, in order, if the language is none of ours. */
  months: readonly string[];
  /** What stands in the row of a sum. */
  total: readonly string[];
  /** Beginnings of words in headers, the more particular role first where one word begins another. */
  headers: Readonly<Record<HeaderRole, readonly string[]>>;
  /** Beginnings of words that name a kind in a cell. */
  kinds: Readonly<Record<NamedKind, readonly string[]>>;
}
