import type { ShownView } from '@article21/contract/client';
import type { ChartQuery, Known } from '@article21/model';
import { readView, type View } from '@article21/pages/address';

/** The slides with one of them moved to another place; unchanged where there is no such place. */
export function moved(slides: readonly ShownView[], from: number, to: number): readonly ShownView[] {
  const slide = slides[from];
  if (!slide || to < 0 || to >= slides.length) return slides;
  return slides.toSpliced(from, 1).toSpliced(to, 0, slide);
}

/** What a slide shows, in the language and colours of the page. Places that `known` does not have are issues. */
export function slideView(slide: ShownView, { lang, theme, snapshot }: ChartQuery, known: Known = {}): View {
  const view = readView(`/?${slide.query}`, known);
  const { query } = view;
  return {
    ...view,
    query: { ...query, lang, theme, title: null, snapshot: query.snapshot ?? snapshot },
    opened: null,
    record: null,
    row: null,
  };
}
