import type { Place } from '@article21/model';
import type { Act } from './acts.ts';
import type { PlaceMention } from './place-mentions.ts';
import type { Sentence } from './sentences.ts';
import { createListFinder, isListed, type Origin, type Proposed, shifted, wordGap } from './words.ts';

/** A sentence with the places that it names. */
export interface Placed extends Sentence {
  places: readonly PlaceMention[];
}

/** What stands before a sentence: of its paragraph, and of the whole text. `country`: the one of the dataset, if it has one. */
export interface PlacesBefore {
  earlier: readonly Placed[];
  all: readonly Placed[];
  country: Place | null;
}

/** `listed`: at least one in each of several towns. */
export interface ActPlace {
  place: Proposed | null;
  listed: boolean;
}

const findAllTowns = createListFinder((it) => it.allTowns);
const findOtherTowns = createListFinder((it) => it.otherTowns);

/**
 * Where an act happened: the nearest town of its sentence, else the last of its paragraph, else the region or country.
 * Of several towns in a list, or of "all cities" behind such a list, a rejection is one in each; nothing else can be divided
 * among them. "Other cities" are the country.
 */
export function placesOf(act: Act, sentence: Placed, before: PlacesBefore): ActPlace[] {
  const own = townsOf(sentence);
  const listed = isList(sentence, own)
    ? { towns: own, from: sentence }
    : own.length === 0 && findAllTowns(sentence.text).length > 0
      ? lastList(before.all)
      : null;
  if (listed !== null && act.kind === 'application_rejected') {
    const from = listed.from === sentence ? 'sentence' : 'paragraph';
    return listed.towns.map((it) => ({ place: proposedPlace(it, listed.from, from), listed: true }));
  }
  if (listed !== null) return [{ place: null, listed: false }];
  const others = own.length === 0 ? findOtherTowns(sentence.text)[0] : undefined;
  if (others !== undefined)
    return [
      {
        place:
          before.country === null
            ? null
            : { value: before.country.id, words: shifted(others, sentence), from: 'sentence' },
        listed: false,
      },
    ];
  return [{ place: nearestPlace(act, sentence, before.earlier), listed: false }];
}

function nearestPlace(act: Act, sentence: Placed, earlier: readonly Placed[]): Proposed | null {
  const near = [...sentence.places].sort(
    (a, b) => wordGap(sentence.text, act.words, a.words) - wordGap(sentence.text, act.words, b.words),
  );
  const own = near.find(isTown);
  if (own) return proposedPlace(own, sentence, 'sentence');
  const named = earlier.findLast((it) => it.places.some(isTown));
  if (named) {
    const town = townOf(named);
    return town && proposedPlace(town, named, 'paragraph');
  }
  if (near[0]) return proposedPlace(near[0], sentence, 'sentence');
  const region = earlier.findLast((it) => it.places.length > 0);
  const last = region?.places.at(-1);
  return region && last ? proposedPlace(last, region, 'paragraph') : null;
}

function proposedPlace({ place, words }: PlaceMention, at: Sentence, from: Origin): Proposed {
  return { value: place.id, words: shifted(words, at), from };
}

function isTown({ place }: PlaceMention): boolean {
  return place.kind === 'city' || place.kind === 'settlement';
}

function townsOf({ places }: Placed): PlaceMention[] {
  return places.filter(isTown);
}

/** Whether towns stand in one list. */
function isList({ text }: Sentence, towns: readonly PlaceMention[]): boolean {
  return (
    towns.length > 1 &&
    towns.every((it, i) => i === 0 || isListed(text.slice(towns[i - 1]?.words.end, it.words.start)))
  );
}

/** The towns of the last sentence that names several; each once. */
function lastList(all: readonly Placed[]): { towns: PlaceMention[]; from: Placed } | null {
  for (const from of all.toReversed()) {
    const towns = townsOf(from).filter(
      (it, i, every) => every.findIndex(({ place }) => place.id === it.place.id) === i,
    );
    if (towns.length > 1) return { towns, from };
  }
  return null;
}

/** The town that a sentence names; of several nobody can say which is meant further on. */
function townOf(named: Placed): PlaceMention | null {
  const towns = townsOf(named);
  return towns.every(({ place }) => place === towns[0]?.place) ? (towns[0] ?? null) : null;
}
