/** One view of a presentation. */
export interface Slide {
  /** What is asked, in the vocabulary of every address, without language and colours. */
  query: string;
  title: string;
  /** For whoever speaks; nobody else sees them on the screen. */
  notes: string;
}

/** Why something is not a presentation, or not one that can be kept. */
export type SlideFault = 'size' | 'json' | 'shape' | 'version' | 'many' | 'long' | 'link';

export type Slides = { slides: readonly Slide[] } | { fault: SlideFault };

export const MOST_SLIDES = 40;
export const LONGEST = { query: 2000, title: 200, notes: 1000 } as const;

/** Checks what came from a link or a file. Nothing in it is believed but texts of bounded length. */
export function checkSlides(given: unknown): Slides {
  if (!Array.isArray(given)) return { fault: 'shape' };
  if (given.length > MOST_SLIDES) return { fault: 'many' };
  const slides = given.map(readSlide);
  return slides.every((it) => it !== null) ? { slides } : { fault: 'shape' };
}

function readSlide(given: unknown): Slide | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const known = ['query', 'title', 'notes'];
  if (Object.keys(given).some((key) => !known.includes(key))) return null;
  const { query, title = '', notes = '' } = given as Record<string, unknown>;
  const fits = isText(query, LONGEST.query) && isText(title, LONGEST.title) && isText(notes, LONGEST.notes);
  return fits ? { query, title, notes } : null;
}

function isText(given: unknown, longest: number): given is string {
  return typeof given === 'string' && given.length <= longest;
}

/** The slides with one of them moved to another place; unchanged where there is no such place. */
export function moved(slides: readonly Slide[], from: number, to: number): readonly Slide[] {
  const slide = slides[from];
  if (!slide || to < 0 || to >= slides.length) return slides;
  return slides.toSpliced(from, 1).toSpliced(to, 0, slide);
}
