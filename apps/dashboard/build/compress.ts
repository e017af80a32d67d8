import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = ['.js', '.css', '.html', '.svg', '.json', '.txt', '.webmanifest'];
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every built text, so that a server sends bytes it need not compress. What another build
 * wrote into the same folder has them already.
 */
export function compress(): Plugin {
  let folder = '';
  const built = new Set<string>();
  return {
    name: 'article21-compress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    writeBundle: (_, bundle) => {
      for (const name of Object.keys(bundle)) built.add(resolve(folder, name));
    },
    closeBundle: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && texts.includes(extname(entry.name)));
      const paths = files.map((entry) => join(entry.parentPath, entry.name));
      const all = new Set(entries.map((entry) => join(entry.parentPath, entry.name)));
      for (const path of paths) if (built.has(path) || !all.has(`${path}.br`)) await compressFile(path);
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await toBrotli(bytes, { params }));
  await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }));
}
