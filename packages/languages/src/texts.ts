import type { AttributeTexts } from './attribute-texts.ts';
import type { AboutTexts } from './en/about.ts';
import type { ApiTexts } from './en/api.ts';
import type { ChartTexts } from './en/charts.ts';
import type { DeskTexts } from './en/desk.ts';
import type { ImportingTexts } from './en/importing.ts';
import type { MethodsTexts } from './en/methods.ts';
import type { ShareTexts } from './en/share.ts';
import type { TemplateTexts } from './en/template.ts';
import type { words as english } from './en/words.ts';
import type { Forms } from './forms.ts';
import type { MeasureTexts } from './measure-texts.ts';

/** The phrases of an estimate, with `{low}`, `{high}` and `{noun}`. */
export interface EstimateTexts {
  exact: string;
  about: string;
  range: string;
  aboutRange: string;
  atLeast: string;
  aboutOrMore: string;
  /** No source states a least number: the most that is stated, beside reports without a number. */
  upTo: string;
  aboutUpTo: string;
  /** About something, and less than half a unit: only money is. */
  underOne: string;
}

/** How a converted amount is said, beside the amount as stated. */
export interface ExchangeTexts {
  /** With `{eur}`, `{currency}`, `{days}` and `{source}`. */
  rate: string;
  /** With `{amount}`, the sum in euros, and `{rate}`. */
  at: string;
  /** With `{lowest}` and `{highest}`, both rates. */
  between: string;
}

export interface NumberTexts {
  /** The locale whose digits, separators and grouping are used. */
  locale: string;
  /** An amount of euros, `EUR {n}`. */
  euros: string;
}

/**
 * How a language writes dates. The names are here and not taken from `Intl`, because Chromium carries no Kazakh
 * dates and would write "2012 M04 28" where Node writes the month's name.
 */
export interface DateTexts {
  /** January to December, separated by spaces. */
  months: string;
  /** The same as they stand beside the number of a day. */
  monthsOfDay: string;
  monthsShort: string;
  monthsOfDayShort: string;
  /** Monday to Sunday, as short as the column of a calendar. */
  weekdaysShort: string;
  day: string;
  dayShort: string;
  daysOfMonth: string;
  daysOfYear: string;
  month: string;
  monthsOfYear: string;
  quarter: string;
  quarterAlone: string;
  year: string;
  years: string;
  /** With `{day}`, its Monday, and `{range}`, Monday to Sunday, both written out. */
  week: string;
  span: string;
  since: string;
  until: string;
  /** Of a stated date, with `{to}`. */
  onOrBefore: string;
  /** A stated `{date}` that its source calls approximate, or uncertain. */
  about: string;
  uncertain: string;
  /** The `{period}` of records of which some lie on days that no source states exactly. */
  inexact: string;
  always: string;
}

/**
 * Everything that one language says. Plain data, so that a translator needs to read no program. English is the shape of
 * what has no type here; `messages` asks it for words for every id of the model.
 */
