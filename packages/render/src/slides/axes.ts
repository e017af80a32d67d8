import { propertiesXml, SMALL, solidXml } from './text.ts';

/** The numbers by which a chart and its axes find each other. */
export const CATEGORIES = 111_111;
export const VALUES = 222_222;

const INK = '#1a1a1a';
const MUTED = '#595959';
const RULE = '#e3e3e3';

/** Where a value axis ends, and how far its ticks are apart: whole numbers, so that no half person is on it. */
function scaleOf(highest: number, room: number): { end: number; step: number } {
  const wanted = Math.max(1, highest * room);
  const rough = wanted / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power);
  return { end: Math.ceil(wanted / step) * step, step };
}

/** The names of categories: beside bars, from top to bottom, or under columns, where only each `skip`th has room. */
export function categoryAxis(upright: boolean, skip: number): string {
  return (
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${upright ? 'minMax' : 'maxMin'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${upright ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:ln w="9525">${solidXml(INK)}</a:ln></c:spPr>${letters(INK)}<c:crossAx val="${VALUES}"/>` +
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
    `<c:tickLblSkip val="${skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

/** From zero upwards. Beside bars it is not drawn: each has its number. */
export function valueAxis(upright: boolean, highest: number): string {
  const { end, step } = scaleOf(highest, upright ? 1.12 : 1.3);
  const rules = upright
    ? `<c:majorGridlines><c:spPr><a:ln w="6350">${solidXml(RULE)}</a:ln></c:spPr></c:majorGridlines>`
    : '';
  return (
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="${end}"/><c:min val="0"/></c:scaling>` +
    `<c:delete val="${upright ? 0 : 1}"/><c:axPos val="${upright ? 'l' : 't'}"/>${rules}` +
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${letters(MUTED)}` +
    `<c:crossAx val="${CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`
  );
}

function letters(colour: string): string {
  const look = propertiesXml('defRPr', { size: SMALL, colour }, '');
  // Turned by nothing that can be seen: where it says zero, or nothing, LibreOffice breaks long names or slants them.
  return `<c:txPr><a:bodyPr rot="1" vert="horz"/><a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}
