import type { ChartQuery } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { usePage } from '../frame/page-context.tsx';
import { thumbnailQuery } from '../picture-queries.ts';

/** The picture of a slide, small. What it shows is said beside it. */
export function SlideThumbnail({ query }: { query: ChartQuery }) {
  const { theme, lang } = usePage();
  const { data } = useQuery(thumbnailQuery({ ...query, theme, lang }));
  return data ? (
    <img className="slide-thumbnail" alt="" src={data} draggable={false} />
  ) : (
    <span className="slide-thumbnail" />
  );
}
