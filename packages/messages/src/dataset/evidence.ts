import { citedCells, type Evidence, isWithheld, parseDay, type Source } from '@article21/model';
import type { Words } from '../words.ts';

/** What a piece of evidence says, in one line: its quotation, the cells of its row, or its address and that nothing is quoted. */
export function evidenceText(evidence: Evidence, words: Words): string {
  const texts = words.ui.evidence;
  if (isWithheld(evidence)) return texts.withheld;
  if (evidence.kind === 'link') return `${texts.notQuoted}: ${evidence.url} (${dayRead(evidence, words)})`;
  if (evidence.kind === 'quotation') return words.quote(evidence.quote ?? '');
  const cells = citedCells(evidence).flatMap(({ column, text }) =>
    text === '' ? [] : [column === '' ? text : `${column}: ${text}`],
  );
  return `${rowName(evidence, null, words)}: ${words.quote(cells.join(' | '))}`;
}

/** "Sheet “2012”, row 17". */
export function rowName(
  { row }: Extract<Evidence, { kind: 'row' }>,
  source: Pick<Source, 'sheet'> | null,
  { fill, ui }: Words,
): string {
  const { tableRow, sheetRow } = ui.evidence;
  // The number of a row is looked for in a spreadsheet, which groups no digits.
  const at = String(row ?? '');
  const sheet = source?.sheet ?? null;
  return sheet === null ? fill(tableRow, { row: at }) : fill(sheetRow, { sheet, row: at });
}

/** "read on 12 March 2024". */
export function dayRead({ accessed }: Extract<Evidence, { kind: 'link' }>, words: Words): string {
  const day = accessed === null ? null : parseDay(accessed);
  return words.fill(words.ui.evidence.accessed, { day: words.period({ from: day, to: day }) });
}
