import { expect, it } from 'vitest';
import { readFontStyle } from '../src/font-style.ts';

it.each([
  ['12px sans-serif', 'sans', 12],
  ["600 13.5px 'Source Sans 3', sans-serif", 'sans-semibold', 13.5],
  ["bold 20px 'Source Serif 4', Georgia, serif", 'serif-semibold', 20],
  ["italic 400 20px 'Source Serif 4'", 'serif', 20],
  ['font: normal 11px serif', 'serif', 11],
  ["font-size:24px;font-family:'Source Serif 4', Georgia, serif;font-weight:600;", 'serif-semibold', 24],
  ["font-size:9px;font-family:'Source Sans 3', serif;font-weight:500;", 'sans', 9],
  ['font-size:10px;font-family:sans-serif;font-style:italic;', 'sans', 10],
  ['', 'sans', 12],
])('%j is set in %s at %d pixels', (css, face, size) => {
  expect(readFontStyle(css)).toEqual({ face, size });
});
