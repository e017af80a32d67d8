import { type PhaseWords, statementWords } from '@article21/messages/statements';
import type { Phase } from '@article21/model';
import type { Act } from './acts.ts';
import { createFinder, createListFinder, type Words, wordCount, wordsAt } from './words.ts';

/** Words that say when an act was, by its assembly. `alone`: no assembly is named, "subsequently". */
export interface PhaseMention {
  phase: Phase;
  words: Words;
  alone: boolean;
}

const phases = ['before', 'during', 'after'] as const;
/** How many words stand between "before" and the assembly: `before the start of the rally`, but `at the banned rally`. */
const BETWEEN = { before: 4, during: 2, after: 4 };
/** How far an adverb reaches: "subsequently was brought to court and fined". */
const REACH = 8;

/** What stands in another clause is as far as with so many words more between. */
const CLAUSE = 4;

const findAssemblies = createListFinder((it) => it.assemblies);
const listOf = (phase: Phase, list: keyof PhaseWords) =>
  createFinder(Object.values(statementWords).flatMap((it) => it.phases[phase][list]));
const finders = phases.map((phase) => ({
  phase,
  leading: listOf(phase, 'leading'),
  following: listOf(phase, 'following'),
  alone: listOf(phase, 'alone'),
}));

/** What a sentence says about when its acts were, by an assembly, from left to right. */
export function phaseMentionsIn(sentence: string): PhaseMention[] {
  // "Rally Street" is no rally.
  const assemblies = findAssemblies(sentence).filter(
    ({ text, start }) => start === 0 || !/^\p{Lu}/u.test(text),
  );
  const mentions: PhaseMention[] = [];
  for (const { phase, leading, following, alone } of finders) {
    for (const before of leading(sentence)) {
      const named = assemblies.find(
        (it) => before.end <= it.start && isNear(sentence, before, it, BETWEEN[phase]),
      );
      if (named) mentions.push({ phase, alone: false, words: wordsAt(sentence, before.start, named.end) });
    }
    for (const behind of following(sentence)) {
      const named = assemblies.findLast((it) => it.end <= behind.start && isNear(sentence, it, behind, 0));
      if (named) mentions.push({ phase, alone: false, words: wordsAt(sentence, named.start, behind.end) });
    }
    for (const words of alone(sentence)) mentions.push({ phase, alone: true, words });
  }
  return mentions.sort((a, b) => a.words.start - b.words.start);
}

/** No comma and no number stands between two words, and few others. */
function isNear(sentence: string, a: Words, b: Words, most: number): boolean {
  const between = sentence.slice(a.end, b.start);
  return wordCount(between) <= most && !/[\d,;:.!?()]/.test(between);
}

/**
 * The words that say the phase of an act: the nearest that name an assembly, or an adverb before it or directly behind it. Nobody is
 * fined or sentenced during an assembly.
 */
export function phaseMentionOf(
  sentence: string,
  { kind, words }: Act,
  mentions: readonly PhaseMention[],
): PhaseMention | null {
  const possible =
    kind === 'fine' || kind === 'arrest' ? mentions.filter(({ phase }) => phase !== 'during') : mentions;
  const distance = (it: PhaseMention) => {
    const [first, last] = it.words.end <= words.start ? [it.words, words] : [words, it.words];
    const between = sentence.slice(first.end, last.start);
    return wordCount(between) + (/[,;]/.test(between) ? CLAUSE : 0);
  };
  const reaching = possible.filter((it) => {
    if (!it.alone) return true;
    return it.words.end <= words.start ? distance(it) <= REACH : distance(it) === 0;
  });
  return reaching.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Whether a date is said to be before or after the act: `in the period leading up to 28 April`. */
export function sideOf(sentence: string, date: Words): 'before' | 'after' | null {
  const [before, after] = [sentence.slice(0, date.start), sentence.slice(date.end)];
  const found = finders.find(
    ({ phase, leading, following }) =>
      phase !== 'during' &&
      (leading(before).some(({ end }) => wordCount(before.slice(end)) === 0) ||
        following(after).some(({ start }) => wordCount(after.slice(0, start)) === 0)),
  );
  return found === undefined || found.phase === 'during' ? null : found.phase;
}
