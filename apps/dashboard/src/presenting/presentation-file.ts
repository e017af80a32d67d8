import { checkShown, type Shown, type ShownView } from '@article21/contract/client';

const FORMAT = 'article21-presentation';
const VERSION = 1;
const MOST_BYTES = 200_000;

/** A presentation as a file that can be kept, sent and opened again. */
export function printFile(slides: readonly ShownView[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, slides }, null, 2)}\n`;
}

/** Reads a file that somebody chose; it may be anything. */
export async function readFile(file: Blob): Promise<Shown> {
  if (file.size > MOST_BYTES) return { fault: 'size' };
  return readText(await file.text());
}

function readText(text: string): Shown {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { fault: 'json' };
  }
  if (typeof given !== 'object' || given === null) return { fault: 'shape' };
  const { format, version, slides } = given as Record<string, unknown>;
  if (format !== FORMAT) return { fault: 'shape' };
  if (typeof version === 'number' && version > VERSION) return { fault: 'version' };
  return version === VERSION ? checkShown(slides) : { fault: 'shape' };
}
