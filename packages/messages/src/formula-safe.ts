/**
 * What a spreadsheet may take for the beginning of a formula, at the start of a cell, of a line of it, or after what
 * another spreadsheet takes for the end of a cell; white space before it changes nothing.
 */
const FORMULA = /(?<=^|[\r\n;\t])(?=\s*[=+\-@\t\r＝＋－＠])/g;

/** Text that no spreadsheet runs: an apostrophe before all that it could take for a formula. */
export function formulaSafe(text: string): string {
  return text.replace(FORMULA, "'");
}
