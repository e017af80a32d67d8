import { describe, expect, it } from 'vitest';
import { counted, createPaint, safeJson, safeLine, table, visible } from '../src/output.ts';
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

  it('hides nothing, and breaks no line', () => {
    expect(visible('a\u2028b\u2029c\u200bd\u200de\u2060f\ufeffg\u00adh\u{e0041}i')).toBe(
      'a\\u{2028}b\\u{2029}c\\u{200b}d\\u{200d}e\\u{2060}f\\u{feff}g\\u{ad}h\\u{e0041}i',
    );
  });

  it('cannot either where it came into a line unseen; the tones of the program stay', () => {
    const { bad } = createPaint(record(true), {});
    expect(safeLine(`${bad('x')} \u001b[2J\u001b]0;title\u0007\r\u009b1A`)).toBe(
      `${bad('x')} \\u{1b}[2J\\u{1b}]0;title\\u{7}\\u{d}\\u{9b}1A`,
    );
  });

  it('nor in a document, which says the same to who parses it', () => {
    const value = { text: 'a\u001b[2J\u007f\u009b1A\u202eb\u2028c\u200d\u2060\u{e0041}ә' };
    const text = safeJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toMatch(/^[\n\x20-\x7eә]*$/);
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
