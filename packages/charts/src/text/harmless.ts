/**
 * A text as ECharts may be given it. Its renderer keeps the widths of texts in a plain object, by the text itself, so
 * that a line that reads `__proto__` or `constructor` would write into every object of the program. A space at the end
 * makes it a key like any other, and is not seen.
 */
export function harmless(text: string): string {
  return text
    .split('\n')
    .map((line) => (line in Object.prototype ? `${line} ` : line))
    .join('\n');
}
