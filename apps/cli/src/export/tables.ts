import { type LoadedSnapshot, routes } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { words } from '@article21/messages';
import { withoutLook } from '@article21/model';
import type { PictureFile } from './pictures.ts';
import { queryOf, type StaticPage } from './views.ts';

/** The numbers of a view as files, as the API answers them, for readers without scripts. */
export async function tableFiles(page: StaticPage, served: LoadedSnapshot): Promise<PictureFile[]> {
  const { lang } = page.query;
  const asked = { ...withoutLook(resolveQuery(queryOf(page, served))), lang };
  const files = {
    'counts.csv': paths.countsCsv(asked),
    'counts.sheet.csv': paths.countsSheetCsv(asked),
    'counts.xlsx': paths.countsXlsx(asked),
    'counts.json': paths.counts(asked),
  };
  const answers = Object.entries(files).map(async ([name, address]) => {
    const url = new URL(address, 'http://mirror.invalid');
    const route = routes.find(({ endpoint }) => endpoint.path === url.pathname);
    if (!route) throw new Error(`no route answers ${address}`);
    const understood = await route.read({ params: {}, search: url.searchParams, served, words });
    const body = await understood.answer();
    const isFile = typeof body === 'string' || body instanceof Uint8Array;
    return { path: page.folder + name, data: isFile ? body : JSON.stringify(body), address };
  });
  return Promise.all(answers);
}
