import type { Finding, FindingKind, Issue } from '@article21/model';
import { expect, it } from 'vitest';
import { countLine, findingLines } from '../src/findings.ts';
import { createPaint } from '../src/output.ts';
import { record } from './terminal.ts';

const plain = createPaint(record(false), {});
const ten: Issue = {
  file: 'records.csv',
  row: 14,
  column: 'count',
  code: 'unreadable_quantity',
  stated: 'ten',
  message: 'is not a quantity',
  hint: 'write digits: 10',
};
const kind = ({ file, column, code }: Issue, count: number, listed = count): FindingKind => ({
  ...{ file, column, code, count, listed },
});
/** Findings of one kind, all of them listed. */
const lines = (issues: readonly Issue[]) =>
  findingLines(issues, [kind(issues[0] ?? ten, issues.length)], plain, false);

it('stand on one line with file, row, column, code and what was stated, the hint under them', () => {
  expect(lines([ten])).toEqual([
    'records.csv:14:count  unreadable_quantity  "ten"  is not a quantity',
    '    hint: write digits: 10',
  ]);
});

it('of one file, column and code stand together, with one hint where it is the same, and are counted', () => {
  const rate = { ...ten, code: 'no_rate' as const, hint: 'add one' };
  const eleven = { ...ten, row: 7, stated: 'eleven' };
  expect(findingLines([ten, eleven, rate], [kind(ten, 2), kind(rate, 1)], plain, false)).toEqual([
    'records.csv:14:count  unreadable_quantity  "ten"     is not a quantity',
    'records.csv:7:count   unreadable_quantity  "eleven"  is not a quantity',
    '    hint: write digits: 10',
    'records.csv:14:count  no_rate  "ten"  is not a quantity',
    '    hint: add one',
    '',
    '  2  records.csv:count  unreadable_quantity',
    '  1  records.csv:count  no_rate',
  ]);
});

it('that are not listed are counted, and it is said how to list them, or that they cannot be', () => {
  const listed = Array.from({ length: 100 }, (_, i) => ({ ...ten, row: i + 2 }));
  const rest = (all: boolean) => findingLines(listed, [kind(ten, 1_101, 100)], plain, all);
  expect(rest(false)).toHaveLength(102);
  expect(rest(false).at(-1)).toBe(
    '    … and 1,001 more of unreadable_quantity in records.csv:count (--all lists them)',
  );
  expect(rest(true).at(-1)).toBe(
    '    … and 1,001 more of unreadable_quantity in records.csv:count (not listed: mend these first)',
  );
});

it('of a whole file have no row and no column', () => {
  const missing: Issue = {
    ...ten,
    row: null,
    column: null,
    stated: null,
    code: 'missing_file',
    message: 'is missing',
  };
  expect(lines([missing])[0]).toBe('records.csv  missing_file  is missing');
});

it('cannot steer the terminal', () => {
  const hostile = { ...ten, file: 'a\u001bc.csv', stated: '\u001b[2J', message: 'x\u0007', hint: '\u202e' };
  const control = /[\p{Cc}\u202e]/u;
  const other: Finding<string> = { ...hostile, column: '\u001b' };
  const kinds = [kind(hostile, 9, 1), kind(other as Issue, 1)];
  for (const line of findingLines([hostile, other], kinds, plain, false)) expect(line).not.toMatch(control);
});

it('are counted over their files, also where not all are listed', () => {
  const places = kind({ ...ten, file: 'places.csv' }, 1);
  expect(countLine([kind(ten, 2), places], 'issue')).toBe('3 issues in 2 files');
  expect(countLine([kind(ten, 1)], 'issue')).toBe('1 issue in 1 file');
  expect(countLine([kind(ten, 12_345, 2)], 'warning')).toBe('12,345 warnings in 1 file');
});
