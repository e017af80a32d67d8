import type { Typesetter } from '../typesetter.ts';
import type { SlideCell, SlideTable } from './deck.ts';
import { shortened } from './measure.ts';
import type { Area } from './place.ts';
import { emu } from './shapes.ts';
import { colourXml, propertiesXml, runXml, SMALL, solidXml } from './text.ts';

const RULE = '#e3e3e3';
const HIGHEST = 30;
/** Points to the left and right of what a cell says. */
const MARGINS = 14;

/** A table as the content of a frame. Throws where rows differ in length. */
export function tableXml(
  { title, rows }: SlideTable,
  { width, height }: Area,
  language: string,
  typesetter: Typesetter,
): string {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.some((row) => row.length !== columns))
    throw new Error(`rows of a table differ in length: ${title}`);
  const first = columns === 1 ? width : Math.max(width / columns, Math.min(150, width * 0.22));
  const other = columns === 1 ? 0 : (width - first) / (columns - 1);
  const grid = Array.from({ length: columns }, (_, i) => `<a:gridCol w="${emu(i === 0 ? first : other)}"/>`);
  const high = Math.min(HIGHEST, height / rows.length);
  // A name on two lines would make its row higher, and the table too long for the slide.
  const named = (cell: SlideCell) => ({
    ...cell,
    text: shortened(cell.text, SMALL, first - MARGINS, typesetter),
  });
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, c) =>
      cellXml(c === 0 ? named(cell) : cell, { head: r === 0 || c === 0, left: c === 0 }, language),
    );
    return `<a:tr h="${emu(high)}">${cells.join('')}</a:tr>`;
  });
  return (
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>' +
    `<a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>${grid.join('')}</a:tblGrid>${lines.join('')}</a:tbl></a:graphicData>`
  );
}

/** The other way than what is uncertain, and thinner. */
function hatchXml(colour: string): string {
  const white = colourXml('#ffffff');
  return `<a:pattFill prst="ltDnDiag"><a:fgClr>${colourXml(colour)}</a:fgClr><a:bgClr>${white}</a:bgClr></a:pattFill>`;
}

function cellXml(
  { text, fill, ink, hatched }: SlideCell,
  { head, left }: { head: boolean; left: boolean },
  language: string,
): string {
  const style = { size: SMALL, bold: !head, colour: ink };
  const align = `<a:pPr algn="${left ? 'l' : 'ctr'}"/>`;
  const run = text === '' ? propertiesXml('endParaRPr', style, language) : runXml(text, style, language);
  const line = ['lnL', 'lnR', 'lnT', 'lnB']
    .map((side) => `<a:${side} w="6350">${solidXml(RULE)}</a:${side}>`)
    .join('');
  const ground = hatched ? hatchXml(ink) : fill === null ? '<a:noFill/>' : solidXml(fill);
  return (
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>${align}${run}</a:p></a:txBody>` +
    `<a:tcPr marL="36000" marR="36000" marT="18000" marB="18000" anchor="ctr">${line}${ground}</a:tcPr></a:tc>`
  );
}