export interface LanguageTexts {
  /** The language's name in itself, and as short as a button needs it. */
  name: string;
  abbreviation: string;
  /** BCP 47 with a country, as Office and Open Graph name it: `en-GB`. */
  locale: string;
  /** The locale in which a browser shows the fields of a date, in order and digits. */
  dateFields: string;
  /** Words of a source or a table in the language's quotation marks, with `{text}`. */
  quoted: string;
  numbers: NumberTexts;
  dates: DateTexts;
  measure: Record<keyof typeof english.measure, MeasureTexts>;
  /** Of measures that a dataset declares, whose names are put in no sentence that would need a form of them. */
  declared: {
    /** After a label and a colon, where there is no record. */
    none: string;
    /** Where the dataset says no caveat. */
    caveat: string;
    /** Stand for `headline.split` and `headline.splitRest`, whose numbers have a colon before them already. */
    split: string;
    splitRest: string;
  };
  count: EstimateTexts;
  money: EstimateTexts;
  exchange: ExchangeTexts;
  /** Reports that state no number, or no amount of money, with `{n}`. */
  unnumbered: { number: Forms; amount: Forms };
  /** `{count}` and `{reports}` in one phrase. */
  withUnnumbered: string;
  headline: {
    /** With `{count}`, `{places}`, `{period}`; and the same with `{reports}`. */
    count: string;
    countReports: string;
    /** Reports without a number alone, with `{label}`, the measure's, in lower case. */
    reports: string;
    /** No record, with `{none}`, the measure's, in lower case. */
    none: string;
    /** No record, and `{remarks}` that say where else there are some. */
    beside: string;
    /** A headline without its full stop, `{open}`, what of it has no day, and the others' `{period}`. */
    split: string;
    /** The same, with `{rest}`, what the others are, which no source gives a least number of. */
    splitRest: string;
    /** Stands for `{rest}` where no more can be said of it. */
    noLeast: string;
    /** `{reports}` without a number, where they are all that has no day. */
    undatedReports: string;
    /** Where, with `{list}`, and when, with `{period}`; left out when everywhere, or at any time. */
    places: string;
    /** Stands for `{list}` of very many places: the first of them, that there are `{n}` more, and which `{choice}` it is. */
    morePlaces: Forms;
    period: string;
    /** A `{period}` of records whose dates are all approximate. */
    about: string;
    /** Stands for `{period}` where no source states any. */
    notStated: string;
    /** With `{list}`, phases joined by `or`. */
    phase: string;
    phaseUnstated: string;
    or: string;
    summary: string;
    /** That only records are counted of which something is quoted. */
    quoted: string;
  };
  /** Clauses that stand beside a number: `Finding.remarks`. */
  remark: {
    outside: string;
    unplaced: string;
    unplacedReports: Forms;
    /** What the other basis has in the asked period, and what may lie in it, with `{count}`. */
    other: Record<keyof typeof english.basis, string>;
    otherOutside: Record<keyof typeof english.basis, string>;
    uncounted: string;
    /** Records of which there is an address alone. */
    notQuoted: Forms;
    /** Of the counted records. */
    approximateDates: Forms;
  };
  /** Of attributes that a dataset declares. */
  attributes: AttributeTexts;
  list: { and: string };
  /** What lies in the period but in no one bucket. */
  undated: Record<keyof typeof english.step, string>;
  kind: Record<keyof typeof english.kind, string>;
  phase: Record<keyof typeof english.phase, string>;
  basis: Record<keyof typeof english.basis, string>;
  step: Record<keyof typeof english.step, string>;
  placeKind: Record<keyof typeof english.placeKind, string>;
  /** A row of a country or a region itself, whose sources place it no nearer; `{place}` is its name. */
  unplaced: { short: string; of: string };
  /** The same where counts are by region. */
  noRegion: { short: string; of: string };
  /** The row of what no source gives a phase of. */
  noPhase: string;
  visibility: Record<keyof typeof english.visibility, string>;
  chart: ChartTexts;
  drawing: typeof english.drawing;
  ui: typeof english.ui;
}

/**
 * The long texts of pages that a chart does not need. `rules` are those of the codebook in its order, with its marks:
 * `**strong**` and `` `code` ``.
 */
export interface PageTexts {
  about: AboutTexts;
  methods: MethodsTexts;
  rules: readonly string[];
}

/** What is wrong, and how to mend it. */
export interface Fault {
  message: string;
  hint: string;
}

/** What checking a dataset finds, and why a file cannot be read, by their codes. `{column}` is the column of what was found. */
export interface FaultTexts {
  findings: Readonly<Record<string, Fault>>;
  problems: Readonly<Record<string, Fault>>;
}

/** What the folder of a language holds. What a chart does not need is loaded when it is asked for. */
export interface LanguageFolder {
  /** The language's code in addresses and columns: two letters of ISO 639-1. */
  code: string;
  words: LanguageTexts;
  pages(): Promise<{ pages: PageTexts }>;
  share(): Promise<{ share: ShareTexts }>;
  api(): Promise<{ api: ApiTexts }>;
  template(): Promise<{ template: TemplateTexts }>;
  desk(): Promise<{ desk: DeskTexts }>;
  importing(): Promise<{ importing: ImportingTexts }>;
  /** Null where the words of `ingest` itself are those of the language. */
  faults(): Promise<{ faults: FaultTexts | null }>;
}
