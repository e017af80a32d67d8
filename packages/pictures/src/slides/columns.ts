import { type Font, wrap } from '@article21/charts';

/** A paragraph of a page, or a heading over what follows. */
export interface Paragraph {
  role: 'H2' | 'P';
  text: string;
  bold?: boolean;
  /** An address that it leads to. */
  link?: string;
}

/** A piece of a paragraph, where it stands: pixels from the upper left corner of its page. */
export interface Placed extends Omit<Paragraph, 'text'> {
  lines: readonly { text: string; x: number; y: number }[];
}

/** The room for columns on one page. */
export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const TEXT = { size: 12, line: 15.5 } as const;
const COLUMNS = 3;
const GAP = 28;
/** Lines: before a heading, and before a paragraph. */
const BEFORE = { H2: 0.8, P: 0.35 } as const;
/** Of a paragraph that is broken at the end of a column, so many lines stay and go at least. */
const LEAST_LINES = 2;

interface Set extends Paragraph {
  lines: readonly string[];
}

/** How high columns of these paragraphs are, as even as can be; null where they need more than `most` pixels. */
export function heightOf(paragraphs: readonly Paragraph[], width: number, most: number): number | null {
  const set = setIn(paragraphs, width);
  for (let lines = 1; lines * TEXT.line <= most; lines++)
    if (fill(set, Array(COLUMNS).fill(lines)).rest.length === 0) return lines * TEXT.line;
  return null;
}

/** Paragraphs in columns, page after page: `roomOf` is the room of a page by its number, from 0. Nothing is left out. */
export function inColumns(
  paragraphs: readonly Paragraph[],
  width: number,
  roomOf: (page: number) => Room,
): Placed[][] {
  const pages: Placed[][] = [];
  let rest: readonly Set[] = setIn(paragraphs, width);
  while (rest.length > 0) {
    const room = roomOf(pages.length);
    const lines = Math.floor(room.height / TEXT.line + 1e-6);
    const filled = fill(rest, Array(COLUMNS).fill(lines));
    pages.push(filled.columns.flatMap((column, c) => placed(column, c, room)));
    // A page without room would be followed by another, for ever.
    if (pages.length > 1 && filled.columns.every((column) => column.length === 0))
      throw new Error('a page without room for a line');
    rest = filled.rest;
  }
  return pages;
}

function columnWidth(width: number): number {
  return (width - GAP * (COLUMNS - 1)) / COLUMNS;
}

function setIn(paragraphs: readonly Paragraph[], width: number): Set[] {
  return paragraphs.map((it) => {
    const font: Font = { size: TEXT.size, bold: it.role === 'H2' || (it.bold ?? false) };
    return { ...it, lines: wrap(it.text, columnWidth(width), font, Number.POSITIVE_INFINITY) };
  });
}

interface Standing {
  paragraph: Set;
  /** Lines from the top of the column. */
  at: number;
}

/** Fills columns of so many lines; a heading never stands at the end of one. */
function fill(
  paragraphs: readonly Set[],
  columns: readonly number[],
): { columns: Standing[][]; rest: readonly Set[] } {
  const filled: Standing[][] = [];
  let rest = [...paragraphs];
  for (const lines of columns) {
    const column: Standing[] = [];
    let used = 0;
    for (let next = rest[0]; next; next = rest[0]) {
      const before = column.length === 0 ? 0 : BEFORE[next.role];
      const room = Math.floor(lines - used - before + 1e-6);
      const taken = linesTaken(next, rest[1], room);
      if (taken === 0) break;
      const [now, later] = [next.lines.slice(0, taken), next.lines.slice(taken)];
      column.push({ paragraph: { ...next, lines: now }, at: used + before });
      used += before + taken;
      rest = later.length === 0 ? rest.slice(1) : [{ ...next, lines: later }, ...rest.slice(1)];
      if (later.length > 0) break;
    }
    filled.push(column);
  }
  return { columns: filled, rest };
}

/** How many lines of a paragraph stand in so much room; none where it begins in the next column. */
function linesTaken({ role, lines }: Set, after: Set | undefined, room: number): number {
  if (role === 'H2') {
    const followed = Math.min(LEAST_LINES, after?.lines.length ?? 0);
    return room >= lines.length + followed + (followed > 0 ? 1 : 0) ? lines.length : 0;
  }
  if (room >= lines.length) return lines.length;
  const now = Math.min(room, lines.length - LEAST_LINES);
  return now >= LEAST_LINES ? now : 0;
}

function placed(column: readonly Standing[], c: number, { x, y, width }: Room): Placed[] {
  const left = x + c * (columnWidth(width) + GAP);
  return column.map(({ paragraph: { text: _, lines, ...paragraph }, at }) => ({
    ...paragraph,
    lines: lines.map((text, i) => ({ text, x: left, y: y + (at + i + 0.5) * TEXT.line })),
  }));
}
