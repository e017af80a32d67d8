import { type Entry, open, type ZipFile } from 'yauzl';
import { problem, type TableProblem } from './table-format.ts';

/** What a packed file may become, in bytes, and how many files it may hold. */
const LARGEST_INFLATED = 500_000_000;
const MOST_ENTRIES = 5_000;

/** A packed file whose real size is known: every part was inflated once, and was as large as it says. */
export interface Packed {
  names: readonly string[];
  /** The bytes of one of its files; null where there is none of this name. */
  read(name: string): Promise<Buffer | null>;
}

/** Looks into a ZIP file, and refuses what inflates to more than it says or than anybody needs. */
export async function openPacked(
  path: string,
): Promise<{ ok: true; packed: Packed } | { ok: false; problem: TableProblem }> {
  try {
    const sizes = await measure(path);
    if (sizes === null) return tooLarge;
    return {
      ok: true,
      packed: {
        names: [...sizes.keys()],
        read: (name) => (sizes.has(name) ? inflate(path, name) : Promise.resolve(null)),
      },
    };
  } catch (error) {
    if (error === LARGER) return tooLarge;
    const { message } = error as Error;
    return {
      ok: false,
      ...problem(
        { code: 'damaged', values: { detail: message } },
        `the file is damaged, or no packed file: ${message}`,
        'save it again from the program that made it',
      ),
    };
  }
}

const LARGER = new Error('larger than it may be');
const tooLarge = {
  ok: false as const,
  ...problem(
    'inflated',
    `unpacked, the file has more than ${LARGEST_INFLATED / 1_000_000} MB or ${MOST_ENTRIES.toLocaleString('en')} parts`,
    'save the sheet that you need alone, as CSV UTF-8',
  ),
};

/** The names of what is packed, each inflated and counted; null where that is too much. */
async function measure(path: string): Promise<Map<string, number> | null> {
  const sizes = new Map<string, number>();
  let total = 0;
  await eachEntry(path, async (zip, entry) => {
    total += entry.uncompressedSize;
    if (total > LARGEST_INFLATED || sizes.size >= MOST_ENTRIES) throw LARGER;
    sizes.set(entry.fileName, entry.uncompressedSize);
    for await (const _ of await contentOf(zip, entry));
    return true;
  });
  return sizes;
}

async function inflate(path: string, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await eachEntry(path, async (zip, entry) => {
    if (entry.fileName !== name) return true;
    for await (const chunk of await contentOf(zip, entry)) chunks.push(chunk as Buffer);
    return false;
  });
  return Buffer.concat(chunks);
}

/** Gives each file of a ZIP to `look`, until that answers false. */
function eachEntry(path: string, look: (zip: ZipFile, entry: Entry) => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      const stop = (reason: unknown) => {
        zip.close();
        reject(reason);
      };
      zip.on('error', stop);
      zip.on('end', () => resolve());
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        look(zip, entry).then((goOn) => {
          if (goOn) return zip.readEntry();
          zip.close();
          resolve();
        }, stop);
      });
      zip.readEntry();
    });
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
