import { chartKeys, type Key, type ValuesOf } from '@article21/model';

/** What a picture understands besides the chart's vocabulary: its size in pixels at a scale of 1. */
export const sizeKeys = {
  width: pixelsKey<number>('width', {
    ...{ least: 320, most: 2000, absent: 960 },
    description: 'Pixels, 320 to 2000; 960 when absent.',
    example: '1200',
  }),
  height: pixelsKey<number | null>('height', {
    ...{ least: 200, most: 2000, absent: null },
    description:
      'Pixels, 200 to 2000. The chart is then made larger or smaller until it fills them. When absent, as high as it needs.',
    example: '630',
  }),
} as const;

const scale = pixelsKey<1 | 2 | 3>('scale', {
  ...{ least: 1, most: 3, absent: 1 },
  description: 'Pixels of the image for one of the picture; 1 when absent.',
  choices: ['1', '2', '3'],
});

/**
 * A chart as a picture. `width` and `height` are pixels at a scale of 1; without a height it is as high as it needs.
 * `scale` is how many pixels of a PNG make one of these; an SVG has none.
 */
export const imageKeys = { ...chartKeys, ...sizeKeys, scale } as const;

export type ImageQuery = ValuesOf<typeof imageKeys>;

interface Pixels<T> extends Pick<Key<unknown>, 'description' | 'example' | 'choices'> {
  least: number;
  most: number;
  absent: T;
}

function pixelsKey<T extends number | null>(
  name: string,
  { least, most, absent, ...documented }: Pixels<T>,
): Key<T> {
  const hint = `a whole number from ${least} to ${most}, once`;
  const issue = { code: 'unreadable', message: `not a ${name} of a picture`, hint } as const;
  const isSize = (text: string) =>
    /^[1-9]\d{0,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return {
    ...documented,
    absent,
    once: hint,
    read: (text) => (isSize(text) ? { value: Number(text) as T } : { issue }),
    write: (value) => (value === absent ? '' : String(value)),
  };
}
