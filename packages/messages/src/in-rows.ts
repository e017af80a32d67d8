import type { DeskTexts } from '@article21/languages';
import type { Words } from './words.ts';

/** `rows 2, 5 …`: rows of a table, and whether there are more. The ellipsis stands after the ending of Kazakh. */
export function inRows(
  { plural }: Pick<Words, 'plural'>,
  { table }: { table: Pick<DeskTexts['table'], 'inRows'> },
  { rows, more }: { rows: readonly (number | null)[]; more: boolean },
): string {
  const named = plural(table.inRows, rows.length, { rows: rows.join(', ') });
  return more ? `${named} …` : named;
}
