import { type Font, textWidth } from './width.ts';

/**
 * Breaks a text into at most `most` lines of a width in pixels. What does not fit ends in an ellipsis; a single word
 * that is longer than a line is cut there. Never returns no line.
 */
export function wrap(text: string, width: number, font: Font, most: number): string[] {
  const fits = (line: string) => textWidth(line, font) <= width;
  const lines: string[] = [];
  let rest = text.trim().replace(/\s+/g, ' ');
  while (rest !== '' && lines.length < most - 1 && !fits(rest)) {
    const line = firstLine(rest, fits);
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  if (rest !== '' || lines.length === 0) lines.push(fits(rest) ? rest : shorten(rest, fits));
  return lines;
}

/** Sets short texts one after the other, so that a line breaks between two of them wherever it can. */
export function flow(items: readonly string[], width: number, font: Font): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = lines.length === 0 ? item : `${lines.at(-1)} · ${item}`;
    if (textWidth(longer, font) <= width) lines[Math.max(0, lines.length - 1)] = longer;
    else lines.push(...wrap(item, width, font, 4));
  }
  return lines;
}

/** A line may also end after a hyphen or a dash within a word. None begins with the dash of a period or a range. */
const PARTS = /(?<=[ \-–—/])(?![–—] )/;

function firstLine(text: string, fits: (line: string) => boolean): string {
  let line = '';
  for (const part of text.split(PARTS)) {
    if (!fits((line + part).trimEnd())) break;
    line += part;
  }
  return line === '' ? head(text.split(PARTS)[0] ?? text, fits) : line.trimEnd();
}

function shorten(text: string, fits: (line: string) => boolean): string {
  return `${head(text, (line) => fits(`${line.trimEnd()}…`)).trimEnd()}…`;
}

/** As many whole characters as fit, but at least one. */
function head(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  let end = 1;
  while (end < characters.length && fits(characters.slice(0, end + 1).join(''))) end++;
  return characters.slice(0, end).join('');
}
