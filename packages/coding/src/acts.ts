import { type ActKind, statementWords } from '@article21/messages/statements';
import { type DeclaredKind, type Kind, textsOf } from '@article21/model';
import { findDays } from './number-mentions.ts';
import { createFinder, createListFinder, type Words, wordCount } from './words.ts';

/** A word that says that a restriction happened. */
export interface Act {
  kind: Kind;
  words: Words;
}

const kinds: readonly ActKind[] = ['application_rejected', 'detention', 'fine', 'arrest', 'warning'];
const languages = Object.values(statementWords);

interface ActFinder {
  find: (text: string) => Words[];
  kind: Kind;
}

/** Every pattern of every language, and the kind that it tells of. */
function patternsOf(list: 'acts' | 'names'): ActFinder[] {
  return kinds.map((kind) => ({ kind, find: createFinder(languages.flatMap((it) => it[list][kind])) }));
}

const usualActs = patternsOf('acts');
const usualNames = patternsOf('names');
const findApplications = createListFinder((it) => it.applications);
const findUnreal = createListFinder((it) => it.unreal);
const findForDays = createListFinder((it) => it.arrestsForDays);
const findNotForDays = createListFinder((it) => it.notForDays);
const findUnrealAfter = createListFinder((it) => it.unrealAfter);

/**
 * Finds the restrictions that a sentence tells of, in their order; none that it says may happen, or did not. `kinds` are those
 * that the dataset declares.
 */
export function createActFinder(kinds: readonly DeclaredKind[]): (sentence: string) => Act[] {
  const own = kinds.map((kind) => ({ kind: kind.id, find: createFinder(patternsOfKind(kind)) }));
  return (sentence) => actsIn(sentence, [...usualActs, ...own]);
}

function actsIn(sentence: string, finders: readonly ActFinder[]): Act[] {
  const sentenced = forDays(sentence);
  const others = found(sentence, finders).filter((it) => sentenced.every((act) => !overlap(act, it)));
  const acts = withoutOverlaps([...sentenced, ...others]);
  const named = new Set(acts.map(({ kind }) => kind));
  const more = found(sentence, usualNames).filter(({ kind }) => !named.has(kind));
  const all = withoutOverlaps([...acts, ...more]);
  const application = findApplications(sentence).length > 0;
  const real: Act[] = [];
  for (const [i, act] of all.entries()) {
    const before = all[i - 1];
    // "May be fined or sentenced": what is joined to an act that may happen may happen, too.
    const isJoined =
      before !== undefined &&
      !real.includes(before) &&
      isJoinedBy(sentence.slice(before.words.end, act.words.start));
    if (act.kind === 'application_rejected' && !application) continue;
    if (!isJoined && isReal(sentence, act, before?.words.end ?? 0)) real.push(act);
  }
  return real;
}

const JOINED = /(?:^|[\s,])(?:and|or|и|или|либо|және|немесе)\s*$/u;

function isJoinedBy(between: string): boolean {
  return wordCount(between) <= REACH && JOINED.test(between);
}

/** How many words stand between an arrest and its days: `were each given 15 days`. */
const DAYS_AFTER = 3;

/** Arrests that only their days tell from other acts: `arrested for 5 days`, but not `arrested 5 days later`. */
function forDays(sentence: string): Act[] {
  return findForDays(sentence).flatMap((words): Act[] => {
    const after = sentence.slice(words.end);
    const [days] = findDays(after);
    const between = after.slice(0, days?.start);
    const isNumbered = days !== undefined && /\d|\p{L}/u.test(between) && wordCount(between) <= DAYS_AFTER;
    if (!isNumbered || /[.;:!?]/.test(between)) return [];
    const behind = after.slice(days.end);
    const isElse = findNotForDays(behind).some(({ start }) => wordCount(behind.slice(0, start)) === 0);
    return isElse ? [] : [{ kind: 'arrest', words }];
  });
}

function overlap({ words: a }: Act, { words: b }: Act): boolean {
  return a.start < b.end && b.start < a.end;
}

function found(sentence: string, finders: readonly ActFinder[]): Act[] {
  return finders.flatMap(({ find, kind }) => find(sentence).map((words) => ({ kind, words })));
}

/** The longer of two that overlap: "did not permit", and not "permit". */
function withoutOverlaps(acts: readonly Act[]): Act[] {
  const kept: Act[] = [];
  const byLength = [...acts].sort((a, b) => b.words.text.length - a.words.text.length);
  for (const act of byLength)
    if (kept.every(({ words }) => words.end <= act.words.start || act.words.end <= words.start))
      kept.push(act);
  return kept.sort((a, b) => a.words.start - b.words.start);
}

/** How many words before an act can make it one that did not happen. */
const REACH = 3;

function isReal(sentence: string, { words }: Act, from: number): boolean {
  const before = sentence.slice(from, words.start);
  const unreal = findUnreal(before).some(({ end }) => wordCount(before.slice(end)) < REACH);
  const after = sentence.slice(words.end);
  return !unreal && !findUnrealAfter(after).some(({ start }) => wordCount(after.slice(0, start)) === 0);
}

/** Words of so many letters have endings: their own letters at the end are left out where they are vowels. */
const INFLECTED = 4;
const ENDING = /[aeiouyаеёиоуыэюяйьәөүұі]+$/u;
const ARTICLES = /(?:^| )(?:an?|the)(?= )/gu;

/**
 * Patterns of the words that a dataset has for a kind of its own: its labels, with any endings, an English one with or without
 * its articles. `Нападение на журналиста` is in "нападения на журналистов", and not in "напали".
 */
function patternsOfKind(kind: DeclaredKind): string[] {
  return textsOf(kind, 'label').flatMap((label) => {
    const words = label.toLowerCase().replace(/\s+/g, ' ').trim();
    const bare = words.replace(ARTICLES, '').trim();
    return [...new Set([words, bare])].map((it) => it.split(' ').map(openEnded).join(' '));
  });
}

function openEnded(word: string): string {
  if ((word.match(/\p{L}/gu)?.length ?? 0) < INFLECTED) return word;
  const stem = word.replace(ENDING, '');
  return `${stem.length < INFLECTED ? word : stem}*`;
}
