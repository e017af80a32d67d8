import type { ChangesAnswer } from '@article21/contract';

/** Another number for every other form: what another version of the program kept is not answered. */
const FORMAT = 3;

/** What changed, as the text that is kept of it when a snapshot is published. */
export function printKept(answer: ChangesAnswer): string {
  return JSON.stringify({ format: FORMAT, answer });
}

/** Reads it again; null where it has another form. */
export function readKept(text: string): ChangesAnswer | null {
  const { format, answer } = JSON.parse(text) as { format: number; answer: ChangesAnswer };
  return format === FORMAT ? answer : null;
}
