import { type Estimate, type Kind, type Place, parseQuantity, printQuantity } from '@article21/model';
import { type Act, actsIn } from './acts.ts';
import { countsOf, type Mention } from './counts.ts';
import { type DateMention, datesIn } from './date-mentions.ts';
import { isRespective, type NumberMention, numbersIn } from './number-mentions.ts';
import { createPlaceFinder, type PlaceMention } from './place-mentions.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Words, wordCount } from './words.ts';

/** Where a proposed value is from; `rule`: no words say it, such as `?` where there is no number. */
type Origin = 'sentence' | 'paragraph' | 'rule';

/** A value as the column of records.csv has it, and the words that it is from, with their place in the text. */
export interface Proposed {
  value: string;
  words: Words | null;
  from: Origin;
}

/** A record that a sentence may tell of, to be confirmed field by field. Fields are null where nothing is proposed. */
export interface Proposal {
  kind: Kind;
  /** The words that name the act. */
  act: Words;
  /** The sentence, word for word. */
  quote: Words;
  /** What stands before the sentence, where the text has it more than once. */
  prefix: string | null;
  place: Proposed | null;
  date: Proposed | null;
  count: Proposed;
  amount: Proposed | null;
  days: Proposed | null;
}

export interface ProposeOptions {
  places?: readonly Place[];
  /** The year of dates without one, where the text itself states none; else they are not proposed. */
  year?: number;
}

/** A sentence with all that was found in it. Offsets are those of the sentence. */
interface Read extends Sentence {
  acts: Act[];
  dates: DateMention[];
  /** Whether it has a day that cannot be told. */
  untold: boolean;
  places: PlaceMention[];
}

/** Proposals for the records of a text, in its order. Nothing of the day on which it is asked goes into them. */
export function propose(text: string, { places = [], year }: ProposeOptions = {}): Proposal[] {
  const findPlaces = createPlaceFinder(places);
  const sentences: Read[] = sentencesOf(text).map((it) => ({
    ...it,
    acts: actsIn(it.text),
    ...datesIn(it.text),
    places: findPlaces(it.text),
  }));
  const yearAt = createYears(sentences, year ?? null);
  return sentences.flatMap((sentence, i) => {
    const earlier = sentences.slice(0, i).filter(({ paragraph }) => paragraph === sentence.paragraph);
    return proposalsOf(text, sentence, earlier, yearAt(i));
  });
}

/** The year of dates without one: the last that was stated before, else the first stated after, else the given one. */
function createYears(sentences: readonly Read[], given: number | null) {
  const stated = sentences.map(({ dates }) => dates.flatMap((it) => it.year ?? []));
  return (i: number): number | null =>
    stated[i]?.[0] ?? stated.slice(0, i).flat().at(-1) ?? stated.slice(i).flat()[0] ?? given;
}

function proposalsOf(
  text: string,
  sentence: Read,
  earlier: readonly Read[],
  year: number | null,
): Proposal[] {
  const { acts, dates } = sentence;
  if (acts.length === 0) return [];
  const numbers = numbersIn(sentence.text, [
    ...acts.map(({ words }) => words),
    ...dates.map(({ words }) => words),
  ]);
  const counts = countsOf(sentence.text, acts, numbers);
  const quote: Words = { text: sentence.text, start: sentence.start, end: sentence.end };
  return acts.flatMap((act, i) => {
    const count = counts[i] ?? { value: '?', words: null };
    const common = {
      kind: act.kind,
      act: shifted(act.words, sentence),
      quote,
      prefix: prefixOf(text, quote),
      date: dateOf(act, sentence, earlier, year),
      count: proposed(count, sentence),
      days: act.kind === 'arrest' ? daysOf(act, count, acts, { numbers, sentence }) : null,
    };
    return amountsOf(act, acts, { numbers, sentence }).flatMap(({ amount, one }) =>
      placesOf(act, sentence, earlier).map(
        ({ place, listed }): Proposal => ({
          ...common,
          place,
          amount,
          ...(one ? { count: { value: '1', words: null, from: 'rule' } } : {}),
          ...(listed ? { count: { value: '1+', words: null, from: 'rule' } } : {}),
        }),
      ),
    );
  });
}

interface Around {
  numbers: readonly NumberMention[];
  sentence: Read;
}

/** The numbers that stand nearer to this act than to another of those that can have such numbers. */
function nearest(
  act: Act,
  acts: readonly Act[],
  of: NumberMention['of'],
  { numbers, sentence }: Around,
): NumberMention[] {
  const owners = acts.filter(({ kind }) => kind === act.kind);
  const distance = (it: Act, number: NumberMention) => gap(sentence.text, it.words, number.words);
  return numbers.filter(
    (number) =>
      number.of === of && owners.every((it) => it === act || distance(act, number) <= distance(it, number)),
  );
}

function gap(text: string, a: Words, b: Words): number {
  return a.end <= b.start ? wordCount(text.slice(a.end, b.start)) : wordCount(text.slice(b.end, a.start));
}

