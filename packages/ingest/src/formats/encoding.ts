import { createReadStream } from 'node:fs';

const CHUNK = 256 * 1024;
/** How much of a file tells which alphabet it is in. */
const SAMPLE = 1_000_000;

/**
 * The encoding of a file of text: what its first bytes say, else UTF-8 where all of it is, else the one of its eight-bit
 * alphabets that makes words of it. Null where it is no text.
 */
export async function encodingOf(path: string): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const sample: Buffer[] = [];
  let sampled = 0;
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    if (sampled === 0) {
      const utf16 = utf16Of(chunk);
      if (utf16 !== null) return utf16;
      if (chunk.includes(0)) return null;
    }
    if (sampled < SAMPLE) sample.push(chunk);
    sampled += chunk.length;
    if (isUtf8) isUtf8 = decodes(decoder, chunk);
    if (!isUtf8 && sampled >= SAMPLE) break;
  }
  if (isUtf8 && decodes(decoder)) return 'utf-8';
  return isCyrillic(Buffer.concat(sample)) ? 'windows-1251' : 'windows-1252';
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    // The decoder has no other way of saying that bytes are no UTF-8.
    return false;
  }
}

/** By its mark, or by every second byte of Latin text being zero. */
function utf16Of(chunk: Buffer): string | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  const first = chunk.subarray(0, 1_000);
  const zeros = (odd: number) => first.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const most = first.length / 8;
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > most && zeros(1) === 0 ? 'utf-16be' : null;
}

/** Words of Cyrillic have many letters above 127 in a row, those of Latin have one here and there. */
function isCyrillic(bytes: Buffer): boolean {
  let high = 0;
  let inRow = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[i - 1] ?? 0) >= 0xc0 && byte >= 0xc0) inRow += 1;
  }
  return inRow > high / 3;
}
