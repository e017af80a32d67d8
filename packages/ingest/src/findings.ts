import type { Finding, FindingKind, IssueCode, WarningCode } from '@article21/model';

/** How many findings of one file, column and code are listed unless more are asked for; all are counted. */
export const LISTED = 100;
const LONGEST_STATED = 200;
const LONGEST_SENTENCE = 500;

/** What was found, before it is known where. A hint that is costly to make is a function. */
export interface Found<Code extends string> {
  code: Code;
  message: string;
  hint: string | (() => string);
  /** Of a cell that is not said, the text of the cell; null withholds it. */
  stated?: string | null;
  /** The sentence where the cell must not be shown, if `message` repeats what stands in it. */
  withheld?: string;
}
/** What is wrong. */
export type Problem = Found<IssueCode>;
/** What is probably wrong. */
export type FoundWarning = Found<WarningCode>;

/** Where in a dataset something was found. */
export interface Where {
  file: string;
  row: number | null;
  column: string | null;
}

/** Findings by file, column and code: each kind counted exactly, the first of each kept. */
export interface Findings<Code extends IssueCode | WarningCode> {
  add(where: Where, found: Found<Code>): void;
  /** In the order in which their kinds were first met, those of a kind together. */
  listed(): Finding<Code>[];
  count(): number;
  kinds(): FindingKind[];
}

/** `most` of each kind are kept, so that one kind, however frequent, hides no other. */
export function createFindings<Code extends IssueCode | WarningCode>(most: number): Findings<Code> {
  const kinds = new Map<string, FindingKind & { kept: Finding<Code>[] }>();
  return {
    add({ file, row, column }, { code, message, hint, stated = null }) {
      // The names of unknown columns are whatever a file holds: they are one kind, as many as they are.
      const counted = code === 'unknown_column' || column === null ? null : printable(column);
      const key = JSON.stringify([file, counted, code]);
      const empty = { file: printable(file), column: counted, code, count: 0, listed: 0, kept: [] };
      const kind = kinds.get(key) ?? empty;
      kinds.set(key, kind);
      kind.count += 1;
      if (kind.listed >= most) return;
      kind.listed += 1;
      kind.kept.push({
        file: kind.file,
        row,
        column: column === null ? null : printable(column),
        code,
        stated: stated === null ? null : printable(stated),
        message: printable(message, LONGEST_SENTENCE),
        hint: printable(typeof hint === 'string' ? hint : hint(), LONGEST_SENTENCE),
      });
    },
    listed: () => [...kinds.values()].flatMap(({ kept }) => kept),
    count: () => [...kinds.values()].reduce((sum, { count }) => sum + count, 0),
    kinds: () =>
      [...kinds.values()].map(({ file, column, code, count, listed }) => ({
        file,
        column,
        code,
        count,
        listed,
      })),
  };
}

/** The beginning of a text with what must not reach a terminal or a page written out: `\u202e`. */
function printable(text: string, longest = LONGEST_STATED): string {
  const escaped = text
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (it) => `\\u${hex(it)}`);
  return escaped.slice(0, longest);
}

/** The code point of a character in four or more hexadecimal digits. */
export function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}
