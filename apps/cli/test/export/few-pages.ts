import type { MirrorFile } from '@article21/static-site/write';
import type { StaticSite } from '../../src/export/static-site.ts';

const files = [
  'index.html',
  'charts/fines/index.html',
  'charts/fines/card.png',
  'ru/index.html',
  'kk/charts/detentions/chart.svg',
];

/**
 * In the place of the pages with their pictures: a few files that are there in no time, for tests of what becomes of a
 * folder. What stands in the pages is looked at in `pages.test.ts` and `export.test.ts`.
 */
export async function* staticSite({ loaded, baseUrl }: StaticSite): AsyncGenerator<MirrorFile> {
  for (const path of files) yield { path, data: `${path} of ${loaded.id} at ${baseUrl}` };
}
