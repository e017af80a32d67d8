import type { ShownView } from '@article21/contract/client';

/** The slides with one of them moved to another place; unchanged where there is no such place. */
export function moved(slides: readonly ShownView[], from: number, to: number): readonly ShownView[] {
  const slide = slides[from];
  if (!slide || to < 0 || to >= slides.length) return slides;
  return slides.toSpliced(from, 1).toSpliced(to, 0, slide);
}
