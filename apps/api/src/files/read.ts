import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { StaticFile, StaticFiles } from './serve.ts';

/**
 * Reads a folder of built files into memory: a few megabytes, and no path of a request ever reaches the disk.
 * A file's compressed twins (`.br`, `.gz`) are served in its place to who accepts them. Null when there is no such
 * folder.
 */
export async function readFiles(folder: string): Promise<StaticFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (!entries) return null;
  const paths = new Set(entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name)));
  // Source maps are nobody's business.
  const plain = [...paths].filter((path) => !/\.(?:br|gz|map)$/.test(path));
  const read = plain.map(
    async (path) => [relative(folder, path).split(sep).join('/'), await readWithTwins(path, paths)] as const,
  );
  return new Map(await Promise.all(read));
}

async function readWithTwins(path: string, paths: ReadonlySet<string>): Promise<StaticFile> {
  const identity = await readFile(path);
  const encoded: StaticFile['encoded'] = { identity };
  if (paths.has(`${path}.br`)) encoded.br = await readFile(`${path}.br`);
  if (paths.has(`${path}.gz`)) encoded.gzip = await readFile(`${path}.gz`);
  const hash = createHash('sha256').update(identity).digest('base64url');
  return { mediaType: getMimeType(path) ?? 'application/octet-stream', encoded, hash };
}
