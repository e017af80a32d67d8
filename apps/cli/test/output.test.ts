import { describe, expect, it } from 'vitest';
import { counted, createPaint, table, visible } from '../src/output.ts';
import { record } from './terminal.ts';

describe('colours', () => {
  it('appear on a terminal', () => {
    expect(createPaint(record(true), {}).bad('x')).toBe('\u001b[31mx\u001b[39m');
  });

  it.each([
    ['to a pipe', record(false), {}],
    ['where NO_COLOR is set', record(true), { NO_COLOR: '1' }],
    ['on a dumb terminal', record(true), { TERM: 'dumb' }],
  ])('do not appear %s', (_, stream, env) => {
    expect(createPaint(stream, env).bad('x')).toBe('x');
  });

  it('do not shift columns', () => {
    const { bad } = createPaint(record(true), {});
    const [first, second] = table([
      [bad('a'), 'x'],
      ['bcd', 'y'],
    ]);
    expect([first?.endsWith('a\u001b[39m    x'), second]).toEqual([true, 'bcd  y']);
  });
});

describe('text of a dataset', () => {
  it('cannot steer the terminal', () => {
    expect(visible('a\u001b[2Jb\r\n\u0000\u202ec\u009bd')).toBe(
      'a\\u{1b}[2Jb\\u{d}\\u{a}\\u{0}\\u{202e}c\\u{9b}d',
    );
  });

  it('stays as it is in Russian and Kazakh', () => {
    expect(visible('Өскемен, «Алматы»')).toBe('Өскемен, «Алматы»');
  });
});

it('numbers are counted in words', () => {
  expect([counted(1, 'record'), counted(0, 'record'), counted(12345, 'record')]).toEqual([
    '1 record',
    '0 records',
    '12,345 records',
  ]);
});
