import * as render from '@article21/render';
import { afterEach, beforeEach, type MockInstance, vi } from 'vitest';

/** Pixels of nothing: a PNG's signature and the first of its parts. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');

const quick: Pick<render.Renderer, 'svg' | 'pngAsync'> = {
  svg: (_, { width, height, id = 'chart' }) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" id="${id}"></svg>`,
  pngAsync: async () => png,
};

/**
 * Has pictures drawn in no time, for tests of what becomes of the files. What is in the pictures is looked at in
 * `pages.test.ts`.
 */
export function useQuickRenderer(): void {
  let spy: MockInstance<typeof render.createRenderer>;
  beforeEach(() => {
    const renderer = { ...render.createRenderer(), ...quick };
    spy = vi.spyOn(render, 'createRenderer').mockReturnValue(renderer);
  });
  afterEach(() => spy.mockRestore());
}
