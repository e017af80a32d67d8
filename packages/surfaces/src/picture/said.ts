import { createHeadlines, type Served } from '@article21/answers';
import { publishersText, type Words } from '@article21/messages';
import { type Counts, emptyQuery, printQuery } from '@article21/model';
import type { PictureQuery } from './read.ts';

/** All words around a picture: it must say by itself what it is, who says so, and where that can be looked up. */
export interface Said {
  title: string | undefined;
  sentences: readonly string[];
  source: string;
  below: readonly string[];
}

/** What a picture of counts says beside them. */
export function saidOf(
  query: PictureQuery,
  { totals, undated }: Counts,
  served: Served,
  words: Words,
  baseUrl: string,
): Said {
  const headlineOf = createHeadlines(query, served, words);
  const headlines = query.measure.map((id) =>
    headlineOf(id, totals.find(({ measure }) => measure === id) ?? null),
  );
  const [only, ...others] = headlines;
  const isTitle = query.title === null && others.length === 0;
  const empty = totals.length === 0 && undated.length === 0 ? [words.ui.state.empty] : [];
  const { sources } = served.snapshot.catalogue;
  return {
    title: query.title ?? (isTitle ? only : undefined),
    sentences: [...(isTitle ? [] : headlines), ...empty],
    source: publishersText(sources, words),
    below: [
      [periodOf(query, served, words), `${words.ui.footer.snapshot} ${served.id}`]
        .filter(Boolean)
        .join(' · '),
      permalink(query, served, baseUrl),
    ],
  };
}

/** The period that is shown, in words: what was asked, or else all that is known. Empty where nothing is. */
export function periodOf({ from, to }: PictureQuery, { cube }: Served, words: Words): string {
  const period = { from: from ?? cube.extent?.from ?? null, to: to ?? cube.extent?.to ?? null };
  const isOpen = period.from === null && period.to === null;
  const isInverted = period.from !== null && period.to !== null && period.from > period.to;
  return isOpen ? '' : words.period(isInverted ? { from, to } : period);
}

/**
 * Where the same numbers stand for ever: the snapshot is named. The title is not, because it stands over the picture
 * already, and other letters than Latin ones would make of it an address that nobody could type.
 */
export function permalink(query: PictureQuery, { id }: Served, baseUrl: string): string {
  return `${baseUrl}/?${printQuery({ ...emptyQuery, ...query.asked, title: null, theme: null, snapshot: id })}`;
}
