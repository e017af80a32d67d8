import { type ChartQuery, printQuery } from '@article21/model';

/** The keys under which the answers are kept that pages are made of: a server writes them, the dashboard's queries find them. */
export const answerKeys = {
  /** `requested`: as the chart needs it, in the language of its sentences, without what only looks depend on. */
  counts: (requested: ChartQuery) => ['counts', printQuery(requested)],
  annotations: (snapshot: string | null) => ['annotations', snapshot],
  places: (snapshot: string | null) => ['places', snapshot],
  snapshot: (snapshot: string | null) => ['snapshot', snapshot],
  assemblies: (snapshot: string | null) => ['assemblies', snapshot],
  changes: (id: string, since: string | null) => ['changes', id, since],
  coverage: (snapshot: string | null) => ['coverage', snapshot],
  quotation: (snapshot: string | null) => ['quotation', snapshot],
  record: (id: string, snapshot: string | null) => ['record', id, snapshot],
  rows: (source: string, row: number, snapshot: string | null) => ['rows', source, row, snapshot],
  search: (q: string, skip: number | null, snapshot: string | null) => ['search', q, skip, snapshot],
  source: (id: string, snapshot: string | null) => ['source', id, snapshot],
} as const satisfies Record<string, (...of: never[]) => readonly unknown[]>;

/** What a served page says to the program that hydrates it. */
export interface PageData {
  /** Answers by their keys, as the program would get them from the API. Large ones it asks for itself. */
  answers: readonly Answer[];
  /** The files of a mirror that the page leads to, by the addresses at which an API answers them. */
  files: Readonly<Record<string, string>>;
}

/** `isPartial`: it says less than the program would get, and only until the program has got that. */
export type Answer = readonly [key: readonly unknown[], data: object, isPartial?: boolean];

/** The element of a page that says it, as JSON. */
export const PAGE_DATA = 'page-data';
