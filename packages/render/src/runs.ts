import createBidi, { type Bidi } from 'bidi-js';

/** A part of a line that is written in one direction. */
export interface Run {
  text: string;
  rightToLeft: boolean;
}

/** Letters and marks of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

let bidi: Bidi | null = null;

/**
 * A line as runs in the order in which they stand, from left to right (the Unicode bidirectional algorithm): a number
 * among Hebrew or Arabic letters is read from left to right. Within a run the text is in the order of reading.
 */
export function runsOf(text: string): Run[] {
  if (!rightToLeft.test(text)) return [{ text, rightToLeft: false }];
  bidi ??= createBidi();
  const { levels } = bidi.getEmbeddingLevels(text, 'auto');
  const runs: (Run & { level: number })[] = [];
  for (const [i, level] of levels.entries()) {
    const last = runs.at(-1);
    if (last?.level === level) last.text += text[i] ?? '';
    else runs.push({ text: text[i] ?? '', level, rightToLeft: level % 2 === 1 });
  }
  return reordered(runs).map(({ text, rightToLeft }) => ({ text, rightToLeft }));
}

/** From the highest level down to the lowest odd one, what is at least so high is turned around (rule L2). */
function reordered<T extends { level: number }>(runs: readonly T[]): T[] {
  const levels = runs.map(({ level }) => level);
  let order = [...runs];
  for (let level = Math.max(...levels); level >= Math.min(...levels.filter((it) => it % 2 === 1)); level--) {
    const turned: T[] = [];
    for (let i = 0; i < order.length; ) {
      let end = i;
      while ((order[end]?.level ?? -1) >= level) end++;
      turned.push(...(end > i ? order.slice(i, end).reverse() : order.slice(i, i + 1)));
      i = Math.max(end, i + 1);
    }
    order = turned;
  }
  return order;
}
