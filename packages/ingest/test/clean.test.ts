import { expect, test } from 'vitest';
import { cleanCell, cleanText } from '../src/clean.ts';

const textOf = (raw: string) => {
  const cleaned = cleanCell(raw);
  return cleaned.ok ? cleaned.text : cleaned.problem.code;
};

test.each([
  ['  two   words ', 'two words'],
  ['a\u00a0b\u202fc\u3000d', 'a b c d'],
  ['over\r\ntwo\tlines', 'over two lines'],
  ['co\u00adop\u200bera\ufefftion', 'cooperation'],
  ['Е\u0308', 'Ё'],
  ['é', 'é'],
  ['Өскемен', 'Өскемен'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['👩‍⚖️', '👩‍⚖️'],
  ['❤\u{fe0f}\u{fe01}\u{e0100}', '❤\u{fe0f}'],
  ['葛\u{e0100}', '葛\u{e0100}'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['می\u200c\u200c\u200dخواهم', 'می\u200cخواهم'],
  ['Alm\u200caty\u200d', 'Almaty'],
  ['Алм\u200dаты\u200e', 'Алматы'],
  ['Alma\u0301\u200dty', 'Almáty'],
  ['Alm\ufe0faty\u{e0100}', 'Almaty'],
  ['\u200f\u061cAl\u034fmaty', 'Almaty'],
  ['\u200d', ''],
  [
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['toString', 'toString'],
])('%j is kept as %j', (raw, text) => {
  expect(textOf(raw)).toBe(text);
});

test.each([
  ['NUL', 'a\u0000b', 'U+0000'],
  ['a vertical tab', 'a\u000bb', 'U+000B'],
  ['a form feed', 'a\u000cb', 'U+000C'],
  ['DEL', 'a\u007fb', 'U+007F'],
  ['NEL', 'a\u0085b', 'U+0085'],
  ['U+FFFE', 'a\ufffeb', 'U+FFFE'],
  ['U+FFFF', 'a\uffffb', 'U+FFFF'],
  ['a lone surrogate', 'a\ud800b', 'U+D800'],
  ['a turn to the left', 'a\u202eb', 'U+202E'],
  ['an isolate', 'a\u2066b', 'U+2066'],
  ['a filler of Hangul', 'a\u3164b', 'U+3164'],
  ['a blank of Braille', '\u2800', 'U+2800'],
  ['an invisible sign of multiplication', 'a\u2062b', 'U+2062'],
  ['an anchor of annotation', 'a\ufff9b', 'U+FFF9'],
  ['a tag', 'a\u{e0041}b', 'U+E0041'],
  [
    'words in tags after a flag',
    '\u{1f3f4}\u{e0061}\u{e0061}\u{e0061}\u{e0061}\u{e0061}\u{e0061}\u{e0061}\u{e0062}',
    'U+E0062',
  ],
  ['a tag after the end of a flag', '\u{1f3f4}\u{e0067}\u{e007f}\u{e0061}', 'U+E0061'],
])('%s is refused and named', (_, raw, name) => {
  expect(cleanCell(raw)).toMatchObject({
    ok: false,
    problem: { code: 'forbidden_text', message: expect.stringContaining(name) },
  });
});

test.each(['__proto__', 'constructor', 'prototype', ' __proto__ '])('the name %j is refused', (name) => {
  expect(textOf(name)).toBe('forbidden_text');
});

test('a source’s text keeps its lines and paragraphs, whatever ends them', () => {
  expect(cleanText('\ufeffone\r\ntwo\rthree\fpage\u00a02\u2028four \n')).toEqual({
    ok: true,
    text: 'one\ntwo\nthree\npage 2\nfour',
  });
});

test('in a source’s text the line of a forbidden character is told', () => {
  expect(cleanText('one\ntwo\nthr\u0000ee')).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('character 4 of line 3') },
  });
});
