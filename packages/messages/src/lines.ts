const NO_BREAK = '\u00a0';

/** No line begins with the dash of a period. */
const BEFORE_DASH = / (?=[–—] )/g;
/** A number stays whole and with what it counts, a day with its month: `11 300 человек`, `28 April`, `2012 г.` */
const AFTER_NUMBER = /(?<=\d) (?=\p{L}|\d{3}(?!\d))/gu;
/** A sign or a currency stays with its number: `≥ ≈ 15`, `EUR 770`. */
const BEFORE_NUMBER = /(?<=[≈≥≤<№]|\b[A-Z]{3}) (?=[≈\d]|[A-Z]{3}\b)/g;

/**
 * A text whose lines break only where they may, in every language: wherever running text is set (pages, embeds, drawings,
 * slides), and not in data, where an ordinary space is what people look for.
 */
export function unbroken(text: string): string {
  return text.replace(BEFORE_DASH, NO_BREAK).replace(AFTER_NUMBER, NO_BREAK).replace(BEFORE_NUMBER, NO_BREAK);
}
