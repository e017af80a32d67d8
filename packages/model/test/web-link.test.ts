import { expect, it } from 'vitest';
import { webLink } from '../src/index.ts';

it.each(['https://example.org/a?b#c', 'http://example.org', 'HTTPS://EXAMPLE.ORG/'])(
  'is an address of the web: %s',
  (text) => expect(webLink(text)).toBe(text),
);

it.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'mailto:a@example.org',
  'ftp://example.org',
  '//example.org',
  '/path',
  'LICENSE.md',
  'https:',
  '',
  null,
  undefined,
])('is none, and is not offered as a link: %j', (text) => expect(webLink(text)).toBeNull());
