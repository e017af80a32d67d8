import { createReadStream } from 'node:fs';

/**
 * The text of a file that somebody named, which may be a pipe. Null where it holds more than `most` bytes: no more of them are read,
 * because a device has no end.
 */
export async function readNamedText(path: string, most: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  // The byte at `end` is read, too.
  for await (const piece of createReadStream(path, { end: most })) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
  }
  return length > most ? null : Buffer.concat(pieces).toString('utf8');
}
