import { LONGEST_SEARCH, type pageKeys } from '@article21/contract/client';
import { type NumberSign, signsOfNumbers } from '@article21/messages';
import { chartKeys, type Known, type MeasureId, parseBucket, type QueryIssue } from '@article21/model';

/** What a note beside the chart counts: not datable to one bucket of it, or perhaps outside the asked period. */
const extraKinds = ['undated', 'outside'] as const;
export type ExtraKind = (typeof extraKinds)[number];

/** What the evidence panel shows: the records behind one mark, row, total or note of the chart. */
export interface Opened {
  measure: readonly MeasureId[];
  /** The place itself, without what lies in it; of several that are drawn as one, their ids with commas between them. */
  at: string | null;
  bucket: string | null;
  extra: ExtraKind | null;
  /** Of them, those that give a number this sign; all where there is none. */
  sign?: NumberSign;
}

export interface PageState {
  opened: Opened | null;
  record: string | null;
  /** The number of a row in the table that a source is. */
  row: number | null;
  /** What was searched for. */
  q: string | null;
  /** How much of what was found stands on the pages before. */
  skip: number | null;
  /** The presentation as the text that `presenting` reads. */
  show: string | null;
  /** From 1. */
  slide: number | null;
}

/** Nothing is open. */
export const noPageState: PageState = {
  opened: null,
  record: null,
  row: null,
  q: null,
  skip: null,
  show: null,
  slide: null,
};

type PageKey = (typeof pageKeys)[number];
type Read<T> = { value: T } | { fault: Pick<QueryIssue, 'code' | 'message' | 'hint'> };

/** Reads the page's own keys. What cannot be read is an issue, and is left out. */
export function readPageState(
  params: URLSearchParams,
  { vocabulary }: Pick<Known, 'vocabulary'> = {},
): { state: PageState; issues: QueryIssue[] } {
  const issues: QueryIssue[] = [];
  const read = <T>(key: PageKey, reader: (text: string) => Read<T>): T | null => {
    const text = params.get(key);
    if (text === null || text === '') return null;
    const found = reader(text);
    if ('value' in found) return found.value;
    issues.push({ key, stated: text.slice(0, 200), ...found.fault });
    return null;
  };
  const measure = read('open', (text) => readMeasures(text, vocabulary));
  const at = read('at', (text) => ({ value: text.slice(0, LONGEST_AT) }));
  const bucket = read('bucket', (text) => (parseBucket(text) ? { value: text } : noBucket));
  const extra = read('beside', oneOf(extraKinds));
  const sign = read('sign', oneOf(signsOfNumbers));
  const record = read('record', (text) => ({ value: text.slice(0, 64) }));
  const row = read('row', (text) => (/^[1-9]\d{0,8}$/.test(text) ? { value: Number(text) } : noRow));
  const q = read('q', (text) => (text.length > LONGEST_SEARCH ? tooLong : { value: text }));
  const skip = read('skip', (text) => (/^[1-9]\d{0,5}$/.test(text) ? { value: Number(text) } : noSkip));
  const show = read('show', (text) => ({ value: text }));
  const slide = read('slide', (text) => (/^[1-9]\d{0,2}$/.test(text) ? { value: Number(text) } : noSlide));
  const opened = measure ? { measure, at, bucket, extra, ...(sign ? { sign } : {}) } : null;
  return { state: { opened, record, row, q, skip, show, slide }, issues };
}

/** The page's own keys as text, in their fixed order; empty where there is nothing to say. */
export function printPageState({ opened, record, row, q, skip, show, slide }: PageState): string {
  const params = new URLSearchParams();
  if (opened) {
    params.set('open', opened.measure.join(','));
    if (opened.at !== null) params.set('at', opened.at);
    if (opened.bucket !== null) params.set('bucket', opened.bucket);
    if (opened.extra !== null) params.set('beside', opened.extra);
    if (opened.sign) params.set('sign', opened.sign);
  }
  if (record !== null) params.set('record', record);
  if (row !== null) params.set('row', String(row));
  if (q) params.set('q', q);
  if (skip !== null) params.set('skip', String(skip));
  if (show) params.set('show', show);
  if (slide !== null) params.set('slide', String(slide));
  return params.toString().replace(/%2C/g, ',');
}

const noBucket = {
  fault: {
    code: 'unreadable' as const,
    message: 'not the name of a bucket',
    hint: '2012-04-28, 2012-W17, 2012-04',
  },
};

const noRow = {
  fault: { code: 'unreadable' as const, message: 'not the number of a row', hint: '2, 17, 218' },
};

const tooLong = {
  fault: {
    code: 'too_long' as const,
    message: `longer than ${LONGEST_SEARCH} characters`,
    hint: 'search for fewer words',
  },
};

const noSkip = {
  fault: { code: 'unreadable' as const, message: 'not a number of results', hint: '20, 40, 60' },
};

const noSlide = {
  fault: { code: 'unreadable' as const, message: 'not the number of a view', hint: '1, 2, 3' },
};

/** So many letters have the ids of all places that can be drawn as one. */
const LONGEST_AT = 6000;

/** Which measures there are, is known with the data. Until then, any that a dataset may declare is taken. */
function readMeasures(text: string, vocabulary: Known['vocabulary']): Read<readonly MeasureId[]> {
  const read = chartKeys.measure.read(text, vocabulary ? { vocabulary } : {});
  return 'issue' in read ? { fault: read.issue } : read;
}

function oneOf<T extends string>(known: readonly T[]): (text: string) => Read<T> {
  return (text) => {
    const value = known.find((it) => it === text);
    return value ? { value } : unknownValue('value', text, known);
  };
}

function unknownValue(what: string, stated: string, known: readonly string[]): Read<never> {
  const message = `unknown ${what}: ${stated.slice(0, 64)}`;
  return { fault: { code: 'unknown_value', message, hint: `known: ${known.join(', ')}` } };
}
