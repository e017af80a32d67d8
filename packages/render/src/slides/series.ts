import { escapeXml } from '../xml.ts';
import type { SlideSeries } from './deck.ts';
import type { PlacedLabel, SetChart } from './labels.ts';
import { colourXml, propertiesXml, runXml, SMALL, solidXml } from './text.ts';
import { columnName, SHEET } from './workbook.ts';

/** A series of bars or columns. `index` is its column in the sheet, the categories being column 0. */
export function barSeries(series: SlideSeries, index: number, categories: readonly string[]): string {
  const head = headXml(series.name, index);
  const area = `<c:spPr>${areaXml(series)}</c:spPr><c:invertIfNegative val="0"/>`;
  return `<c:ser>${head}${area}${dataXml(series.values, index, categories)}</c:ser>`;
}

/** The series that carries the labels of bars or columns: no area, a text at its end. */
export function barLabels(chart: SetChart, index: number, language: string): string {
  const { labels, categories } = chart;
  const none = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>';
  const texts = labelsXml(labels.texts, 'outEnd', language);
  return `<c:ser>${headXml(labels.name, index)}${none}${texts}${dataXml(labels.at, index, categories)}</c:ser>`;
}

/** The same for stacked columns, where only a line has labels above: it is not drawn. */
export function lineLabels(chart: SetChart, index: number, language: string): string {
  const { labels, categories } = chart;
  const none =
    '<c:spPr><a:ln w="12700"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>';
  const texts = labelsXml(labels.texts, 't', language);
  const data = dataXml(labels.at, index, categories);
  return `<c:ser>${headXml(labels.name, index)}${none}${texts}${data}<c:smooth val="0"/></c:ser>`;
}

function headXml(name: string, index: number): string {
  const at = `${SHEET}!$${columnName(index)}$1`;
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(name)}</c:v></c:pt></c:strCache>`;
  return `<c:idx val="${index - 1}"/><c:order val="${index - 1}"/><c:tx><c:strRef><c:f>${at}</c:f>${cache}</c:strRef></c:tx>`;
}

function areaXml({ colour, edge = colour, hatched }: SlideSeries): string {
  const rim = `<a:ln w="9525">${solidXml(edge)}</a:ln>`;
  if (!hatched) return `${solidXml(colour)}${rim}`;
  const white = `<a:bgClr>${colourXml('#ffffff')}</a:bgClr>`;
  return `<a:pattFill prst="wdUpDiag"><a:fgClr>${colourXml(colour)}</a:fgClr>${white}</a:pattFill>${rim}`;
}

function dataXml(values: readonly (number | null)[], index: number, categories: readonly string[]): string {
  const range = (column: number) =>
    `${SHEET}!$${columnName(column)}$2:$${columnName(column)}$${categories.length + 1}`;
  const names = categories.map((name, i) => `<c:pt idx="${i}"><c:v>${escapeXml(name)}</c:v></c:pt>`).join('');
  const numbers = values.map((value, i) =>
    value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`,
  );
  const count = `<c:ptCount val="${categories.length}"/>`;
  return (
    `<c:cat><c:strRef><c:f>${range(0)}</c:f><c:strCache>${count}${names}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${range(index)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${count}${numbers.join('')}` +
    '</c:numCache></c:numRef></c:val>'
  );
}

const shows = (value: 0 | 1) =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/>';

const INK = '#1a1a1a';
const MUTED = '#595959';

function labelsXml(labels: readonly (PlacedLabel | null)[], position: string, language: string): string {
  const own = labels.map((label, i) => {
    if (!label) return '';
    const { signs, reports, shift } = label;
    const runs = [
      signs === '' ? '' : runXml(signs, { size: SMALL, bold: true, colour: INK }, language),
      reports === ''
        ? ''
        : runXml(signs === '' ? reports : `  ${reports}`, { size: SMALL, colour: MUTED }, language),
    ].join('');
    const text = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>${runs}</a:p></c:rich></c:tx>`;
    const moved = `<c:layout><c:manualLayout><c:x val="${shift.toFixed(4)}"/><c:y val="0"/></c:manualLayout></c:layout>`;
    return `<c:dLbl><c:idx val="${i}"/>${shift === 0 ? '' : moved}${text}<c:dLblPos val="${position}"/>${shows(1)}</c:dLbl>`;
  });
  const look = propertiesXml('defRPr', { size: SMALL, bold: true, colour: INK }, language);
  const paragraph = `<a:p><a:pPr>${look}</a:pPr><a:endParaRPr/></a:p>`;
  const all = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/>${paragraph}</c:txPr>`;
  return `<c:dLbls>${own.join('')}${all}${shows(0)}</c:dLbls>`;
}
