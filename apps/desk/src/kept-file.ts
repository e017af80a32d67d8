import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** What waits beside a dataset has names and telephone numbers in it still: nobody else on the machine reads it. */
export const PRIVATE = 0o700;

/** By which a later change of a file by somebody else is noticed. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Writes a file that is on the disk when this is done. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
