import type { Typesetter } from '../typesetter.ts';
import { escapeXml } from '../xml.ts';
import { CATEGORIES, categoryAxis, VALUES, valueAxis } from './axes.ts';
import type { SlideChart, SlidePanel } from './deck.ts';
import { gapOf, type SetChart } from './labels.ts';
import { shortened, widthOf } from './measure.ts';
import { barLabels, barSeries, lineLabels } from './series.ts';
import { propertiesXml, runXml, SMALL } from './text.ts';
import { type SheetCell, workbookBytes } from './workbook.ts';

const INK = '#1a1a1a';
const axes = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;

/** How a chart is set: of its columns each `skip`th is named, and names beside bars have that share of the width. */
interface Setting {
  language: string;
  skip: number;
  names: number;
}

/**
 * A chart part. Its numbers stand in the sheet that `rId1` leads to. Throws where texts, numbers and categories differ in
 * number.
 */
export function chartXml(chart: SetChart, { language, skip, names }: Setting): string {
  checkLengths(chart);
  const { kind, categories, series, labels } = chart;
  const upright = kind !== 'bar';
  const bars = series.map((it, i) => barSeries(it, i + 1, categories)).join('');
  const carrier = series.length + 1;
  const isStacked = kind === 'stacked';
  const gap = gapOf(categories.length);
  const drawn =
    `<c:barChart><c:barDir val="${upright ? 'col' : 'bar'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/>` +
    `<c:varyColors val="0"/>${bars}${isStacked ? '' : barLabels(chart, carrier, language)}` +
    `<c:gapWidth val="${gap}"/><c:overlap val="100"/>${axes}</c:barChart>`;
  const above = isStacked
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lineLabels(chart, carrier, language)}<c:marker val="1"/>${axes}</c:lineChart>`
    : '';
  const highest = Math.max(chart.highest, ...labels.at);
  return (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:lang val="${escapeXml(language)}"/><c:roundedCorners val="0"/><c:chart>` +
    `${titleXml(chart.title, language)}<c:autoTitleDeleted val="0"/><c:plotArea>${upright ? '<c:layout/>' : barLayout(chart, names)}${drawn}${above}` +
    `${categoryAxis(upright, skip)}${valueAxis(upright, highest)}</c:plotArea>${chart.legend ? legendXml(carrier) : ''}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  );
}

/** Of the width of a chart, what the names beside its bars may take. */
const NAMES = 0.4;

/** Points between a name and its bar. */
const NAME_GAP = 8;
/** Lines of bars that the title of their chart takes: as where panels are given their heights. */
const TITLE_LINES = 2;

/**
 * Of the width of panels, what the names beside bars take: the same in all of a slide, so that a length is the same number in each
 * of two columns.
 */
export function namesShare(panels: readonly SlidePanel[], width: number, typesetter: Typesetter): number {
  const names = panels.flatMap((panel) => (panel.kind === 'bar' ? panel.categories : []));
  const widest = Math.max(0, ...names.map((name) => widthOf(name, { size: SMALL }, typesetter)));
  return Math.min(NAMES, widest / width) + NAME_GAP / width;
}

/** Where the bars of a chart stand: an office program alone would give each chart the room that its own names leave. */
function barLayout({ categories }: SetChart, names: number): string {
  const title = TITLE_LINES / (Math.max(2, categories.length) + TITLE_LINES);
  const value = (name: string, of: number) => `<c:${name} val="${of.toFixed(4)}"/>`;
  return (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `${value('x', names)}${value('y', title)}${value('w', 1 - names - 0.01)}${value('h', 1 - title - 0.01)}` +
    '</c:manualLayout></c:layout>'
  );
}

/**
 * A chart of so many points whose names beside its bars leave these their room. The whole names then stand in the last column of
 * the sheet.
 */
export function withRoom(chart: SlideChart, width: number, typesetter: Typesetter): SlideChart {
  if (chart.kind !== 'bar') return chart;
  const categories = chart.categories.map((name) => shortened(name, SMALL, width * NAMES, typesetter));
  if (categories.every((name, i) => name === chart.categories[i])) return chart;
  return { ...chart, categories, columns: [...chart.columns, { name: '', values: chart.categories }] };
}

/** Points between two names under columns. */
const BETWEEN_NAMES = 10;
/** Of the width of a chart, what is left beside the numbers of its axis. */
const WITHOUT_AXIS = 0.84;

/** Each which of the columns is named, so that the names stand beside each other. */
export function skippedNames(
  { kind, categories }: SlideChart,
  width: number,
  typesetter: Typesetter,
): number {
  if (kind === 'bar' || categories.length === 0) return 1;
  const widest = Math.max(...categories.map((name) => widthOf(name, { size: SMALL }, typesetter)));
  const most = Math.max(2, Math.floor((WITHOUT_AXIS * width) / (widest + BETWEEN_NAMES)));
  return Math.ceil(categories.length / most);
}

/** The sheet behind a chart: a row for each category; what is drawn comes first, and then what else is known. */
export function chartWorkbook({ categories, series, labels, columns }: SlideChart): Uint8Array {
  const head = ['', ...series.map((it) => it.name), labels.name, ...columns.map((it) => it.name)];
  const rows = categories.map((name, i): SheetCell[] => [
    name,
    ...series.map((it) => it.values[i] ?? null),
    labels.at[i] ?? null,
    ...columns.map((it) => it.values[i] ?? null),
  ]);
  return workbookBytes([head, ...rows]);
}

function checkLengths({ title, categories, series, labels, columns, highest }: SetChart): void {
  const all = [...series.map((it) => it.values), labels.at, labels.texts, ...columns.map((it) => it.values)];
  const other = all.find((it) => it.length !== categories.length);
  if (other) throw new Error(`${other.length} values of ${categories.length} categories: ${title}`);
  const numbers = [highest, ...series.flatMap((it) => it.values), ...labels.at].filter((it) => it !== null);
  const bad = numbers.find((it) => !Number.isFinite(it));
  if (bad !== undefined) throw new Error(`unknown number on a slide: ${bad} (${title})`);
}

function titleXml(title: string, language: string): string {
  const run = runXml(title, { size: SMALL, bold: true, colour: INK }, language);
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** Without the series that only carries labels. */
function legendXml(carrier: number): string {
  const look = propertiesXml('defRPr', { size: SMALL, colour: INK }, '');
  return (
    `<c:legend><c:legendPos val="b"/><c:legendEntry><c:idx val="${carrier - 1}"/><c:delete val="1"/></c:legendEntry>` +
    `<c:overlay val="0"/><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr/></a:p></c:txPr></c:legend>`
  );
}
