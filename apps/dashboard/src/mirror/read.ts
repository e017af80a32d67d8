import type { ReadFile } from '@article21/static-site';

/** Reads the files of a folder: of a mirror, or of an API that serves some in the same places. */
export function readFrom(folder: URL): ReadFile {
  return async (name) => {
    const reply = await fetch(new URL(name, folder));
    if (!reply.ok) throw new Error(`${name} cannot be read: ${reply.status}`);
    return reply.arrayBuffer();
  };
}
