/** The restrictions that a sentence may tell of. */
export type ActKind = 'application_rejected' | 'detention' | 'fine' | 'arrest' | 'warning';

/** Words that say when something was, by an assembly. */
export interface PhaseWords {
  /** At most four words before a word for an assembly, or before a date: `before the start of the rally`. */
  leading: readonly string[];
  /** Directly behind one: `митингіден кейін`. */
  following: readonly string[];
  /** Without one; behind an assembly then on a day that is not stated: `subsequently`. */
  alone: readonly string[];
}

/**
 * The words with which the sentences of one language tell of restrictions. All are in small letters; `*` at the end
 * stands for any ending. Each list may be empty.
 */
export interface StatementWords {
  /** Words for what was done: each is an act of its own. */
  acts: Readonly<Record<ActKind, readonly string[]>>;
  /** Names of acts, which are none of their own beside a word for the same in their sentence: "sentenced to arrest". */
  names: Readonly<Record<ActKind, readonly string[]>>;
  /** Acts of an administrative arrest where a number of days stands at most three words behind them: `arrested for 5 days`. */
  arrestsForDays: readonly string[];
  /** Where one of these stands behind such days, they are no sentence: `arrested 5 days later`. */
  notForDays: readonly string[];
  /** Only a sentence with one of these tells of a rejected application; other things are rejected, too. */
  applications: readonly string[];
  /** Where one of these stands at most three words before an act, it is not said to have happened. */
  unreal: readonly string[];
  /** The same of what stands directly after it. */
  unrealAfter: readonly string[];
  /** Directly before an act, or part of it: who it happened to is one, or are several without a number. */
  one: readonly string[];
  several: readonly string[];
  /** Two people, named before. */
  both: readonly string[];
  /** What people assemble in. */
  assemblies: readonly string[];
  phases: Readonly<Record<'before' | 'during' | 'after', PhaseWords>>;
  /** All towns that were named before, and towns that are not named. */
  allTowns: readonly string[];
  otherTowns: readonly string[];
  /** Directly before the name of a place. */
  placeBefore: readonly string[];
  /** Tens above twenty and hundreds, where these are words of their own, forms of one with | between them. */
  roundNumbers: readonly (readonly [value: number, forms: string])[];
  /** What is counted by numbers that are not those of an act: minutes, metres, officers. */
  otherUnits: readonly string[];
  /** Before a number that counts nothing: `article 9`. */
  numbered: readonly string[];
  /** Each of several amounts is that of another person. */
  respectively: readonly string[];
  /** That a sum is that of each person; and those that say so only right before it. */
  each: readonly string[];
  eachBefore: readonly string[];
  /** Between two days: `between 12 and 15 May`. */
  days: readonly (readonly [before: string, between: string])[];
  /** Words that end in a full stop within a sentence, without it; single letters need not be named. */
  abbreviations: readonly string[];
  /** Names of months where the library for dates has no such language, in order. */
  months: readonly string[];
  /** What is put behind the names of places, with or without a hyphen. */
  placeEndings: readonly string[];
}
