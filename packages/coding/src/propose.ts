import {
  type DeclaredKind,
  type Estimate,
  type Kind,
  type Place,
  parseMoney,
  parseQuantity,
  printMoney,
  printQuantity,
} from '@article21/model';
import { type PlacesBefore, placesOf } from './act-places.ts';
import { type Act, createActFinder } from './acts.ts';
import { countsOf, type Mention } from './counts.ts';
import { type DateMention, datesIn } from './date-mentions.ts';
import { isForEach, isRespective, type NumberMention, numbersIn } from './number-mentions.ts';
import { type PhaseMention, phaseMentionOf, phaseMentionsIn, sideOf } from './phase-mentions.ts';
import { createPlaceFinder, type PlaceMention } from './place-mentions.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Proposed, shifted, type Words, wordGap } from './words.ts';

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
  phase: Proposed | null;
  count: Proposed;
  amount: Proposed | null;
  days: Proposed | null;
}

export interface ProposeOptions {
  places?: readonly Place[];
  /** The kinds that the dataset declares, which are found by their labels. */
  kinds?: readonly DeclaredKind[];
  /** Places that the dataset does not have, by which their names are proposed: of a gazetteer. */
  others?: readonly Place[];
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
  phaseMentions: PhaseMention[];
}

/** What stands before a sentence, and what is known of the whole text. */
interface Before extends PlacesBefore {
  earlier: readonly Read[];
  year: number | null;
}

/** Proposals for the records of a text, in its order. Nothing of the day on which it is asked goes into them. */
export function propose(
  text: string,
  { places = [], kinds = [], others = [], year }: ProposeOptions = {},
): Proposal[] {
  const actsIn = createActFinder(kinds);
  const findPlaces = createPlaceFinder(places, others);
  const sentences: Read[] = sentencesOf(text).map((it) => ({
    ...it,
    acts: actsIn(it.text),
    ...datesIn(it.text),
    places: findPlaces(it.text),
    phaseMentions: phaseMentionsIn(it.text),
  }));
  const [country = null, ...countries] = places.filter(({ kind }) => kind === 'country');
  const yearAt = createYears(sentences, year ?? null);
  return sentences.flatMap((sentence, i) => {
    const all = sentences.slice(Math.max(0, i - FAR_BACK), i);
    const earlier = all.filter(({ paragraph }) => paragraph === sentence.paragraph);
    const one = countries.length === 0 ? country : null;
    return proposalsOf(text, sentence, { earlier, all, country: one, year: yearAt(i) });
  });
}

/** How many sentences back a town or a day is looked for: without a limit the time grows with the square of the text. */
const FAR_BACK = 200;

/** The year of dates without one: the last that was stated before, else the first stated after, else the given one. */
function createYears(sentences: readonly Read[], given: number | null) {
  const stated = sentences.map(({ dates }) => dates.flatMap((it) => it.year ?? []));
  const first = stated.find((years) => years.length > 0)?.[0] ?? given;
  // Before the first that is stated, the first stated after is that one.
  let last = first;
  const years = stated.map((own) => {
    const year = own[0] ?? last;
    last = own.at(-1) ?? last;
    return year;
  });
  return (i: number): number | null => years[i] ?? null;
}

