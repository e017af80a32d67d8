import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { MirrorFile } from '@article21/static-site/write';
import { exits } from '../command.ts';
import { failure } from '../failure.ts';

/** The dashboard's one page. */
const PAGE = 'index.html';

/** The built dashboard: its page, and the paths of what that loads. */
export interface Dashboard {
  html: string;
  paths: readonly string[];
  read(path: string): Promise<MirrorFile>;
}

/** Reads the built dashboard. Throws one sentence where it is not built. */
export async function readDashboard(folder: string): Promise<Dashboard> {
  const html = await readFile(join(folder, PAGE), 'utf8').catch((cause: unknown) => {
    throw failure(
      exits.failed,
      'not_built',
      `the dashboard is not built: there is no ${join(folder, PAGE)}; run \`npm run build\` once`,
      cause,
    );
  });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // Compressed twins are for a server of ours; another one compresses by itself.
    .filter((path) => path !== PAGE && !/\.(?:br|gz)$/.test(path))
    .sort();
  return { html, paths, read: async (path) => ({ path, data: await readFile(join(folder, path)) }) };
}
