import { words } from '@article21/messages';
import { createMirrorFetch, type ReadFile } from '@article21/static-site';
import type { MirrorFile } from '../src/write/index.ts';

/** The files of a mirror, by their paths. */
export async function collect(files: AsyncIterable<MirrorFile>): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for await (const { path, data } of files)
    found.set(path, typeof data === 'string' ? new TextEncoder().encode(data) : data);
  return found;
}

/** Reads files of a folder, as a static server would give them. `asked` keeps their names. */
export function reader(files: ReadonlyMap<string, Uint8Array>, folder = '', asked: string[] = []): ReadFile {
  return async (name) => {
    asked.push(name);
    const bytes = files.get(folder + name);
    if (!bytes) throw new Error(`there is no file ${name}`);
    return bytes.slice().buffer;
  };
}

export function mirrorOf(files: ReadonlyMap<string, Uint8Array>, id: string) {
  return createMirrorFetch(reader(files, `snapshots/${id}/`), words);
}
