import {
  chartKeys,
  type Key,
  type MeasureId,
  oneOf,
  parseBucket,
  placesKey,
  type Step,
  steps,
  textKey,
  type ValuesOf,
} from '@article21/model';

export const LARGEST_PAGE = 200;
const PAGE = 50;

/** A chart that names no measure shows four of them; a list of records that names none shows every kind. */
const measureKey: Key<readonly MeasureId[] | null> = {
  ...chartKeys.measure,
  absent: null,
  absentIn: () => null,
  read: (text, known) => (text === '' ? { value: null } : chartKeys.measure.read(text, known)),
  write: (measure) => measure?.join(',') ?? '',
};

const limitIssue = {
  code: 'unreadable',
  message: 'not a size of a page',
  hint: `a whole number from 1 to ${LARGEST_PAGE}; follow next for more`,
} as const;

const bucketIssue = {
  code: 'unreadable',
  message: 'not the name of a bucket',
  hint: 'write 2012-04-28, 2012-W17, 2012-04, 2012-Q2 or 2012',
} as const;

/**
 * Which records: the filter of a chart, narrowed to what one of its bars shows. `measure` is null for records of every
 * kind. `at` are places themselves, without what lies in them; `region` are rows of counts by region; `bucket` names
 * one bucket of a series; `undated` asks for what no bucket of that step holds. `limit` is 1 to 200.
 */
export const recordKeys = {
  ...chartKeys,
  measure: measureKey,
  at: placesKey(
    { tooMany: 'ask for fewer at once', unknown: 'known: the ids of /api/v1/places' },
    {
      description: 'Ids of places themselves, without what lies in them: a bar of a chart.',
      example: 'almaty',
    },
  ),
  region: placesKey(
    { tooMany: 'ask for fewer at once', unknown: 'known: the ids of /api/v1/places' },
    {
      description:
        'Rows of counts by region, by id: a region or a city of none with all that lies in it, a country without what does.',
      example: 'almaty-region',
    },
  ),
  bucket: textKey(
    {
      description: 'The name of one bucket of a series: 2012-04-28, 2012-W17, 2012-04, 2012-Q2, 2012.',
      example: '2012-04',
    },
    (text) => (parseBucket(text) ? null : bucketIssue),
  ),
  undated: oneOf<Step, null>(steps, null, {
    description: 'Only what lies in no single bucket of this step, or reaches out of the period.',
  }),
  cursor: cursorKey(),
  limit: limitKey(),
} as const;

export type RecordQuery = ValuesOf<typeof recordKeys>;

function cursorKey(): Key<string | null> {
  return {
    ...textKey({ description: 'The `next` of the page before.' }),
    read: (text) => ({ value: text || null }),
  };
}

function limitKey(): Key<number> {
  return {
    description: 'How many records a page has: 1 to 200; 50 when absent.',
    example: '50',
    absent: PAGE,
    read: (text) =>
      /^[1-9]\d{0,2}$/.test(text) && Number(text) <= LARGEST_PAGE
        ? { value: Number(text) }
        : { issue: limitIssue },
    write: (limit) => (limit === PAGE ? '' : String(limit)),
  };
}
