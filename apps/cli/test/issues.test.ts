import type { Issue } from '@article21/model';
import { expect, it } from 'vitest';
import { issueCount, issueLines } from '../src/issues.ts';
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

it('stand on one line with file, row, column, code and what was stated, the hint under them', () => {
  expect(issueLines([ten], plain, false)).toEqual([
    'records.csv:14:count  unreadable_quantity  "ten"  is not a quantity',
    '    hint: write digits: 10',
  ]);
});

it('of one file and code stand together, with one hint where it is the same', () => {
  const issues = [
    ten,
    { ...ten, code: 'no_rate' as const, hint: 'add one' },
    { ...ten, row: 7, stated: 'eleven' },
  ];
  expect(issueLines(issues, plain, false)).toEqual([
    'records.csv:14:count  unreadable_quantity  "ten"     is not a quantity',
    'records.csv:7:count   unreadable_quantity  "eleven"  is not a quantity',
    '    hint: write digits: 10',
    'records.csv:14:count  no_rate  "ten"  is not a quantity',
    '    hint: add one',
  ]);
});

it('are capped with their number, unless all are asked for', () => {
  const issues = Array.from({ length: 1010 }, (_, i) => ({ ...ten, row: i + 2 }));
  const lines = issueLines(issues, plain, false);
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe('    … and 1,000 more of unreadable_quantity in records.csv (--all shows them)');
  expect(issueLines(issues, plain, true)).toHaveLength(1011);
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
  expect(issueLines([missing], plain, false)[0]).toBe('records.csv  missing_file  is missing');
});

it('cannot steer the terminal', () => {
  const hostile = { ...ten, file: 'a\u001bc.csv', stated: '\u001b[2J', message: 'x\u0007', hint: '\u202e' };
  const control = /[\p{Cc}\u202e]/u;
  for (const line of issueLines([hostile], plain, false)) expect(line).not.toMatch(control);
});

it('are counted over their files, also where not all are listed', () => {
  expect(issueCount([ten, ten, { ...ten, file: 'places.csv' }], 3)).toBe('3 issues in 2 files');
  expect(issueCount([ten], 1)).toBe('1 issue in 1 file');
  expect(issueCount([ten, ten], 12345)).toBe('12,345 issues, of which the first 2 are listed, in 1 file');
});
