import { escapeXml } from '../xml.ts';
import { createOfficePackage } from './package.ts';

export type SheetCell = string | number | null;

/** The sheet on which a chart's numbers stand. */
export const SHEET = 'Data';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** More is more than a cell can hold. */
const LONGEST = 32_767;

/** An XLSX file with one sheet. A text is a text, whatever it begins with; there are no formulas. */
export function workbookBytes(rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const file = createOfficePackage();
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => cellXml(`${columnName(c)}${r + 1}`, value)).join('');
    return `<row r="${r + 1}">${cells}</row>`;
  });
  const widths = '<cols><col min="1" max="1" width="28" customWidth="1"/></cols>';
  file.add(
    'xl/worksheets/sheet1.xml',
    `${TYPE}.worksheet+xml`,
    `<worksheet xmlns="${MAIN}">${widths}<sheetData>${lines.join('')}</sheetData></worksheet>`,
  );
  file.add('xl/styles.xml', `${TYPE}.styles+xml`, styles);
  file.add(
    'xl/workbook.xml',
    `${TYPE}.sheet.main+xml`,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    [
      { id: 'rId1', kind: 'worksheet', target: 'xl/worksheets/sheet1.xml' },
      { id: 'rId2', kind: 'styles', target: 'xl/styles.xml' },
    ],
  );
  return file.bytes([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]);
}

const styles =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

function cellXml(at: string, value: SheetCell): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  const text = escapeXml(value.slice(0, LONGEST));
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B, … Z, AA: what spreadsheets call the column at an index. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
