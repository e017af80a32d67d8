import { countedPeriod, findingsOf, type LoadedSnapshot } from '@article21/answers';
import { citedOf, countriesOf, publishersText, sourceLine, type Words } from '@article21/messages';
import { type Counts, emptyQuery, type MeasureId, printQuery } from '@article21/model';
import type { PictureQuery } from './read.ts';

/** All words around a picture: it must say by itself what it is, who says so, and where that can be looked up. */
export interface PictureTexts {
  title: string | undefined;
  /** Whether a reader gave the title. A picture says so itself. */
  addedTitle: boolean;
  sentences: readonly string[];
  /** The same where no picture says that the title is a reader's: with that first. */
  spoken: readonly string[];
  /** Of these, those of some measures, where each is beside its own numbers. */
  spokenOf(measures: readonly MeasureId[]): readonly string[];
  /** The headlines alone. */
  headline: string;
  /** The headlines with their remarks: what a text says in the place of the picture. */
  findings: string;
  /** "Source: Example Monitor": of what is counted. */
  source: string;
  /** Their names alone. */
  publishers: string;
  /** Of which country and period and from which snapshot; then the address. */
  below: readonly [about: string, permalink: string];
}

/** What a picture of counts says beside them. */
export function pictureTexts(
  query: PictureQuery,
  counts: Counts,
  { loaded, words, baseUrl }: { loaded: LoadedSnapshot; words: Words; baseUrl: string },
): PictureTexts {
  const findings = findingsOf(query, counts, loaded, words);
  const headlines = findings.map(({ headline }) => headline);
  const [only, ...others] = headlines;
  const isTitle = query.title === null && others.length === 0;
  const empty = isEmpty(counts) ? [words.empty(query, counts)] : [];
  const { sources } = loaded.snapshot.catalogue;
  const addedTitle = query.title !== null;
  const sentencesOf = (of: typeof findings) => [
    ...of.flatMap((it) => [...(isTitle ? [] : [it.headline]), ...it.remarks]),
    ...empty,
  ];
  const sentences = sentencesOf(findings);
  const added = addedTitle ? [words.drawing.addedTitle] : [];
  return {
    title: query.title ?? (isTitle ? only : undefined),
    addedTitle,
    sentences,
    spoken: [...added, ...sentences],
    spokenOf: (measures) => [
      ...added,
      ...sentencesOf(findings.filter(({ measure }) => measures.includes(measure))),
    ],
    headline: headlines.join(' '),
    findings: findings.flatMap(({ headline, remarks }) => [headline, ...remarks]).join(' '),
    source: sourceLine(sources, counts.sources, words),
    publishers: publishersText(citedOf(sources, counts.sources).cited, words),
    below: [
      [
        countriesOf(loaded.tree, words),
        periodOf(query, counts, words),
        `${words.ui.footer.snapshot} ${loaded.id}`,
      ]
        .filter(Boolean)
        .join(' · '),
      permalink(query, loaded, baseUrl),
    ],
  };
}

/** Whether no record can be meant, so that nothing is drawn. */
function isEmpty({ totals, undated }: Counts): boolean {
  return totals.length === 0 && undated.length === 0;
}

/** The period that is shown, in words: what was asked, or else that of what is counted. Empty where it is not known. */
function periodOf(query: PictureQuery, counts: Counts, words: Words): string {
  const period = countedPeriod(query, counts);
  if (period.from === null && period.to === null) return '';
  const isOfRecords = query.from === null && query.to === null;
  const isAbout = isOfRecords && counts.totals.every((it) => it.approximateDates === it.records);
  return isAbout ? words.about(words.period(period)) : words.period(period);
}

/**
 * Where the same numbers stand for ever: the snapshot is named. The title is not, because it stands over the picture
 * already, and other letters than Latin ones would make of it an address that nobody could type.
 */
function permalink(query: PictureQuery, { id }: LoadedSnapshot, baseUrl: string): string {
  return `${baseUrl}/?${printQuery({ ...emptyQuery, ...query.requested, title: null, theme: null, snapshot: id })}`;
}