/** Of a fine its amount; the amounts of several people, "respectively", are fines of their own. */
function amountsOf(
  act: Act,
  acts: readonly Act[],
  around: Around,
): { amount: Proposed | null; one: boolean }[] {
  if (act.kind !== 'fine') return [{ amount: null, one: false }];
  const amounts = nearest(act, acts, 'money', around).map((it) => proposed(it, around.sentence));
  if (amounts.length > 1 && isRespective(around.sentence.text))
    return amounts.map((amount) => ({ amount, one: true }));
  return [{ amount: amounts[0] ?? { value: '?', words: null, from: 'rule' }, one: false }];
}

/** The days of all people together: days are said for each of them. */
function daysOf(act: Act, count: Mention, acts: readonly Act[], around: Around): Proposed {
  const [each] = nearest(act, acts, 'days', around);
  const [people, days] = [parseQuantity(count.value), parseQuantity(each?.value ?? '?')];
  if (!each || !people.ok || !days.ok) return { value: '?', words: null, from: 'rule' };
  const value = printQuantity(times(people.value, days.value));
  return { value, words: shifted(each.words, around.sentence), from: 'sentence' };
}

function times(a: Estimate, b: Estimate): Estimate {
  if (a.unnumbered + b.unnumbered > 0) return { low: 0, high: 0, approximate: false, unnumbered: 1 };
  return {
    low: a.low * b.low,
    high: a.high === null || b.high === null ? null : a.high * b.high,
    approximate: a.approximate || b.approximate,
    unnumbered: 0,
  };
}

function dateOf(act: Act, sentence: Read, earlier: readonly Read[], year: number | null): Proposed | null {
  const own = [...sentence.dates].sort(
    (a, b) => gap(sentence.text, act.words, a.words) - gap(sentence.text, act.words, b.words),
  );
  const before = earlier.flatMap((it) => it.dates.map((date) => ({ date, sentence: it }))).reverse();
  for (const { date, sentence: at, from } of [
    ...own.map((date) => ({ date, sentence, from: 'sentence' as const })),
    // "Yesterday" is another day than that of its paragraph.
    ...(sentence.untold ? [] : before).map((it) => ({ ...it, from: 'paragraph' as const })),
  ]) {
    const known = date.year ?? year;
    const value = known === null ? null : date.in(known);
    if (value !== null) return { value, words: shifted(date.words, at), from };
  }
  return null;
}

const LIST = /^\s*(?:,|,?\s*(?:and|и|және|мен))\s*$/u;

/**
 * Where an act happened: the nearest town of its sentence, else the last of its paragraph, else the region or country.
 * Of several towns in a list, a rejection is one in each, and nothing else can be divided among them.
 */
function placesOf(
  act: Act,
  sentence: Read,
  earlier: readonly Read[],
): { place: Proposed | null; listed: boolean }[] {
  const towns = sentence.places.filter(isTown);
  const isList =
    towns.length > 1 &&
    towns.every(
      (it, i) => i === 0 || LIST.test(sentence.text.slice(towns[i - 1]?.words.end, it.words.start)),
    );
  const at = (it: PlaceMention, read: Read, from: Origin): Proposed => ({
    value: it.place.id,
    words: shifted(it.words, read),
    from,
  });
  if (isList && act.kind === 'application_rejected')
    return towns.map((it) => ({ place: at(it, sentence, 'sentence'), listed: true }));
  if (isList) return [{ place: null, listed: false }];
  const near = [...sentence.places].sort(
    (a, b) => gap(sentence.text, act.words, a.words) - gap(sentence.text, act.words, b.words),
  );
  const before = earlier.flatMap((it) => it.places.map((found) => at(found, it, 'paragraph'))).reverse();
  const named = earlier.findLast((it) => it.places.some(isTown));
  const town = named && townOf(named);
  const own = (found: PlaceMention | undefined) => found && at(found, sentence, 'sentence');
  const place =
    own(near.find(isTown)) ?? (named ? town && at(town, named, 'paragraph') : (own(near[0]) ?? before[0]));
  return [{ place: place ?? null, listed: false }];
}

function isTown({ place }: PlaceMention): boolean {
  return place.kind === 'city' || place.kind === 'settlement';
}

/** The town that a sentence names; of several nobody can say which is meant further on. */
function townOf({ places }: Read): PlaceMention | null {
  const towns = places.filter(isTown);
  return towns.every(({ place }) => place === towns[0]?.place) ? (towns[0] ?? null) : null;
}

function proposed({ value, words }: Mention, sentence: Sentence): Proposed {
  return words === null
    ? { value, words, from: 'rule' }
    : { value, words: shifted(words, sentence), from: 'sentence' };
}

function shifted({ text, start, end }: Words, { start: by }: Sentence): Words {
  return { text, start: start + by, end: end + by };
}

/** How much of what stands before tells a quotation from its twins. */
const PREFIX = 60;

function prefixOf(text: string, { text: quote, start }: Words): string | null {
  if (text.indexOf(quote) === text.lastIndexOf(quote)) return null;
  // Never half of a surrogate pair.
  return (
    text
      .slice(Math.max(0, start - PREFIX), start)
      .replace(/^[\uDC00-\uDFFF]/, '')
      .trim() || null
  );
}
