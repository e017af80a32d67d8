import { statementWords } from '@article21/messages/statements';
import { languages, type Place } from '@article21/model';
import { cityFrom, cityIn, cityTo } from 'lvovich';
import type { Words } from './words.ts';

/** A place that a sentence names. */
export interface PlaceMention {
  place: Place;
  words: Words;
}

const CYRILLIC = /^[\p{Script=Cyrillic}\s-]+$/u;
const endings = Object.values(statementWords).flatMap((it) => it.placeEndings);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Finds places by their names and aliases, in the forms that Russian and Kazakh give them. */
export function createPlaceFinder(places: readonly Place[]): (sentence: string) => PlaceMention[] {
  const byForm = new Map<string, Place>();
  let longest = 0;
  const name = (form: string, place: Place) => {
    const folded = fold(form);
    if (folded === '' || byForm.has(folded)) return;
    byForm.set(folded, place);
    longest = Math.max(longest, folded.match(WORD)?.length ?? 0);
  };
  const namesOf = (place: Place) => languages.flatMap((it) => place[`name_${it}`] ?? []);
  // What a place is called before what another is called in a case, and its name before another's alias.
  for (const place of places) for (const it of namesOf(place)) name(it, place);
  for (const place of places) for (const it of place.aliases) name(it, place);
  for (const place of places)
    for (const it of [...namesOf(place), ...place.aliases])
      for (const form of inRussian(it)) name(form, place);
  const named = (form: string) => byForm.get(form) ?? withoutEnding(form, byForm);
  return (sentence) => {
    const words = [...sentence.matchAll(WORD)];
    const found: PlaceMention[] = [];
    let i = 0;
    while (i < words.length) {
      const at = placeAt(sentence, words.slice(i, i + longest + 1), named);
      if (at) found.push(at.told);
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
    if (place) return { told: { place, words: { text, start, end } }, words: n };
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
