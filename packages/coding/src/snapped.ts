const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A stretch of a text without the white space at its ends, grown to whole characters as people see them: an emoji of
 * several code points, a letter with its accent. Offsets in UTF-16 code units; null where nothing is left.
 */
export function snapped(text: string, from: number, to: number): { start: number; end: number } | null {
  const [low, high] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  const found = text.slice(low, high);
  if (!/\S/.test(found)) return null;
  const segments = graphemes.segment(text);
  const first = low + (found.length - found.trimStart().length);
  const last = low + found.trimEnd().length - 1;
  const end = segments.containing(last);
  if (end === undefined) return null;
  return { start: segments.containing(first)?.index ?? first, end: end.index + end.segment.length };
}
