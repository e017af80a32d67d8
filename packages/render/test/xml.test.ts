import { expect, it } from 'vitest';
import { escapeXml, printable } from '../src/xml.ts';

it.each([
  ['NUL and vertical tab', 'a\u0000b\u000bc', 'abc'],
  ['what is no character', 'a\uffffb\ufffe', 'ab'],
  ['what turns the direction of writing', '\u202eabc\u2066d\u2069', 'abcd'],
  ['C1 controls', 'a\u0085b', 'ab'],
])('%s cannot be printed', (_, text, left) => {
  expect(printable(text)).toBe(left);
});

it('half a surrogate pair becomes the sign for what cannot be read, a whole one stays', () => {
  expect(printable('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
  expect(printable('😀')).toBe('😀');
});

it('tabs, lines and the letters of all languages stay', () => {
  const text = 'a\tb\nҚазақстан, e\u0301, שלום';
  expect(printable(text)).toBe(text);
});

it('what means something in XML is escaped, and nothing else', () => {
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
    (it) => !'&<>"'.includes(it),
  );
  expect(escapeXml(ascii.join(''))).toBe(ascii.join(''));
  for (const it of '&<>"') expect(escapeXml(`a${it}`)).toMatch(/^a&(amp|lt|gt|quot);$/);
  expect(escapeXml('<a b="c">&amp;]]>')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;');
});
