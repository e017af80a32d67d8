import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { type Desk, onceFor } from '../datasets.ts';

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

/** Publishes the dataset of a desk and exports it into `out`, once for all tests of a file; answers the id. */
export function createExport(desk: Desk, ...options: string[]): () => Promise<string> {
  return onceFor(desk, ['out', '.data'], async () => {
    const id = await desk.publish();
    const { exit, stderr } = await desk.run('export', 'out', '--site', 'site', ...options);
    expect([exit, stderr]).toEqual([0, '']);
    return id;
  });
}
