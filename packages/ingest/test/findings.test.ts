import { warningCodes } from '@article21/model';
import { describe, expect, test } from 'vitest';
import { orConfirm, readConfirmed } from '../src/confirmed.ts';
import { createFindings, hex } from '../src/findings.ts';
import { createIssueLog } from '../src/issue-log.ts';
import { didYouMean, nearest } from '../src/nearest.ts';

const problem = { code: 'invalid_value', message: 'wrong', hint: 'mend it' } as const;
const at = (row: number, column: string | null = 'count', file = 'records.csv') => ({ file, row, column });

describe('findings', () => {
  test('of one file, column and code are one kind: all are counted, the first are listed, in order', () => {
    const findings = createFindings(2);
    for (const row of [2, 3, 4]) findings.add(at(row), problem);
    findings.add(at(5, 'days'), problem);
    findings.add(at(6, 'count', 'other.csv'), problem);
    findings.add(at(7), { ...problem, code: 'missing_value' });
    findings.add(at(8), problem);
    expect(findings.count()).toBe(7);
    expect(findings.kinds().map(({ count, listed }) => [count, listed])).toEqual([
      [4, 2],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(findings.kinds()[0]).toEqual({
      ...{ file: 'records.csv', column: 'count', code: 'invalid_value', count: 4, listed: 2 },
    });
    expect(findings.listed().map(({ row }) => row)).toEqual([2, 3, 5, 6, 7]);
    expect(findings.listed()[0]).toEqual({ ...at(2), ...problem, stated: null });
  });

  test('of unknown columns are one kind, whatever these are called, and each is named', () => {
    const findings = createFindings(5);
    for (const column of ['a', 'b']) findings.add(at(1, column), { ...problem, code: 'unknown_column' });
    findings.add(at(1, null), problem);
    expect(findings.kinds().map(({ column, count }) => [column, count])).toEqual([
      [null, 2],
      [null, 1],
    ]);
    expect(findings.listed().map(({ column }) => column)).toEqual(['a', 'b', null]);
  });

  test('are cut to what one reads, and written so that nothing in them reaches a terminal', () => {
    const findings = createFindings(5);
    const long = 'x'.repeat(600);
    findings.add(at(2, `c\u0007${long}`, `f\u202e${long}`), {
      ...{
        code: 'invalid_value',
        message: `m\u0000${long}`,
        hint: `h\ud800${long}`,
        stated: `s\ufdd0${long}`,
      },
    });
    const [found] = findings.listed();
    expect(found?.column).toBe(`c\\u0007${long}`.slice(0, 200));
    expect(found?.file).toBe(`f\\u202e${long}`.slice(0, 200));
    expect(found?.stated).toBe(`s\\ufdd0${long}`.slice(0, 200));
    expect(found?.message).toBe(`m\\u0000${long}`.slice(0, 500));
    expect(found?.hint).toBe(`h\\ud800${long}`.slice(0, 500));
    expect([hex('\u0007'), hex('👍'), hex('')]).toEqual(['0007', '1f44d', '0000']);
  });

  test('have their hints made only where they are listed', () => {
    const findings = createFindings(1);
    const asked: number[] = [];
    for (const row of [2, 3]) findings.add(at(row), { ...problem, hint: () => `${asked.push(row)}` });
    expect([asked, findings.listed()[0]?.hint]).toEqual([[2], '1']);
  });
});

describe('a issueLog', () => {
  test('keeps issues and warnings apart', () => {
    const issueLog = createIssueLog();
    issueLog.add(at(2), problem);
    issueLog.warn(at(3), { ...problem, code: 'other_year' });
    issueLog.warn(at(4), { ...problem, code: 'other_year' });
    expect(issueLog.found()).toMatchObject({
      ...{ issueCount: 1, warningCount: 2, issues: [{ row: 2 }], warnings: [{ row: 3 }, { row: 4 }] },
      ...{
        issueKinds: [{ code: 'invalid_value', count: 1 }],
        warningKinds: [{ code: 'other_year', count: 2 }],
      },
    });
  });

  test('tallies rows, some of which are refused later, and none twice', () => {
    const issueLog = createIssueLog();
    const tally = issueLog.tally('records.csv');
    for (const accepted of [true, true, false]) tally.take(accepted);
    tally.refuseLater();
    expect(issueLog.tallies()).toEqual([{ file: 'records.csv', rows: 3, accepted: 1, refused: 2 }]);
    expect(tally.complete).toBe(true);
    tally.cutShort();
    expect(tally.complete).toBe(false);
    tally.refuseLater();
    tally.refuseLater();
    expect(() => issueLog.tallies()).toThrow(
      'rows of records.csv do not add up: 3 is not -1 accepted + 4 refused',
    );
  });
});

describe('what was probably meant', () => {
  test.each([
    ['almati', 'almaty'],
    ['ALMATY', 'almaty'],
    ['astan', 'astana'],
    ['x', null],
    ['osb', 'osh'],
    ['ohs', null],
    ['zhanaozenn', 'zhanaozen'],
    ['zhanaosemn', 'zhanaozen'],
    ['zhanaosxmn', null],
  ])('by %s is %s', (text, meant) => {
    expect(nearest(text, ['almaty', 'astana', 'osh', 'zhanaozen'])).toBe(meant);
  });

  test('is not looked for among none, among thousands, or of a long text', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `place-${i}`);
    expect(nearest('a', [])).toBeNull();
    expect(nearest('place-1', many(2_000))).toBe('place-1');
    expect(nearest('place-1', many(2_001))).toBeNull();
    expect(nearest('y'.repeat(100), ['y'.repeat(100)])).toBe('y'.repeat(100));
    expect(nearest('y'.repeat(101), ['y'.repeat(101)])).toBeNull();
  });

  test('is asked before what else may be done', () => {
    expect(didYouMean('almati', ['Almaty'], 'add it')).toBe('did you mean Almaty? Otherwise add it');
    expect(didYouMean('x', ['Almaty'], 'add it')).toBe('add it');
  });
});

describe('a confirmation', () => {
  test('names codes of warnings, however they are set apart', () => {
    const [first, second] = warningCodes;
    for (const text of [
      `${first} ${second}`,
      ` ${first},${second} `,
      `${second};${first}`,
      `${first}, ${second}`,
    ])
      expect(readConfirmed(text)).toEqual({ codes: new Set([first, second]), problem: null });
    expect(readConfirmed('')).toEqual({ codes: new Set(), problem: null });
  });

  test('of something else is a problem, and what is right in it counts', () => {
    const { codes, problem: said } = readConfirmed('other_year othre_year');
    expect(codes).toEqual(new Set(['other_year']));
    expect(said).toMatchObject({
      ...{ code: 'invalid_value', stated: 'othre_year', message: 'othre_year is not the code of a warning' },
    });
    const hint = (text: string) => {
      const made = readConfirmed(text).problem?.hint;
      return typeof made === 'function' ? made() : made;
    };
    const known = `write codes of warnings: ${warningCodes.join(', ')}`;
    expect(hint('othre_year')).toBe(`did you mean other_year? Otherwise ${known}`);
    expect(hint('yes')).toBe(known);
    expect(orConfirm('other_year')).toBe(
      'if it is as the source has it, write other_year into the cell confirmed of this row',
    );
  });
});
