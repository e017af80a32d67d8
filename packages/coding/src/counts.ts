import type { Act } from './acts.ts';
import type { NumberMention } from './number-mentions.ts';
import { createListFinder, type Words, wordCount } from './words.ts';

/** A value of a sentence, and the words that it is from; null where it is from none. */
export interface Mention {
  value: string;
  words: Words | null;
}

const findOne = createListFinder((it) => it.one);
const findSeveral = createListFinder((it) => it.several);

/** How many words may stand between a number and the act that it counts. */
const REACH = 12;
/** "Detained and fined": of the same people, where no more words than these stand between. */
const JOINED = 3;

/** How many each act of a sentence happened to: each number is that of the nearest act. */
export function countsOf(
  sentence: string,
  acts: readonly Act[],
  numbers: readonly NumberMention[],
): Mention[] {
  const counts: Mention[] = [];
  for (const [i, act] of acts.entries()) {
    const own = numbers
      .filter((it) => it.of === 'people' && nearestAct(sentence, acts, it) === act)
      .sort((a, b) => Number(b.named) - Number(a.named) || gap(sentence, act, a) - gap(sentence, act, b));
    const [number] = own;
    const [previous, before] = [acts[i - 1], counts[i - 1]];
    const between = previous ? sentence.slice(previous.words.end, act.words.start) : '';
    if (number) counts.push({ value: number.value, words: number.words });
    else if (before && wordCount(between) <= JOINED) counts.push(before);
    else counts.push(bySingular(sentence, act, previous));
  }
  return counts;
}

function nearestAct(sentence: string, acts: readonly Act[], number: NumberMention): Act | null {
  let nearest: Act | null = null;
  for (const act of acts)
    if (
      gap(sentence, act, number) <= REACH &&
      (nearest === null || gap(sentence, act, number) < gap(sentence, nearest, number))
    )
      nearest = act;
  return nearest;
}

function gap(sentence: string, { words }: Act, { words: number }: NumberMention): number {
  const between =
    words.end <= number.start
      ? sentence.slice(words.end, number.start)
      : sentence.slice(number.end, words.start);
  // A comma parts, where no word does: «задержали, троих оштрафовали».
  return wordCount(between) + Number(/[,;:]/.test(between));
}

/** One where the grammar says so, else a report without a number. */
function bySingular(sentence: string, { words, kind }: Act, previous: Act | undefined): Mention {
  const from = previous?.words.end ?? 0;
  // An application stands behind what was done to it.
  const to = kind === 'application_rejected' ? sentence.length : words.end;
  const stretch = sentence.slice(from, to);
  const one = findOne(stretch).at(-1);
  const several = findSeveral(stretch).at(-1);
  if (!one || (several && several.start > one.start)) return { value: '?', words: null };
  return { value: '1', words: { ...one, start: one.start + from, end: one.end + from } };
}
