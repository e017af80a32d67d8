import { hex, type Problem } from './findings.ts';

/**
 * What no text of a dataset may hold: controls, lone surrogates, non-characters, and what is not seen but tells a name from
 * another or carries words nobody sees. What turns the direction of writing breaks SVG and slides. U+FFFD stands for a
 * letter that was lost already. Tags spell the flag of a part of a country, after a black flag, and nothing else.
 */
const FORBIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{202a}-\u{202e}\u{2061}-\u{206f}\u{2800}\u{3164}\u{ffa0}\u{fff0}-\u{fffb}\u{fffd}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}]|[\u{e0000}-\u{e007f}](?<!\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{0,6}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}\u{e007f}])/u;
/**
 * Soft hyphens, spaces without width and marks of direction come along when text is copied; nobody sees them or means them.
 * Nor what joins letters, or chooses their form, where these have no other: it stays after symbols, and after letters of
 * scripts that need it.
 */
const INVISIBLE = new RegExp(
  [
    String.raw`\u{34f}|[\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}]`,
    String.raw`[\u{200c}\u{200d}](?<!(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]|(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Inherited}])[\p{L}\p{M}]).)`,
    String.raw`[\u{180b}-\u{180f}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}](?<![\p{S}\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}].)`,
  ].join('|'),
  'gu',
);
/** Names that JavaScript keeps for itself: a label called so breaks programs that draw or group by it. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Most cells: printable ASCII, single spaces. They are clean as they are. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

export type Cleaned = { ok: true; text: string } | { ok: false; problem: Unclean };

/** What is in a text that may not be there; how to mend it is known at once. */
type Unclean = Problem & { hint: string };

/** The text of a cell: NFC, invisible marks left out, white space folded to single spaces, nothing forbidden. */
export function cleanCell(raw: string): Cleaned {
  if (PLAIN.test(raw)) return named(raw);
  const text = raw.normalize('NFC');
  const at = text.search(FORBIDDEN);
  if (at !== -1) return { ok: false, problem: forbidden(text, at) };
  return named(foldSpace(text.replace(INVISIBLE, '')));
}

function named(text: string): Cleaned {
  return RESERVED.has(text) ? { ok: false, problem: reserved(text) } : { ok: true, text };
}

/**
 * The text of a source: the same, with its lines kept. A form feed is the end of a page, and so of a line. Plain spaces
 * are not replaced by themselves: of a long text there are so many that this takes several times its memory.
 */
export function cleanText(raw: string): Cleaned {
  const lines = raw
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\f\u{2028}\u{2029}]/gu, '\n')
    .replace(/[^\S\n\v ]/g, ' ');
  const at = lines.search(FORBIDDEN);
  if (at !== -1) return { ok: false, problem: forbidden(lines, at) };
  return { ok: true, text: lines.trim() };
}

/** White space of every kind and length as one space, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function forbidden(text: string, at: number): Unclean {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const line = text.slice(0, at).split('\n').length;
  const where = `character ${at - text.lastIndexOf('\n', at - 1)}${line > 1 ? ` of line ${line}` : ''}`;
  const stated = text.slice(Math.max(0, at - 40), at + 40);
  if (character === '\u{fffd}')
    return {
      code: 'not_utf8',
      stated,
      message: `a letter is not readable as UTF-8 (${where})`,
      hint: 'save the file again as “CSV UTF-8” (a text: as UTF-8) from the program that made it',
    };
  return {
    code: 'forbidden_text',
    stated,
    message: `U+${hex(character).toUpperCase()}, an invisible control character, is not allowed (${where})`,
    hint: 'delete the text around that place and type it again',
  };
}

function reserved(name: string): Unclean {
  return {
    code: 'forbidden_text',
    stated: name,
    message: `${name} is a word that programs keep for themselves and cannot be a name`,
    hint: 'write the real name',
  };
}
