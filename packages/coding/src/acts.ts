import { statementWords, type ToldKind } from '@article21/messages/statements';
import { createFinder, createListFinder, type Words, wordCount } from './words.ts';

/** A word that says that a restriction happened. */
export interface Act {
  kind: ToldKind;
  words: Words;
}

const told: readonly ToldKind[] = ['application_rejected', 'detention', 'fine', 'arrest', 'warning'];
const languages = Object.values(statementWords);

/** Every pattern of every language, and the kind that it tells of. */
function patternsOf(list: 'acts' | 'names'): { find: (text: string) => Words[]; kind: ToldKind }[] {
  return told.map((kind) => ({ kind, find: createFinder(languages.flatMap((it) => it[list][kind])) }));
}

const finders = { acts: patternsOf('acts'), names: patternsOf('names') };
const findApplications = createListFinder((it) => it.applications);
const findUnreal = createListFinder((it) => it.unreal);
const findUnrealAfter = createListFinder((it) => it.unrealAfter);

/** The restrictions that a sentence tells of, in their order; none that it says may happen, or did not. */
export function actsIn(sentence: string): Act[] {
  const acts = withoutOverlaps(found(sentence, 'acts'));
  const named = new Set(acts.map(({ kind }) => kind));
  const names = found(sentence, 'names').filter(({ kind }) => !named.has(kind));
  const all = withoutOverlaps([...acts, ...names]);
  const application = findApplications(sentence).length > 0;
  return all.filter(
    (act, i) =>
      (act.kind !== 'application_rejected' || application) &&
      isReal(sentence, act, all[i - 1]?.words.end ?? 0),
  );
}

function found(sentence: string, list: 'acts' | 'names'): Act[] {
  return finders[list].flatMap(({ find, kind }) => find(sentence).map((words) => ({ kind, words })));
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
