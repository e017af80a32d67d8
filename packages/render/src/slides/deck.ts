/** Slides as data: what a presentation says, without a word of OOXML. All texts are plain. */
export interface Deck {
  title: string;
  /** BCP 47 with a country, as Office names it, `en-GB`: for hyphens, spelling and voices. */
  language: string;
  slides: readonly Slide[];
}

export interface Slide {
  /** Large, at the top; what the slide is called in an outline. */
  title: string;
  sentences: readonly string[];
  /** Stands over the title, so that nobody can miss it: that data are synthetic. */
  mark: string | null;
  /** At most six read well. */
  panels: readonly SlidePanel[];
  /** Small, under the charts: how to read them. */
  notes: readonly string[];
  /** Who says so, and the period. */
  source: readonly string[];
  /** The way back to the data: an address. */
  permalink: string;
  /** For the speaker, a paragraph each. */
  speaker: readonly string[];
}

export type SlidePanel = SlideChart | SlideTable | SlidePicture | SlideNumber;

interface Named {
  /** What is counted, and its unit. */
  title: string;
  /** The text alternative. */
  description: string;
}

/**
 * A chart that PowerPoint can edit. `bar` and `column` draw their series over each other, the first at the back, so that
 * each number in the data sheet is one that somebody stated; `stacked` puts them on top of each other.
 */
export interface SlideChart extends Named {
  kind: 'bar' | 'column' | 'stacked';
  categories: readonly string[];
  series: readonly SlideSeries[];
  /** Where each label stands on the axis; it has no area of its own. */
  labels: { name: string; at: readonly number[]; texts: readonly (SlideLabel | null)[] };
  /** What else the data sheet says of each category. */
  columns: readonly { name: string; values: readonly (string | number | null)[] }[];
  /** What the axis must reach: the same for charts that are to be compared. */
  highest: number;
  /** Whether the slide explains the colours of the series. */
  legend: boolean;
}

export interface SlideSeries {
  name: string;
  /** Null where nothing is known: no length is drawn. */
  values: readonly (number | null)[];
  /** `#rrggbb`. */
  colour: string;
  /** `#rrggbb`, of an area so light that it would not stand out; its own colour unless given. */
  edge?: string | undefined;
  /** Hatched on white: what is not certain. */
  hatched: boolean;
}

/** The number in signs, and beside it, lighter, the reports without one, or words in its place. */
export interface SlideLabel {
  signs: string;
  reports: string;
}

/** A number in the largest letters, with what stands under it. */
export interface SlideNumber {
  kind: 'number';
  number: string;
  /** Whether that is words, which are set smaller. */
  isWords: boolean;
  under: readonly string[];
}

/** What no program could edit: an image, as large as it can be in its proportions. */
export interface SlidePicture extends Named {
  kind: 'picture';
  /** The bytes of a PNG. */
  png: Uint8Array;
  /** Its proportions, in any unit. */
  width: number;
  height: number;
}

/** A table whose cells may be coloured. The first row and the first column are its head. */
export interface SlideTable extends Named {
  kind: 'table';
  rows: readonly (readonly SlideCell[])[];
}

export interface SlideCell {
  text: string;
  /** `#rrggbb`; nothing behind the text where there is none. */
  fill: string | null;
  ink: string;
  /** Hatched in its ink, whatever its fill. */
  hatched: boolean;
}
