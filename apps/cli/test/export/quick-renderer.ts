import type { Renderer } from '@article21/render';

/** Pixels of nothing: a PNG's signature and the first of its parts. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');

/**
 * In the place of `@article21/render`: pictures that are drawn in no time, for tests of what becomes of the files. What
 * is in the pictures is looked at in `pages.test.ts`.
 */
export function createRenderer(): Pick<Renderer, 'svg' | 'pngAsync'> {
  return {
    svg: (_, { width, height, id = 'chart' }) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" id="${id}"></svg>`,
    pngAsync: async () => png,
  };
}

/** Nothing is drawn, so no letter is one that cannot be. */
export function createUndrawable(): (text: string) => string[] {
  return () => [];
}
