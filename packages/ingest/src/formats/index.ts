import { csv } from './csv.ts';
import type { Format } from './format.ts';

/** The formats a table may be in. */
export const formats: readonly Format[] = [csv];

/** The format of a file by its name; null when there is none for it. */
export function formatOf(file: string): Format | null {
  return formats.find(({ extension }) => file.toLowerCase().endsWith(`.${extension}`)) ?? null;
}
