import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { StaticFiles } from './serve.ts';

/**
 * Reads a folder of built files into memory: a few megabytes, and no path of a request ever reaches the disk.
 * Null when there is no such folder.
 */
export async function readFiles(folder: string): Promise<StaticFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (!entries) return null;
  // Compressed twins are made here when asked for, and source maps are nobody's business.
  const files = entries.filter((it) => it.isFile() && !/\.(?:br|gz|map)$/.test(it.name));
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const bytes = await readFile(path);
    const hash = createHash('sha256').update(bytes).digest('base64url');
    const mediaType = getMimeType(name) ?? 'application/octet-stream';
    return [relative(folder, path).split(sep).join('/'), { mediaType, bytes, hash }] as const;
  });
  return new Map(await Promise.all(read));
}
