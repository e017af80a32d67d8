import type {
  Basis,
  Language,
  Phase,
  Place,
  Source,
  Step,
  UsualKind,
  UsualMeasureId,
} from '@article21/model';
import type { AttributeTexts } from './attribute-texts.ts';
import type { DateTexts } from './date.ts';
import type { AboutTexts } from './languages/en/about.ts';
import type { ChartTexts } from './languages/en/charts.ts';
import type { DeskTexts } from './languages/en/desk.ts';
import type { FaultTexts } from './languages/en/faults.ts';
import type { ImportingTexts } from './languages/en/importing.ts';
import type { MethodsTexts } from './languages/en/methods.ts';
import type { ShareTexts } from './languages/en/share.ts';
import type { TemplateTexts } from './languages/en/template.ts';
import type { words as english } from './languages/en/words.ts';
import type { MeasureTexts } from './measure-texts.ts';
import type { Forms, NumberTexts } from './numbers.ts';

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

/** Everything that one language says. Plain data, so that a translator needs to read no program. */
export interface LanguageTexts {
  language: Language;
  /** The language's name in itself, and as short as a button needs it. */
  name: string;
  abbreviation: string;
  /** BCP 47 with a country, as Office and Open Graph name it: `en-GB`. */
  locale: string;
  /** The locale in which a browser shows the fields of a date, in order and digits. */
  dateFields: string;
  numbers: NumberTexts;
  dates: DateTexts;
  measure: Record<UsualMeasureId, MeasureTexts>;
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
    other: Record<Basis, string>;
    otherOutside: Record<Basis, string>;
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
  undated: Record<Step, string>;
  kind: Record<UsualKind, string>;
  phase: Record<Phase | 'unstated', string>;
  basis: Record<Basis, string>;
  step: Record<Step, string>;
  placeKind: Record<Place['kind'], string>;
  /** A row of a country or a region itself, whose sources place it no nearer; `{place}` is its name. */
  unplaced: { short: string; of: string };
  /** The same where counts are by region. */
  noRegion: { short: string; of: string };
  /** The row of what no source gives a phase of. */
  noPhase: string;
  visibility: Record<Source['visibility'], string>;
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

/** What the folder of a language holds. What a chart does not need is loaded when it is asked for. */
export interface LanguageFolder<Code extends Language = Language> {
  words: LanguageTexts & { language: Code };
  pages(): Promise<{ pages: PageTexts }>;
  share(): Promise<{ share: ShareTexts }>;
  template(): Promise<{ template: TemplateTexts }>;
  desk(): Promise<{ desk: DeskTexts }>;
  importing(): Promise<{ importing: ImportingTexts }>;
  faults(): Promise<{ faults: FaultTexts | null }>;
}
