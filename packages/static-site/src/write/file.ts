/** A file of a mirror: where it stands, with `/` between folders, and what is in it. */
export interface MirrorFile {
  path: string;
  data: Uint8Array | string;
}

export function textFile(path: string, content: unknown): MirrorFile {
  return { path, data: `${JSON.stringify(content)}\n` };
}
