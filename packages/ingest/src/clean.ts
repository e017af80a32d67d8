import { hex, type Problem } from './findings.ts';

/**
 * What no text of a dataset may hold: controls, lone surrogates, non-characters and marks that turn the direction of
 * writing break SVG and slides or make a name look like another. U+FFFD stands for a letter that was lost already.
 */
const FORBIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffd}]/u;
/** Soft hyphens and zero-width spaces come along when text is copied; nobody sees them or means them. */
const INVISIBLE = /\u{ad}|\u{200b}|\u{2060}|\u{feff}/gu;
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
