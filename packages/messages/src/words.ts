import type { ChartId, Forms } from '@article21/languages';
import {
  type Estimate,
  type Grouping,
  isUnnumbered,
  type MeasureId,
  type Place,
  type PlaceTree,
  parseDay,
  phaseFilters,
  type RestrictionRecord,
  rowGrouping,
  type Step,
  sum,
  textIn,
  type Undated,
  type Vocabulary,
} from '@article21/model';
import { type AttributeWords, createAttributeWords } from './attribute-words.ts';
import { createDates, type DateWords } from './date.ts';
import { createVocabularyWords, type VocabularyWords } from './declared-words.ts';
import { createEstimates } from './estimate.ts';
import { createExchange, type ExchangeWords } from './exchange.ts';
import { fill } from './fill.ts';
import { createFindings, type Finding, type FindingCounts } from './findings.ts';
import type { FindingQuery } from './headline-filters.ts';
import { createNumber, createPluralise } from './numbers.ts';
import type { LanguageTexts } from './texts.ts';

/** Templates that only make sense with what is filled into them. */
type Phrases =
  | 'measure'
  | 'quoted'
  | 'kind'
  | 'declared'
  | 'numbers'
  | 'dates'
  | 'count'
  | 'money'
  | 'exchange'
  | 'unnumbered'
  | 'withUnnumbered'
  | 'headline'
  | 'remark'
  | 'list'
  | 'undated'
  | 'unplaced';

/** What a chart has to be drawn with, where a link names something else. */
interface DrawnOnly {
  chart: ChartId;
  by: readonly Grouping[] | null;
  every: Step | null;
}

/** All words of one language: its texts by id, and the phrases that hold numbers, dates and places. */
export interface Words
  extends Omit<LanguageTexts, Phrases>,
    DateWords,
    ExchangeWords,
    VocabularyWords,
    AttributeWords {
  /** What may be counted: the vocabulary of the snapshot that these words are about. */
  readonly vocabulary: Vocabulary;
  /** The same words about a snapshot with this vocabulary. */
  of(vocabulary: Vocabulary): Words;
  number(n: number): string;
  /** Words of a source or a table in quotation marks. */
  quote(text: string): string;
  /** A number with its unit's sign where it has one: `EUR 770`, `12`. */
  amount(n: number, unit: string): string;
  /** "about 15 detentions, and 1 report without a number": lower case, without a full stop. */
  count(estimate: Estimate, measure: MeasureId): string;
  /** The number in signs, `≈ 15`; empty where there is none, so that reports without a number stand alone. */
  signs(estimate: Estimate): string;
  /** The number in signs and its reports: `≈ 15 + 1 report without a number`. */
  estimate(estimate: Estimate, measure: MeasureId): string;
  /** "3 reports without a number"; for money "without an amount". */
  reports(n: number, measure: MeasureId): string;
  /** The sentence over a chart of a query and what stands beside it, for each measure in its order. */
  findings(query: FindingQuery, counts: FindingCounts, places: Pick<PlaceTree, 'get'>): Finding[];
  /**
   * What stands in a chart's place where no record matches. It denies nothing that the finding says: of what kind there
   * is no record where another basis, a wider place or no count at all is the finding.
   */
  empty(
    query: Pick<FindingQuery, 'basis'>,
    counts: Pick<FindingCounts, 'otherBasis' | 'unplaced' | 'unattributed' | 'uncounted'>,
  ): string;
  /** When a record happened, as its sources state it or leave it possible. */
  when(record: Pick<RestrictionRecord, 'date' | 'charted'>): string;
  placeName(place: Place): string;
  /**
   * A place as the row of a chart, by its id: a country itself holds what is placed no nearer, "city not stated"; where
   * the dataset has several countries, it is named. A place that is not known (yet) is its id. By phase, the id is a phase.
   */
  rowName(id: string, places: Pick<PlaceTree, 'get' | 'countries'> | null, by?: readonly Grouping[]): string;
  /** What lies in the period but in no one bucket: "Not dated to a month: 3 detentions". Null when nothing. */
  undated(undated: readonly Undated[], step: Step): string | null;
  /** A period of which every date is approximate: "about 31 May 2012". */
  about(period: string): string;
  /** The period of a row in words, and how many of its records have an approximate date: "May 2012 · 1 report has …". */
  rowPeriod(period: string, approximateDates: number): string;
  /** What such a row or record is called, on every surface: "Not dated to a month". */
  undatedTo(step: Step): string;
  /** That a chart is drawn only with some grouping or step: “Calendar” is drawn only by day. */
  drawnOnly(drawn: DrawnOnly): string;
  /** Names as a list: "Almaty, Astana and Taraz". */
  list(names: readonly string[]): string;
  /** The plural form for a number, with `{n}` filled in, and what else it has. */
  plural(forms: Forms, n: number, values?: Readonly<Record<string, string>>): string;
  fill(template: string, values: Readonly<Record<string, string>>): string;
}

