/** A text whose longest line is shorter, or longer, was not broken into lines of one width. */
const NARROWEST = 40;
const WIDEST = 140;
/** So many lines are needed to tell their width. */
const FEWEST = 6;
/** A line is full where the next word would not have fitted; letters differ in width. */
const FULL = 0.8;

interface Line {
  text: string;
  /** How many empty lines stand before it. */
  gap: number;
}

/**
 * A text with the paragraphs that it had before it was broken into lines of one width, as copied pages and old letters are. An empty
 * line may stand behind each of its lines. Any other text stays as it is.
 */
export function joinWrappedLines(text: string): string {
  const lines = linesOf(text);
  const width = Math.max(0, ...lines.map((it) => it.text.length));
  if (lines.length < FEWEST || width < NARROWEST || width > WIDEST) return text;
  const isDouble = lines.slice(1).filter(({ gap }) => gap === 0).length <= lines.length / 10;
  const near = isDouble ? 1 : 0;
  const isWrapped = (line: Line, i: number) => {
    const before = lines[i - 1]?.text ?? '';
    const [word = ''] = /^\S+/.exec(line.text) ?? [];
    const isFull = before.length + 1 + word.length > width * FULL;
    return i > 0 && line.gap <= near && isFull && !/^(?:[-–—•*·]|\d+[.)])\s/.test(line.text);
  };
  const wrapped = lines.map(isWrapped);
  // Lines that end with a sentence each are paragraphs.
  const broken = wrapped.filter((it, i) => it && !/[.!?…:;]["»”’)]*$/.test(lines[i - 1]?.text ?? '')).length;
  if (broken < lines.length / 3) return text;
  return lines
    .map((line, i) => {
      if (i === 0) return line.text;
      if (!wrapped[i]) return `${line.gap > 0 ? '\n\n' : '\n'}${line.text}`;
      return /\p{L}-$/u.test(lines[i - 1]?.text ?? '') ? line.text : ` ${line.text}`;
    })
    .join('');
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const words = line.trim();
    if (words === '') gap += 1;
    else {
      lines.push({ text: words, gap });
      gap = 0;
    }
  }
  return lines;
}
