import type { AnswerForm, Found, PlaceNote, QuestionMessage, Refused } from '@article21/messages/importing';

/** Where in a mapping an answer is written: `['records', 0, 'count', 'values', 'hundreds']`. */
export type AnswerPath = readonly (string | number)[];

/** What must be decided before a table can be taken, once for all the cells that it is about. */
export interface Question {
  /** The column it is about; null where it is about the table. */
  column: string | null;
  /** The cell as typed, where it is about a value; null where the whole column is decided. */
  value: string | null;
  /** What is wanted. */
  question: QuestionMessage;
  /** What may be answered, the likeliest first. Empty text: the cell says nothing. */
  proposals: readonly string[];
  /** What an answer means that does not say it itself: `geonames-1526384` is a town. */
  notes?: Readonly<Record<string, PlaceNote>>;
  /** What may be written where nothing is proposed, or none of it is right. */
  form?: AnswerForm;
  at: AnswerPath;
  /** How many cells it is about, and the rows of the first of them: none where it is about the table or its header. */
  count: number;
  rows: readonly number[];
}

/** A cell or row that cannot be taken, whatever is answered. */
export interface Refusal {
  row: number | null;
  column: string | null;
  value: string | null;
  why: Refused | Found;
}

export interface Questions {
  ask(row: number | null, question: Omit<Question, 'count' | 'rows'>): void;
  /** Those about most cells first. */
  list(): Question[];
}

const ROWS_NAMED = 5;

export function createQuestions(): Questions {
  const byPlace = new Map<string, Question & { rows: number[] }>();
  /** The last row of each: several records of a row read the same cell, which counts once. */
  const lastRow = new Map<string, number>();
  return {
    ask(row, question) {
      const key = JSON.stringify(question.at);
      const known = byPlace.get(key) ?? { ...question, count: 0, rows: [] };
      byPlace.set(key, known);
      if (row === null || lastRow.get(key) === row) return;
      lastRow.set(key, row);
      known.count += 1;
      if (known.rows.length < ROWS_NAMED) known.rows.push(row);
    },
    list: () => [...byPlace.values()].sort((a, b) => b.count - a.count),
  };
}

/** A mapping as JSON, with an answer in its place; objects on the way there are made. Numbers and yes are taken as such. */
export function withAnswer<T>(mapping: T, at: AnswerPath, answer: unknown): T {
  const [step, ...rest] = at;
  if (step === undefined) return answer as T;
  const inside = (mapping ?? {}) as Record<string | number, unknown>;
  const changed = withAnswer(inside[step], rest, answer);
  if (Array.isArray(mapping)) return mapping.map((it, i) => (i === step ? changed : it)) as T;
  return { ...inside, [step]: changed } as T;
}

/** `records[0].count.values["hundreds"]`. */
export function pathText(at: AnswerPath): string {
  return at
    .map((step, i) =>
      typeof step === 'number'
        ? `[${step}]`
        : /^[a-z_]+$/.test(step)
          ? `${i > 0 ? '.' : ''}${step}`
          : `[${JSON.stringify(step)}]`,
    )
    .join('');
}
