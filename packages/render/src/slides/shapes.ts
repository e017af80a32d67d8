import { escapeXml } from '../xml.ts';
import type { Area } from './place.ts';
import { propertiesXml, type RunStyle, runXml } from './text.ts';

/** A text box, or the slide's title; a paragraph for each text. */
export interface TextBox {
  name: string;
  texts: readonly string[];
  style: RunStyle;
  /** `title` of a slide, `body` of its notes. */
  placeholder?: string;
}

const EMU = 12_700;

/** Points as Office counts: whole parts of 1/12700. */
export function emu(points: number): number {
  return Math.round(points * EMU);
}

function placeXml(tag: string, { x, y, width, height }: Area): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`;
}

export function textBoxXml(id: number, box: TextBox, area: Area, language: string): string {
  const { name, texts, style, placeholder } = box;
  const kind = placeholder ? `<p:ph type="${placeholder}"/>` : '';
  const own = placeholder ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>';
  const shape = `${placeXml('a:xfrm', area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`;
  const body =
    '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/>${own}<p:nvPr>${kind}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${shape}</p:spPr><p:txBody>${body}${paragraphs(texts, style, language)}</p:txBody></p:sp>`
  );
}

function paragraphs(texts: readonly string[], style: RunStyle, language: string): string {
  if (texts.length === 0) return `<a:p>${propertiesXml('endParaRPr', style, language)}</a:p>`;
  const look = '<a:pPr marL="0" indent="0" algn="l"><a:buNone/></a:pPr>';
  return texts.map((text) => `<a:p>${look}${runXml(text, style, language)}</a:p>`).join('');
}

/** A frame around a chart or a table. `content` is its `a:graphicData`. */
export function frameXml(
  id: number,
  { title, description }: { title: string; description: string },
  area: Area,
  content: string,
): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `${placeXml('p:xfrm', area)}<a:graphic>${content}</a:graphic></p:graphicFrame>`
  );
}

/** An image, by the relation that leads to it. */
export function pictureXml(
  id: number,
  { title, description }: { title: string; description: string },
  area: Area,
  relation: string,
): string {
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/>` +
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>' +
    `<p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${placeXml('a:xfrm', area)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

/** What stands in an attribute of shapes, on slides, layouts and notes alike. */
export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** The tree of shapes that every slide, layout and master has. */
export function treeXml(shapes: string): string {
  const zero =
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>';
  return (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
    `<p:grpSpPr>${zero}</p:grpSpPr>${shapes}</p:spTree></p:cSld>`
  );
}