/** The words of a language's texts, about a dataset with this vocabulary. */
export function createWords(texts: LanguageTexts, vocabulary: Vocabulary): Words {
  const vocabularyWords = createVocabularyWords(texts, vocabulary);
  const number = createNumber(texts.numbers.locale);
  const pluralise = createPluralise(texts.language);
  const plural: Words['plural'] = (forms, n, values = {}) =>
    fill(pluralise(forms, n), { ...values, n: number(n) });
  const estimates = createEstimates(texts, number, pluralise, { vocabulary, vocabularyWords });
  const dates = createDates(texts.dates);
  const placeName = (place: Place) => textIn(place, 'name', texts.language).text;
  const list: Words['list'] = (names) => listOf(texts, names);
  const attributed = createAttributeWords(texts, vocabulary, plural);
  const others = createOthers(texts);
  const words: Words = {
    ...texts,
    ...vocabularyWords,
    ...attributed,
    ...dates,
    vocabulary,
    of: (other) => (other === vocabulary ? words : others(other)),
    number,
    quote: (text) => fill(texts.quoted, { text }),
    amount: (n, unit) => (unit === 'EUR' ? fill(texts.numbers.euros, { n: number(n) }) : number(n)),
    signs: estimates.signs,
    reports: estimates.reports,
    count: estimates.count,
    estimate: estimates.short,
    ...createExchange(texts.exchange, texts.numbers.locale, { ...estimates, ...dates }),
    findings: createFindings(texts, {
      ...{ ...estimates, ...vocabularyWords, ...attributed },
      ...{ period: dates.dated, list, plural, placeName },
    }),
    empty: (query, counts) => emptyOf(texts, query, counts),
    when: (record) => whenOf(record, dates) ?? texts.ui.evidence.dateNotStated,
    placeName,
    rowName: (id, places, by = []) => {
      if (by.includes('phase')) return phaseName(texts, id);
      const place = places?.get(id);
      if (!place || !places) return id;
      const name = placeName(place);
      const several = places.countries.length > 1;
      return by.includes('region')
        ? regionName(texts, place, name, several)
        : rowName(texts, place, name, several);
    },
    undated: (undated, step) =>
      undatedIn(undated, texts.undated[step], { ...vocabularyWords, count: estimates.count }),
    about: (period) => fill(texts.headline.about, { period }),
    rowPeriod: (period, approximateDates) =>
      approximateDates === 0
        ? period
        : `${period} · ${plural(texts.drawing.withApproximateDate, approximateDates)}`,
    undatedTo: (step) => texts.undated[step],
    drawnOnly: ({ chart, by, every }) => {
      const { unsuited, grouping } = texts.ui.choice;
      const rows = rowGrouping({ by: by ?? [] }) ?? 'place';
      const groups = by && (by.length > 1 ? grouping.both[rows] : grouping[by[0] ?? 'total']);
      const used = [groups, every && texts.step[every]].filter((it) => it !== null);
      const { name } = texts.chart[chart];
      return fill(unsuited, { chart: name, used: used.join(', ') });
    },
    list,
    plural,
    fill,
  };
  return words;
}

function emptyOf(
  { ui, attributes }: LanguageTexts,
  { basis }: Parameters<Words['empty']>[0],
  { otherBasis, unplaced, unattributed, uncounted }: Parameters<Words['empty']>[1],
): string {
  const { empty, emptyOf } = ui.state;
  if (otherBasis.length > 0) return emptyOf[basis];
  if (unplaced.length > 0) return emptyOf.place;
  if (unattributed.length > 0) return attributes.empty;
  return uncounted.length > 0 ? emptyOf.uncounted : empty;
}

/** The words of a language about other snapshots, made once for each vocabulary. */
function createOthers(texts: LanguageTexts): Words['of'] {
  const made = new WeakMap<Vocabulary, Words>();
  return (vocabulary) => {
    const words = made.get(vocabulary) ?? createWords(texts, vocabulary);
    made.set(vocabulary, words);
    return words;
  };
}

function whenOf(
  { date, charted }: Pick<RestrictionRecord, 'date' | 'charted'>,
  dates: DateWords,
): string | null {
  if (date !== null) return dates.statedDate(date);
  const day = (text: string | null) => (text === null ? null : parseDay(text));
  const period = { from: day(charted.from), to: day(charted.to) };
  return period.from === null && period.to === null ? null : dates.dated(period);
}

function listOf(texts: LanguageTexts, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : fill(texts.list.and, { list: names.slice(0, -1).join(', '), last });
}

/** Each measure by its quantity; where several have only reports, which one they are of. */
function undatedIn(
  undated: readonly Undated[],
  label: string,
  { count, measure: textsOf }: Pick<Words, 'count' | 'measure'>,
): string | null {
  const within = undated.filter((it) => it.within);
  const measures = [...new Set(within.map((it) => it.measure))];
  const quantities = measures.flatMap((measure) => {
    const all = sum(within.filter((it) => it.measure === measure));
    if (!all) return [];
    const isNamed = measures.length > 1 && isUnnumbered(all);
    return isNamed ? `${textsOf(measure).label}: ${count(all, measure)}` : count(all, measure);
  });
  return quantities.length === 0 ? null : `${label}: ${quantities.join('; ')}`;
}

/** By region: of a country itself it is said that no region is stated. */
function regionName({ noRegion }: LanguageTexts, { kind }: Place, name: string, several: boolean): string {
  if (kind !== 'country') return name;
  return several ? fill(noRegion.of, { place: name }) : noRegion.short;
}

/** A phase as a row, by its id; what is none is its id. */
function phaseName({ phase, noPhase, language }: LanguageTexts, id: string): string {
  const found = phaseFilters.find((it) => it === id);
  if (found === undefined) return id;
  const name = found === 'unstated' ? noPhase : phase[found];
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function rowName(texts: LanguageTexts, place: Place, name: string, several: boolean): string {
  if (place.kind === 'country' && !several) return texts.unplaced.short;
  const wide = place.kind === 'country' || place.kind === 'region';
  return wide ? fill(texts.unplaced.of, { place: name }) : name;
}
