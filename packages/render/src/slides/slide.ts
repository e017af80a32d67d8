import type { Typesetter } from '../typesetter.ts';
import type { Slide, SlideNumber } from './deck.ts';
import { SLIDE } from './master.ts';
import { widthOf } from './measure.ts';
import { type Area, inProportion, placePanels } from './place.ts';
import { frameXml, namespaces, pictureXml, type TextBox, textBoxXml, treeXml } from './shapes.ts';
import { tableXml } from './table.ts';
import { SMALL } from './text.ts';

const INK = '#1a1a1a';
const MUTED = '#595959';
const MARK = '#801650';
/** The relation of the way back, on every slide. */
export const LINK = 'rIdLink';

const LINE = 1.22;

interface Block extends TextBox {
  height: number;
}

/** A slide. `relationOf` names the relation of the chart or the picture at an index. */
export function slideXml(
  slide: Slide,
  language: string,
  typesetter: Typesetter,
  relationOf: (index: number) => string,
): string {
  const above = blocksAbove(slide, typesetter);
  const below = blocksBelow(slide, typesetter);
  const shapes: string[] = [];
  const put = (block: Block, y: number): void => {
    const area = { x: SLIDE.margin, y, width: widthInside, height: block.height };
    shapes.push(textBoxXml(shapes.length + 2, block, area, language));
  };
  let top = TOP;
  for (const block of above) {
    put(block, top);
    top += block.height + ABOVE;
  }
  const { area, bottom } = roomBetween(above, below);
  for (const [i, own] of placePanels(slide.panels, area).entries()) {
    const panel = slide.panels[i];
    if (panel)
      shapes.push(panelXml(panel, shapes.length + 2, own, { language, typesetter, relation: relationOf(i) }));
  }
  let y = bottom;
  for (const block of below) {
    put(block, y);
    y += block.height + BELOW;
  }
  return `<p:sld ${namespaces}>${treeXml(shapes.join(''))}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

const widthInside = SLIDE.width - 2 * SLIDE.margin;
/** Points over the first block, and under each of those above and below the panels. */
const TOP = 26;
const ABOVE = 6;
const BELOW = 3;

/** The room that the words of a slide leave to its panels, in points. */
export function slideRoom(slide: Omit<Slide, 'panels'>, typesetter: Typesetter): Area {
  return roomBetween(blocksAbove(slide, typesetter), blocksBelow(slide, typesetter)).area;
}

function roomBetween(above: readonly Block[], below: readonly Block[]): { area: Area; bottom: number } {
  const top = above.reduce((y, { height }) => y + height + ABOVE, TOP);
  const bottom = SLIDE.height - 22 - below.reduce((sum, { height }) => sum + height + BELOW, 0);
  const height = Math.max(60, bottom - top - 12);
  return { area: { x: SLIDE.margin, y: top + 4, width: widthInside, height }, bottom };
}

/** The width of each of such panels, in points. */
export function widthOfPanels(panels: Slide['panels']): number {
  const [first] = placePanels(panels, { x: 0, y: 0, width: widthInside, height: SLIDE.height });
  return first?.width ?? widthInside;
}

function blocksAbove({ mark, title, sentences }: Omit<Slide, 'panels'>, typesetter: Typesetter): Block[] {
  // Smaller until it takes two lines, so that the charts keep their room.
  const size = [28, 24, 20, 18].find((it) => linesOf(title, { size: it, bold: true }, typesetter) <= 2) ?? 18;
  const blocks: Block[] = [];
  if (mark !== null)
    blocks.push(block('Mark', [mark], { size: SMALL, bold: true, colour: MARK }, typesetter));
  blocks.push({
    ...block('Title', [title], { size, bold: true, colour: INK, most: 4 }, typesetter),
    placeholder: 'title',
  });
  if (sentences.length > 0) {
    const small = sentences.length > 3 ? SMALL : 16;
    blocks.push(block('Sentences', sentences, { size: small, colour: INK, most: 6 }, typesetter));
  }
  return blocks;
}

function blocksBelow({ notes, source, permalink }: Omit<Slide, 'panels'>, typesetter: Typesetter): Block[] {
  const style = { size: SMALL, colour: MUTED };
  return [
    ...(notes.length > 0 ? [block('Key', notes, { ...style, most: 6 }, typesetter)] : []),
    block('Source', source, { ...style, most: 4 }, typesetter),
    block('Link', [permalink], { ...style, link: LINK, most: 3 }, typesetter),
  ];
}

function block(
  name: string,
  texts: readonly string[],
  { most = 2, ...style }: TextBox['style'] & { most?: number },
  typesetter: Typesetter,
): Block {
  const lines = texts.reduce((sum, text) => sum + linesOf(text, style, typesetter), 0);
  return { name, texts, style, height: Math.ceil(Math.min(lines, most) * style.size * LINE) + 2 };
}

function linesOf(
  text: string,
  style: { size: number; bold?: boolean | undefined },
  typesetter: Typesetter,
  width = widthInside,
): number {
  return Math.max(1, Math.ceil(widthOf(text, style, typesetter) / width));
}

function panelXml(
  panel: Slide['panels'][number],
  id: number,
  area: Area,
  { language, typesetter, relation }: { language: string; typesetter: Typesetter; relation: string },
): string {
  if (panel.kind === 'number') return numberXml(panel, id, area, { language, typesetter });
  if (panel.kind === 'picture') return pictureXml(id, panel, inProportion(panel, area), relation);
  if (panel.kind !== 'table') {
    const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
    const content = `<a:graphicData uri="${uri}"><c:chart xmlns:c="${uri}" r:id="${relation}"/></a:graphicData>`;
    return frameXml(id, panel, area, content);
  }
  const heading = {
    name: panel.title,
    texts: [panel.title],
    style: { size: SMALL, bold: true, colour: INK },
  };
  const inside = { ...area, y: area.y + 22, height: area.height - 22 };
  return (
    textBoxXml(id + 100, heading, { ...area, height: 20 }, language) +
    frameXml(id, panel, inside, tableXml(panel, inside, language, typesetter))
  );
}

/** Of a number, and of what stands under it: points. */
const LARGEST = [115, 96, 80, 66, 54, 46, 40, 34] as const;
const WORDS = [40, 32, 26, 20] as const;
const UNDER = [20, 16, SMALL] as const;

/** In the middle of the height of its area, as large as it has room in one line over what stands under it. */
function numberXml(
  { number, isWords, under }: SlideNumber,
  id: number,
  area: Area,
  { language, typesetter }: { language: string; typesetter: Typesetter },
): string {
  const room = { ...area, width: area.width * 0.95 };
  const small = UNDER.find((size) => size * 5 * LINE <= area.height) ?? SMALL;
  const below =
    under.reduce((sum, text) => sum + linesOf(text, { size: small }, typesetter, room.width), 0) *
    small *
    LINE;
  const fits = (size: number) =>
    size * LINE + below <= area.height && widthOf(number, { size, bold: true }, typesetter) <= room.width;
  const size = (isWords ? WORDS : LARGEST).find(fits) ?? small;
  const y = area.y + Math.max(0, (area.height - size * LINE - below) / 2);
  const boxes = [
    { name: number, texts: [number], style: { size, bold: true, colour: INK }, y, height: size * LINE },
    { name: 'Under', texts: under, style: { size: small, colour: INK }, y: y + size * LINE, height: below },
  ];
  return boxes
    .map(({ y, height, ...box }, i) => textBoxXml(id + 100 * i, box, { ...area, y, height }, language))
    .join('');
}
