import { paths } from '@article21/contract/client';
import { type ChartQuery, printQuery } from '@article21/model';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from './queries.ts';
import { absolute } from './url/mirror.ts';

/**
 * The picture of a view as the address of an image, of the shape of a slide where no other room is given. In a mirror
 * the browser draws it.
 */
export function thumbnailQuery(query: ChartQuery, room: Room = THUMBNAIL) {
  const request = { ...query, ...room };
  return queryOptions({
    queryKey: ['thumbnail', printQuery(query), room.width, room.height],
    queryFn: async ({ signal }) =>
      `data:image/svg+xml,${encodeURIComponent(await client.chartSvg(request, { signal }))}`,
    placeholderData: keepPreviousData,
  });
}

/** Pixels; without a height it is as high as the picture needs. */
interface Room {
  width: number;
  height: number | null;
}

/** The room of a slide, shown much smaller: on less, a slide of four measures would have one of them. */
const THUMBNAIL: Room = { width: 1280, height: 720 };

/** How large the picture of a view is in a room: pixels. The picture before stays until the next has come. */
export function pictureSizeQuery(query: ChartQuery, room: Room) {
  return queryOptions({
    queryKey: ['picture size', printQuery(query), room.width, room.height],
    queryFn: async () => {
      const picture = new Image();
      picture.src = absolute(paths.chartSvg({ ...query, ...room }));
      await picture.decode();
      return { width: picture.naturalWidth, height: picture.naturalHeight };
    },
    placeholderData: keepPreviousData,
  });
}

/** About how high the embed of a view is in a frame of that width: pixels. The height before stays until the next has come. */
export function frameHeightQuery(query: ChartQuery, width: number) {
  return queryOptions({
    queryKey: ['frame height', printQuery(query), width],
    queryFn: async ({ signal }) => {
      const request = { url: `/embed?${printQuery(query)}`, maxwidth: width };
      return (await client.oembed(request, { signal })).height;
    },
    placeholderData: keepPreviousData,
  });
}
