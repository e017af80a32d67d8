import type { MirrorFile } from '@article21/static-site/write';
import { afterEach, beforeEach, type MockInstance, vi } from 'vitest';
import * as pages from '../../src/export/static-site.ts';

const files = [
  'index.html',
  'charts/fines/index.html',
  'charts/fines/card.png',
  'ru/index.html',
  'kk/charts/detentions/chart.svg',
];

async function* fewPages({ loaded, baseUrl }: pages.StaticSite): AsyncGenerator<MirrorFile> {
  for (const path of files) yield { path, data: `${path} of ${loaded.id} at ${baseUrl}` };
}

/**
 * Puts a few files that are there in no time in the place of the pages with their pictures, for tests of what becomes of a
 * folder. What stands in the pages is looked at in `pages.test.ts` and `export.test.ts`.
 */
export function useFewPages(): void {
  let spy: MockInstance<typeof pages.staticSite>;
  beforeEach(() => {
    spy = vi.spyOn(pages, 'staticSite').mockImplementation(fewPages);
  });
  afterEach(() => spy.mockRestore());
}
