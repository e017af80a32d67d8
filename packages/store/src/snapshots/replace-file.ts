import { randomUUID } from 'node:crypto';
import type { DurableFs } from './durable-fs.ts';

/**
 * Puts a text in the place of a file, or makes it: whoever reads the file sees the old text or the new one, whole. A power cut
 * may take the new name back until the folder is synced, too. `before` is done when the text is on the disk and has only to take
 * its name: what could refuse it has been asked by then. Throws the file system's error, and leaves the file as it was.
 */
export async function replaceFile(
  fs: DurableFs,
  path: string,
  text: string,
  before?: () => Promise<void>,
): Promise<void> {
  const temporary = `${path}.tmp-${randomUUID()}`;
  try {
    await fs.write(temporary, text);
    await fs.sync(temporary);
    await before?.();
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.remove(temporary).catch(() => {
      // The first error is the one to report; recover() removes what this could not.
    });
    throw error;
  }
}
