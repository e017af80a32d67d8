import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Desk } from '../datasets.ts';

/** What a build of the dashboard for mirrors looks like, in few bytes. */
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="description" content="Counted." />
    <title>Article 21</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index-abc.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Without scripts, the data are at /api.</noscript>
  </body>
</html>
`;

/** Writes a built dashboard into `cwd/site`; answers its folder. */
export function makeSite(cwd: string): string {
  const folder = join(cwd, 'site');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'assets/index-abc.js.br'), 'packed');
  return folder;
}

/** The files in a folder, by their paths, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath, it.name)))
    .sort();
}

/**
 * Publishes the dataset of a desk and exports it into `out`, and answers the id; each time after the first, its folders
 * are copies of those.
 */
export function createExport(desk: Desk, ...options: string[]): () => Promise<string> {
  const kept = mkdtempSync(join(tmpdir(), 'article21-export-'));
  const folders = ['out', '.data'];
  let id: string | null = null;
  afterAll(() => rmSync(kept, { recursive: true, force: true }));
  return async () => {
    if (id !== null) {
      for (const folder of folders) cpSync(join(kept, folder), join(desk.cwd, folder), { recursive: true });
      return id;
    }
    const published = await desk.publish();
    const { exit, stderr } = await desk.run('export', 'out', '--site', 'site', ...options);
    expect([exit, stderr]).toEqual([0, '']);
    for (const folder of folders) cpSync(join(desk.cwd, folder), join(kept, folder), { recursive: true });
    id = published;
    return id;
  };
}
