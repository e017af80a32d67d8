import { unbroken } from '@article21/messages';
import { type Font, textWidth } from './measure.ts';

/**
 * Breaks a text into at most `most` lines of a width in pixels. What does not fit ends in an ellipsis; a single word
 * that is longer than a line is cut there. Never returns no line.
 */
export function wrap(text: string, width: number, font: Font, most: number): string[] {
  const fits = (line: string) => textWidth(line, font) <= width;
  const lines: string[] = [];
  let rest = unbroken(text.trim().replace(/\s+/g, ' '));
  while (rest !== '' && lines.length < most - 1 && !fits(rest)) {
    const line = firstLine(rest, fits);
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  if (rest !== '' || lines.length === 0) lines.push(fits(rest) ? rest : shorten(rest, fits));
  // A line that is set breaks no more: whoever looks for its words finds them.
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** Lines of one text: forty names on a phone are not cut. */
const LONGEST_ITEM = 16;

/** Sets short texts one after the other, so that a line breaks between two of them wherever it can. */
export function flow(items: readonly string[], width: number, font: Font): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = lines.length === 0 ? item : `${lines.at(-1)} · ${item}`;
    if (textWidth(longer, font) <= width) lines[Math.max(0, lines.length - 1)] = longer;
    else lines.push(...wrap(item, width, font, LONGEST_ITEM));
  }
  return lines;
}

/** A line may also end after a hyphen or a dash within a word, but in no range of numbers. */
const PARTS = /(?<=[ \-–—/])(?<!\d–(?=\d))/;
/** In what is wider than a line by itself, a line may end at every space but one before a dash. */
const WORDS = /(?<=\s)(?![–—])/;

const NAME = { size: 13 };
const MOST_LINES = 3;
const NAME_AIR = 10;
/** How much of a picture names take at most, where it is wide and where it is narrow. */
const WIDEST = { wide: 0.27, narrow: 0.36 };
/** From so many pixels on a picture is wide. */
const WIDE = 500;
const NAME_LINE = 15;
const ONE_LINE = 26;
const BROKEN = 10;
/** How much of a single line that is cut its beginning has. */
const HEAD_SHARE = 0.5;

/** The names left of bars: how wide they stand, how high a row must be, all or that of one name, and how it is broken. */
export interface NameColumn {
  width: number;
  rowHeight: number;
  heightOf(name: string): number;
  lines(name: string): string[];
}

/**
 * A column as wide as its longest name, up to about a quarter of the picture, on a phone a third. A name that is longer is
 * broken into `most` lines: one long name leaves the room to the numbers of all.
 */
export function nameColumn(names: readonly string[], available: number, most = MOST_LINES): NameColumn {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, NAME)));
  const widest = available * (available >= WIDE ? WIDEST.wide : WIDEST.narrow) - NAME_AIR;
  const text = Math.ceil(Math.min(longest, Math.floor(widest)));
  const lines = (name: string) => keepEnd(name, wrap(name, text, NAME, most), text);
  const heightOf = (name: string) => {
    const used = lines(name).length;
    return used === 1 ? ONE_LINE : used * NAME_LINE + BROKEN;
  };
  const rowHeight = Math.max(ONE_LINE, ...names.map(heightOf));
  return { width: text + NAME_AIR, rowHeight, heightOf, lines };
}

function firstLine(text: string, fits: (line: string) => boolean): string {
  const [whole = text] = text.split(PARTS);
  const [word = whole] = whole.split(WORDS);
  return fitting(text.split(PARTS), fits) || fitting(whole.split(WORDS), fits) || head(word, fits);
}

/** As many parts as fit on a line; empty where the first does not. */
function fitting(parts: readonly string[], fits: (line: string) => boolean): string {
  let line = '';
  for (const part of parts) {
    if (!fits((line + part).trimEnd())) break;
    line += part;
  }
  return line.trimEnd();
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

/** A name that is cut keeps its end, because long names often differ only there: "…way, Block 2". */
function keepEnd(name: string, lines: string[], width: number): string[] {
  const whole = name.trim().replace(/\s+/g, ' ');
  const letters = (text: string) => text.replace(/\s/g, '');
  if (letters(lines.join('')) === letters(whole)) return lines;
  const characters = [...whole];
  const fits = (text: string) => textWidth(text, NAME) <= width;
  // A single line keeps its beginning, too.
  const isSingle = lines.length === 1;
  const before = isSingle ? head(whole, (line) => textWidth(line, NAME) <= width * HEAD_SHARE).trimEnd() : '';
  let start = characters.length - 1;
  const tail = (from: number) => `${before}…${characters.slice(from).join('').trimStart()}`;
  while (start > 0 && fits(tail(start - 1))) start--;
  return [...lines.slice(0, -1), tail(start)];
}
