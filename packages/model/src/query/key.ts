import { dayOf, parseDay, printDay } from '../day.ts';
import type { MeasureId } from '../measures/index.ts';
import { parseBucket } from '../step.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Opening, QueryIssue } from './query.ts';

/** What a query may name that the model itself does not know: the places of a dataset, the charts that exist. */
export interface Known {
  places?: readonly string[];
  charts?: readonly string[];
  /** Which measures there are; where it is not given, any that a dataset may declare is taken. */
  vocabulary?: Vocabulary;
  /** The measures of which it has records: a query that names none asks for these, and for no empty chart. */
  measures?: readonly MeasureId[];
}

type ReadResult<T> = { value: T } | { issue: Omit<QueryIssue, 'key' | 'stated'> };

/** One key of a query: how its text is read, how its value is written, what it is when absent, and what it means. */
export interface Key<T> {
  absent: T;
  /** What it is when absent from a query about a known dataset, where that is not `absent`. */
  absentIn?(known: Known): T;
  read(text: string, known: Known): ReadResult<T>;
  /** The canonical text; empty for the absent value, which may be another in the dataset that `query` is about. */
  write(value: T, query: Opening): string;
  /** For the documentation of the API. */
  description: string;
  example?: string;
  /** All texts that can be read, where it is one of a few. */
  choices?: readonly string[];
  /** What its text looks like, where that is documented. */
  pattern?: RegExp;
  /** The hint for who gives it more than once. */
  once?: string;
}

/** The keys of a query by their names, in canonical order. */
export type Keys = Readonly<Record<string, Key<unknown>>>;

/** What is read with some keys. */
export type ValuesOf<K> = { -readonly [Name in keyof K]: K[Name] extends Key<infer T> ? T : never } & Opening;

type Documented = Pick<Key<unknown>, 'description' | 'example'>;

export function oneOf<T extends string, D extends T | null>(
  allowed: readonly T[],
  absent: D,
  documented: Documented,
): Key<T | D> {
  return {
    ...documented,
    choices: allowed,
    absent,
    read: (text) => {
      const value = allowed.find((it) => it === text);
      return value === undefined ? unknownValue('value', text, allowed) : { value };
    },
    write: (value) => (value === absent ? '' : (value ?? '')),
  };
}

/**
 * A list in the order of `allowed`, so that the same choice is the same text whatever order it was typed in. The
 * description says what the list means before and after the values that it may hold.
 */
export function listOf<T extends string>(
  allowed: readonly T[],
  absent: readonly T[],
  {
    description: [before, after],
    ...documented
  }: { description: readonly [string, string]; example?: string },
): Key<readonly T[]> {
  return {
    ...documented,
    description: `${before} Separated by commas: ${allowed.join(', ')}. ${after}`,
    absent,
    read: (text) => {
      const items = text.split(',').filter(Boolean);
      const unknown = items.find((it) => !(allowed as readonly string[]).includes(it));
      if (unknown !== undefined) return unknownValue('value', unknown, allowed);
      return { value: items.length === 0 ? absent : allowed.filter((it) => items.includes(it)) };
    },
    write: (value) => {
      const text = value.join(',');
      return text === absent.join(',') ? '' : text;
    },
  };
}

const MOST_PLACES = 500;

/** Whether the text of a list names nothing. */
export function isNothing(text: string): boolean {
  return /^,*$/.test(text);
}

/** Ids of places. `hints` say how to mend a list that is too long, and one with an unknown place if not by a list. */
export function placesKey(
  hints: { tooMany: string; unknown?: string },
  documented: Documented,
): Key<readonly string[]> {
  return {
    ...documented,
    absent: [],
    read: (text, { places }) => {
      const ids = [...new Set(text.split(',').filter(Boolean))].sort();
      const message = `more than ${MOST_PLACES} places`;
      if (ids.length > MOST_PLACES) return { issue: { code: 'too_many', message, hint: hints.tooMany } };
      const unknown = places && ids.find((id) => !places.includes(id));
      if (unknown === undefined) return { value: ids };
      const { issue } = unknownValue('place', unknown, places ?? []);
      return { issue: { ...issue, hint: hints.unknown ?? issue.hint } };
    },
    write: (ids) => ids.join(','),
  };
}

/** A day, or a year, quarter, month or week of which the first (from) or last (to) day is meant. */
export function dayKey(
  end: (bucket: { from: number; to: number }) => number,
  documented: Documented,
): Key<number | null> {
  return {
    ...documented,
    absent: null,
    read: (text) => {
      const bucket = parseBucket(text);
      const inRange = bucket && bucket.from >= dayOf(1, 1, 1) && bucket.to <= dayOf(9999, 12, 31);
      if (inRange) return { value: parseDay(text) ?? end(bucket) };
      const hint = 'write 2012-04-28, or 2012-04, 2012-Q2, 2012';
      return { issue: { code: 'unreadable', message: 'not a day of the calendar', hint } };
    },
    write: (day) => (day === null ? '' : printDay(day)),
  };
}

/** A text; null when absent. `issueOf` says what is wrong with one that is not accepted. */
export function textKey(
  documented: Omit<Key<string | null>, 'absent' | 'read' | 'write'>,
  issueOf: (text: string, known: Known) => Omit<QueryIssue, 'key' | 'stated'> | null = () => null,
): Key<string | null> {
  return {
    ...documented,
    absent: null,
    read: (text, known) => {
      const issue = issueOf(text, known);
      return issue ? { issue } : { value: text };
    },
    write: (value) => value ?? '',
  };
}

export function unknownValue(
  what: string,
  stated: string,
  known: readonly string[],
): { issue: Omit<QueryIssue, 'key' | 'stated'> } {
  // Without a word of any language: pages in three of them repeat the list.
  const listed = known.slice(0, 20).join(', ') + (known.length > 20 ? ` (+${known.length - 20})` : '');
  const message = `unknown ${what}: ${stated.slice(0, 64)}`;
  return { issue: { code: 'unknown_value', message, hint: `known: ${listed}` } };
}
