import { type MeasureId, measureIds, parseBucket, type QueryIssue } from '@article21/model';

/** What a note beside the chart counts: not datable to one bucket of it, or perhaps outside the asked period. */
export const besides = ['undated', 'outside'] as const;
export type Beside = (typeof besides)[number];

/** What the evidence panel shows: the records behind one mark, row, total or note of the chart. */
export interface Opened {
  measure: readonly MeasureId[];
  /** The place itself, without what lies in it. */
  at: string | null;
  bucket: string | null;
  beside: Beside | null;
}

/**
 * The keys that only this page understands, beside the vocabulary of the model:
 * `open` measures whose records are shown, `at` one place of them, `bucket` one step of the time axis, `beside` what
 * the chart could not place, `record` the record that a reader came from or was sent to.
 */
export const pageKeys = ['open', 'at', 'bucket', 'beside', 'record'] as const;

export interface PageState {
  opened: Opened | null;
  record: string | null;
}

type Fault = Pick<QueryIssue, 'code' | 'message' | 'hint'>;

/** Reads the page's own keys. What cannot be read is an issue, and is left out. */
export function readPageState(params: URLSearchParams): { state: PageState; issues: QueryIssue[] } {
  const issues: QueryIssue[] = [];
  const read = <T>(key: (typeof pageKeys)[number], reader: (text: string) => T | Fault): T | null => {
    const text = params.get(key);
    if (text === null || text === '') return null;
    const value = reader(text);
    if (!isFault(value)) return value;
    issues.push({ key, stated: text.slice(0, 200), ...value });
    return null;
  };
  const measure = read('open', (text) => {
    const asked = text.split(',');
    const unknown = asked.find((id) => !(measureIds as readonly string[]).includes(id));
    return unknown === undefined
      ? measureIds.filter((id) => asked.includes(id))
      : unknownValue('measure', unknown, measureIds);
  });
  const at = read('at', (text) => text.slice(0, 64));
  const bucket = read('bucket', (text) =>
    parseBucket(text)
      ? text
      : { code: 'unreadable', message: 'not the name of a bucket', hint: '2012-04-28, 2012-W17, 2012-04' },
  );
  const beside = read('beside', (text) => besides.find((it) => it === text) ?? unknownValue('value', text, besides));
  const record = read('record', (text) => text.slice(0, 64));
  return { state: { opened: measure ? { measure, at, bucket, beside } : null, record }, issues };
}

/** The page's own keys as text, in their fixed order; empty where there is nothing to say. */
export function printPageState({ opened, record }: PageState): string {
  const params = new URLSearchParams();
  if (opened) {
    params.set('open', opened.measure.join(','));
    if (opened.at !== null) params.set('at', opened.at);
    if (opened.bucket !== null) params.set('bucket', opened.bucket);
    if (opened.beside !== null) params.set('beside', opened.beside);
  }
  if (record !== null) params.set('record', record);
  return params.toString().replace(/%2C/g, ',');
}

function unknownValue(what: string, stated: string, known: readonly string[]): Fault {
  return { code: 'unknown_value', message: `unknown ${what}: ${stated}`, hint: `known: ${known.join(', ')}` };
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value;
}
