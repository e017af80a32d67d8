import type { ShownView } from '@article21/contract/client';
import type { ChartQuery, Known } from '@article21/model';
import { readView, type View } from '@article21/pages/address';

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