function proposalsOf(text: string, sentence: Read, before: Before): Proposal[] {
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
    const mention = phaseMentionOf(sentence.text, act, sentence.phaseMentions);
    const common = {
      kind: act.kind,
      act: shifted(act.words, sentence),
      quote,
      prefix: prefixOf(text, quote),
      date: dateOf(act, sentence, { ...before, mention }),
      phase: phaseOf(act, sentence, mention),
      count: proposed(count, sentence),
      days: act.kind === 'arrest' ? daysOf(act, count, acts, { numbers, sentence }) : null,
    };
    return amountsOf(act, count, acts, { numbers, sentence }).flatMap(({ amount, one }) =>
      placesOf(act, sentence, before).map(
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
  const distance = (it: Act, number: NumberMention) => wordGap(sentence.text, it.words, number.words);
  return numbers.filter(
    (number) =>
      number.of === of && owners.every((it) => it === act || distance(act, number) <= distance(it, number)),
  );
}

/** Of a fine its amount; the amounts of several people, "respectively", are fines of their own. */
function amountsOf(
  act: Act,
  count: Mention,
  acts: readonly Act[],
  around: Around,
): { amount: Proposed | null; one: boolean }[] {
  if (act.kind !== 'fine') return [{ amount: null, one: false }];
  const { sentence } = around;
  const amounts = nearest(act, acts, 'money', around);
  const [first] = amounts;
  if (first === undefined) return [{ amount: { value: '?', words: null, from: 'rule' }, one: false }];
  if (amounts.length > 1 && isRespective(sentence.text))
    return amounts.map((amount) => ({ amount: proposed(amount, sentence), one: true }));
  const value = isForEach(sentence.text, first.words) ? ofAll(count, first) : first.value;
  return [{ amount: proposed({ ...first, value }, sentence), one: false }];
}

/** The money of all people together, of whom each has to pay an amount. */
function ofAll(count: Mention, { value }: Mention): string {
  const [people, each] = [parseQuantity(count.value), parseMoney(value)];
  if (!people.ok || !each.ok) return '?';
  const estimate = times(people.value, each.value.estimate);
  return estimate.unnumbered > 0 ? '?' : printMoney({ ...each.value, estimate });
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

/** An application is for an assembly to come, whatever else its sentence says. */
function phaseOf({ kind }: Act, sentence: Sentence, mention: PhaseMention | null): Proposed | null {
  if (kind === 'application_rejected') return { value: 'before', words: null, from: 'rule' };
  return mention && { value: mention.phase, words: shifted(mention.words, sentence), from: 'sentence' };
}

interface When {
  earlier: readonly Read[];
  year: number | null;
  mention: PhaseMention | null;
}

type Side = 'before' | 'after' | null;

/** The nearest date of the sentence, else the last of the paragraph: what is said to be before or after it has an open interval. */
function dateOf(act: Act, sentence: Read, { earlier, year, mention }: When): Proposed | null {
  const own = [...sentence.dates].sort(
    (a, b) => wordGap(sentence.text, act.words, a.words) - wordGap(sentence.text, act.words, b.words),
  );
  const before = earlier.flatMap((it) => it.dates.map((date) => ({ date, sentence: it }))).reverse();
  // The day of the paragraph is that of the assembly; "after the rally" is the same day, "subsequently" is not.
  const isBefore = act.kind === 'application_rejected' || mention?.phase === 'before';
  const side: Side = isBefore ? 'before' : mention?.phase === 'after' && mention.alone ? 'after' : null;
  for (const { date, sentence: at, from, open } of [
    ...own.map((date) => ({
      ...{ date, sentence, from: 'sentence' as const },
      open: sideOf(sentence.text, date.words),
    })),
    // "Yesterday" is another day than that of its paragraph.
    ...(sentence.untold ? [] : before).map((it) => ({ ...it, from: 'paragraph' as const, open: side })),
  ]) {
    const known = date.year ?? year;
    const value = known === null ? null : date.in(known);
    if (value !== null) return { value: opened(value, open), words: shifted(date.words, at), from };
  }
  return null;
}

/** A day or interval from its end on, or until its beginning. */
function opened(date: string, side: Side): string {
  const [start = date, end = start] = date.split('/');
  if (side === 'before') return `../${start}`;
  return side === 'after' ? `${end}/..` : date;
}

function proposed({ value, words }: Mention, sentence: Sentence): Proposed {
  return words === null
    ? { value, words, from: 'rule' }
    : { value, words: shifted(words, sentence), from: 'sentence' };
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
