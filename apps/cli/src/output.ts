import { stripVTControlCharacters, styleText } from 'node:util';

/** Where a command's words go. Tests give their own. */
export interface Stream {
  write(text: string): void;
  isTTY: boolean;
  columns: number;
}

/** Everything the program takes from the process it runs in. */
export interface Io {
  stdout: Stream;
  stderr: Stream;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}

/** The three tones of the terminal; plain text where colour is not wanted. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  bad(text: string): string;
}

/** The process's own streams. A reader that stops reading (`| head`) is no error; any other failure to write is. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`article21: standard output cannot be written: ${error.message}\n`);
    process.exitCode = 3;
  });
  // Nobody is left to be told.
  process.stderr.on('error', () => {});
  return {
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    env: process.env,
    cwd: process.cwd(),
  };
}

/** Colours on a terminal, unless the operator asked for none (https://no-color.org). */
export function createPaint(stream: Stream, env: Io['env']): Paint {
  const colours = stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  const paint = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  return { bold: paint('bold'), dim: paint('dim'), bad: paint('red') };
}

/**
 * Text from a dataset, safe on a terminal: control characters, breaks of lines and what is not seen (bidirectional
 * overrides, spaces without width, tags) are shown as `\u{1b}`, because a quoted cell must not move the cursor, hide what
 * stands beside it, or look like another one.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

/** The codes of `Paint`. */
const TONES = new RegExp(`(${String.fromCodePoint(0x1b)}\\[(?:1|2|22|31|39)m)`);

/** A line for the terminal, in which nothing but the tones of this program steers that: whatever came into it. */
export function safeLine(line: string): string {
  const parts = line.split(TONES);
  return parts.map((part, i) => (i % 2 === 1 ? part : visible(part))).join('');
}

/**
 * A document of `--json`, the same to who parses it: what JSON leaves as it is, and a terminal would obey or not show, is
 * escaped. The only control characters that JSON leaves below U+007F are its own breaks of lines.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    // JSON names a code unit, of which a character beyond U+FFFF has two.
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Rows as columns of equal width, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  const padded = (cell: string, i: number) => cell + ' '.repeat((widths[i] ?? 0) - width(cell));
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}

/** `1,234 records`, `1 record`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

function width(text: string): number {
  return stripVTControlCharacters(text).length;
}

function stream(target: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void target.write(text),
    isTTY: target.isTTY === true,
    columns: target.columns || 80,
  };
}
