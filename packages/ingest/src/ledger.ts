import type { Issue, IssueCode, Tally } from '@article21/model';

/** How many issues are kept in full; all are counted. A file with more wrong than this has one thing wrong. */
export const KEPT_ISSUES = 1_000;
const LONGEST_STATED = 200;
const LONGEST_SENTENCE = 500;

/** What is wrong, before it is known where. A hint that is costly to make is a function. */
export interface Problem {
  code: IssueCode;
  message: string;
  hint: string | (() => string);
  stated?: string | null;
}

/** Where in a dataset something is wrong. */
export interface Where {
  file: string;
  row: number | null;
  column: string | null;
}

/** The rows of one file as they are taken. */
export interface FileTally {
  take(accepted: boolean): void;
  /** A row that was accepted turns out to be wrong when other files are known. */
  refuseLater(): void;
  /** The file could not be read to its end, so that what is missing from it says nothing. */
  cutShort(): void;
  readonly complete: boolean;
}

/** What was found while reading: every issue counted, every row tallied. */
export interface Ledger {
  add(where: Where, problem: Problem): void;
  tally(file: string): FileTally;
  issues(): readonly Issue[];
  issueCount(): number;
  /** Throws when a row was neither accepted nor refused, or both: that would be a mistake of the program. */
  tallies(): readonly Tally[];
}

export function createLedger(): Ledger {
  const kept: Issue[] = [];
  const tallies: Tally[] = [];
  let count = 0;
  return {
    add({ file, row, column }, { code, message, hint, stated = null }) {
      count += 1;
      if (kept.length >= KEPT_ISSUES) return;
      kept.push({
        file: printable(file),
        row,
        column: column === null ? null : printable(column),
        code,
        stated: stated === null ? null : printable(stated),
        message: printable(message, LONGEST_SENTENCE),
        hint: printable(typeof hint === 'string' ? hint : hint(), LONGEST_SENTENCE),
      });
    },
    tally(file) {
      const tally = { file, rows: 0, accepted: 0, refused: 0 };
      tallies.push(tally);
      return tallyOf(tally);
    },
    issues: () => kept,
    issueCount: () => count,
    tallies: () => tallies.map(balanced),
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

function tallyOf(tally: Tally): FileTally {
  let complete = true;
  return {
    take(accepted) {
      tally.rows += 1;
      if (accepted) tally.accepted += 1;
      else tally.refused += 1;
    },
    refuseLater() {
      tally.accepted -= 1;
      tally.refused += 1;
    },
    cutShort() {
      complete = false;
    },
    get complete() {
      return complete;
    },
  };
}

function balanced(tally: Tally): Tally {
  if (tally.rows !== tally.accepted + tally.refused || tally.accepted < 0)
    throw new Error(
      `rows of ${tally.file} do not add up: ${tally.rows} is not ${tally.accepted} accepted + ${tally.refused} refused`,
    );
  return { ...tally };
}
