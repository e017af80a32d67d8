import { resolveQuery } from '@article21/charts';
import type { ChartQuery } from '@article21/model';
import { useQueries, useQuery } from '@tanstack/react-query';
import { thumbnailQuery } from '../picture-queries.ts';

/**
 * Pixels for a picture, by the space that a page has for it: with long texts, with short texts, and alone. 960 pixels of a page are as
 * wide: the letters of a card may be a sixth smaller in a hand.
 */
const WITH_TEXTS = { width: 1152, height: 452 };
const LARGER = { width: 1152, height: 576 };
const ALONE = { width: 1152, height: 744 };

interface PagePicture {
  src: string;
  /** Whether it has a page of its own. */
  isPage: boolean;
}

/**
 * The pictures of a slide on paper, by the rule of `/chart.pdf`: one beside its texts where all of it can be read there, or on all of
 * the page, else one for each of its measures. Null until they have come, and where the server draws none.
 */
export function usePagePictures(query: ChartQuery): readonly PagePicture[] | null {
  const { measure } = resolveQuery(query);
  const { data: small } = useQuery(thumbnailQuery(query, WITH_TEXTS));
  const isLarger = measure.length > 1 && isPart(small);
  const { data: larger } = useQuery({ ...thumbnailQuery(query, LARGER), enabled: isLarger });
  const isAlone = isLarger && isPart(larger);
  const { data: alone } = useQuery({ ...thumbnailQuery(query, ALONE), enabled: isAlone });
  const isEach = isAlone && isPart(alone);
  const each = useQueries({
    queries: measure.map((id) => ({
      ...thumbnailQuery({ ...query, measure: [id] }, ALONE),
      enabled: isEach,
    })),
  });
  const all = isEach ? each.map(({ data }) => data) : [isAlone ? alone : isLarger ? larger : small];
  const come = all.filter((src) => src !== undefined);
  return come.length < all.length ? null : come.map((src) => ({ src, isPage: isAlone }));
}

/** Whether a picture says of itself that it has not all that was asked, in letters that can be read. */
function isPart(picture: string | undefined): boolean {
  if (picture === undefined) return false;
  const root = decodeURIComponent(picture.slice(0, picture.indexOf('%3E')));
  return root.includes('data-whole="false"');
}
