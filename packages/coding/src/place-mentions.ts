import { statementWords } from '@article21/messages/statements';
import { languages, type Place } from '@article21/model';
import { cityFrom, cityIn, cityTo } from 'lvovich';
import { createListFinder, isListed, type Words } from './words.ts';

/** A place that a sentence names. */
export interface PlaceMention {
  place: Place;
  words: Words;
}

const CYRILLIC = /^[\p{Script=Cyrillic}\s-]+$/u;
const endings = Object.values(statementWords).flatMap((it) => it.placeEndings);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

const findBefore = createListFinder((it) => it.placeBefore);

/**
 * Finds places by their names and aliases, in the forms that Russian and Kazakh give them. The names of `others`, which
 * the dataset does not have, may be those of people and of parties: they count in a list of towns, in a case, or behind "in".
 */
export function createPlaceFinder(
  places: readonly Place[],
  others: readonly Place[] = [],
): (sentence: string) => PlaceMention[] {
  const byForm = new Map<string, Place>();
  const doubtful = new Set<string>();
  let longest = 0;
  const name = (form: string, place: Place) => {
    const folded = fold(form);
    if (folded === '' || byForm.has(folded)) return;
    byForm.set(folded, place);
    longest = Math.max(longest, folded.match(WORD)?.length ?? 0);
  };
  const namesOf = (place: Place) => languages.flatMap((it) => place[`name_${it}`] ?? []);
  const allNamesOf = (place: Place) => [...namesOf(place), ...place.aliases];
  // What a place is called before what another is called in a case, and its name before another's alias.
  for (const place of places) for (const it of namesOf(place)) name(it, place);
  for (const place of places) for (const it of place.aliases) name(it, place);
  for (const place of places)
    for (const it of allNamesOf(place)) for (const form of inRussian(it)) name(form, place);
  for (const namesOfOther of [namesOf, (place: Place) => place.aliases])
    for (const place of others)
      for (const it of namesOfOther(place)) {
        if (!byForm.has(fold(it))) doubtful.add(fold(it));
        name(it, place);
      }
  for (const place of others)
    for (const it of allNamesOf(place)) for (const form of inRussian(it)) name(form, place);
  const named = (form: string) => byForm.get(form) ?? withoutEnding(form, byForm);
  const isPlace = (sentence: string, { start, text }: Words, before: Words | undefined) =>
    !doubtful.has(fold(text)) ||
    findBefore(sentence.slice(0, start)).some(({ end }) => !/[\p{L}\d]/u.test(sentence.slice(end, start))) ||
    (before !== undefined && isListed(sentence.slice(before.end, start)));
  return (sentence) => {
    const words = [...sentence.matchAll(WORD)];
    const found: PlaceMention[] = [];
    let i = 0;
    while (i < words.length) {
      const at = placeAt(sentence, words.slice(i, i + longest + 1), named);
      if (at && isPlace(sentence, at.mention.words, found.at(-1)?.words)) found.push(at.mention);
      i += at?.words ?? 1;
    }
    return found;
  };
}

/** The place that the first of these words name, with as many of them as possible. */
function placeAt(
  sentence: string,
  words: readonly RegExpExecArray[],
  named: (form: string) => Place | undefined,
) {
  const start = words[0]?.index ?? 0;
  for (let n = words.length; n > 0; n -= 1) {
    const last = words[n - 1];
    const end = last ? last.index + last[0].length : start;
    const text = sentence.slice(start, end);
    const place = /^\p{Ll}/u.test(text) ? undefined : named(fold(text));
    if (place) return { mention: { place, words: { text, start, end } }, words: n };
  }
  return null;
}

function withoutEnding(form: string, byForm: ReadonlyMap<string, Place>): Place | undefined {
  for (const ending of endings)
    if (form.endsWith(ending)) {
      const place = byForm.get(form.slice(0, -ending.length).replace(/-$/, ''));
      if (place) return place;
    }
  return undefined;
}

function inRussian(name: string): string[] {
  return CYRILLIC.test(name) ? [cityIn(name), cityFrom(name), cityTo(name)] : [];
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
