import { dayOf, parseDay, printDay } from '../day.ts';
import { languages } from '../language.ts';
import { defaultMeasures, type MeasureId, measureIds } from '../measures/index.ts';
import { bases } from '../record.ts';
import { parseBucket, steps } from '../step.ts';
import { type ChartQuery, groupings, phaseFilters, type QueryIssue, themes } from './query.ts';

/** What a query may name that the model itself does not know: the places of a dataset, the charts that exist. */
export interface Known {
  places?: readonly string[];
  charts?: readonly string[];
  /** The measures of which it has records, in their order: a query that names none is not answered by four empty charts. */
  measures?: readonly MeasureId[];
}

type ReadResult<T> = { value: T } | { issue: Omit<QueryIssue, 'key' | 'stated'> };

/** One key of the vocabulary: how its text is read, how its value is written, and what it is when absent. */
export interface Key<T> {
  absent: T;
  read(text: string, known: Known): ReadResult<T>;
  /** The canonical text; empty for the absent value. */
  write(value: T): string;
}

const LONGEST_TITLE = 200;
const MOST_PLACES = 500;

/** The vocabulary, in canonical order. */
export const keys: { [K in keyof ChartQuery]: Key<ChartQuery[K]> } = {
  measure: listOf(measureIds, defaultMeasures),
  place: {
    absent: [],
    read: (text, { places }) => {
      const ids = [...new Set(text.split(',').filter(Boolean))].sort();
      const unknown = places && ids.find((id) => !places.includes(id));
      if (ids.length > MOST_PLACES)
        return {
          issue: { code: 'too_many', message: `more than ${MOST_PLACES} places`, hint: 'name a region' },
        };
      return unknown === undefined ? { value: ids } : unknownValue('place', unknown, places ?? []);
    },
    write: (ids) => ids.join(','),
  },
  from: dayKey((bucket) => bucket.from),
  to: dayKey((bucket) => bucket.to),
  phase: listOf(phaseFilters, []),
  basis: oneOf(bases, 'incident'),
  by: listOf(groupings, []),
  every: oneOf(steps, 'month'),
  chart: {
    absent: null,
    read: (text, { charts }) =>
      charts && !charts.includes(text) ? unknownValue('chart', text, charts) : { value: text },
    write: (value) => value ?? '',
  },
  lang: oneOf(languages, null),
  theme: oneOf(themes, null),
  title: {
    absent: null,
    read: (text) =>
      text.length > LONGEST_TITLE
        ? {
            issue: {
              code: 'too_long',
              message: 'the title is too long',
              hint: `at most ${LONGEST_TITLE} characters`,
            },
          }
        : { value: text === '' ? null : text },
    write: (value) => value ?? '',
  },
  snapshot: {
    absent: null,
    read: (text) =>
      /^\d{4}-\d{2}-\d{2}-[0-9a-f]{16}$/.test(text)
        ? { value: text }
        : {
            issue: {
              code: 'unreadable',
              message: 'not a snapshot id',
              hint: 'copy an id from /api/v1/snapshots',
            },
          },
    write: (value) => value ?? '',
  },
};

function oneOf<T extends string, D extends T | null>(allowed: readonly T[], absent: D): Key<T | D> {
  return {
    absent,
    read: (text) => {
      const value = allowed.find((it) => it === text);
      return value === undefined ? unknownValue('value', text, allowed) : { value };
    },
    write: (value) => (value === absent ? '' : (value ?? '')),
  };
}

/** A list in the order of `allowed`, so that the same choice is the same text whatever order it was typed in. */
function listOf<T extends string>(allowed: readonly T[], absent: readonly T[]): Key<readonly T[]> {
  return {
    absent,
    read: (text) => {
      const asked = text.split(',').filter(Boolean);
      const unknown = asked.find((it) => !(allowed as readonly string[]).includes(it));
      if (unknown !== undefined) return unknownValue('value', unknown, allowed);
      return { value: asked.length === 0 ? absent : allowed.filter((it) => asked.includes(it)) };
    },
    write: (value) => {
      const text = value.join(',');
      return text === absent.join(',') ? '' : text;
    },
  };
}

/** A day, or a year, quarter, month or week of which the first (from) or last (to) day is meant. */
function dayKey(end: (bucket: { from: number; to: number }) => number): Key<number | null> {
  return {
    absent: null,
    read: (text) => {
      const bucket = parseBucket(text);
      const inRange = bucket && bucket.from >= dayOf(1, 1, 1) && bucket.to <= dayOf(9999, 12, 31);
      return inRange
        ? { value: parseDay(text) ?? end(bucket) }
        : {
            issue: {
              code: 'unreadable',
              message: 'not a day of the calendar',
              hint: 'write 2012-04-28, or 2012-04, 2012-Q2, 2012',
            },
          };
    },
    write: (day) => (day === null ? '' : printDay(day)),
  };
}

function unknownValue(
  what: string,
  stated: string,
  known: readonly string[],
): { issue: Omit<QueryIssue, 'key' | 'stated'> } {
  // Without a word of any language: pages in three of them repeat the list.
  const listed = known.slice(0, 20).join(', ') + (known.length > 20 ? ` (+${known.length - 20})` : '');
  return {
    issue: {
      code: 'unknown_value',
      message: `unknown ${what}: ${stated.slice(0, 64)}`,
      hint: `known: ${listed}`,
    },
  };
}
