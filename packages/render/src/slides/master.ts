import { namespaces, textBoxXml, treeXml } from './shapes.ts';
import { SMALL } from './text.ts';

/** A slide, in points: 13⅓ by 7½ inches. */
export const SLIDE = { width: 960, height: 540, margin: 36 };
/** A page of notes, in points. */
export const PAGE = { width: 540, height: 720 };

const INK = '#1a1a1a';
const colours =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
  'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';

const title = (text: string) =>
  textBoxXml(
    2,
    { name: 'Title', texts: [text], style: { size: 28, bold: true, colour: INK }, placeholder: 'title' },
    { x: SLIDE.margin, y: 28, width: SLIDE.width - 2 * SLIDE.margin, height: 70 },
    'en',
  );

const onGround = (shapes: string) => treeXml(shapes).replace('<p:cSld>', `<p:cSld>${ground}`);

export const slideMaster =
  `<p:sldMaster ${namespaces}>${onGround(title('Title'))}${colours}` +
  '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>' +
  '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2800" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>' +
  '<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr><a:defRPr sz="1600"/></a:lvl1pPr>' +
  '</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>';

export const slideLayout =
  `<p:sldLayout ${namespaces} type="titleOnly" preserve="1">${treeXml(title('Title'))}` +
  '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>';

export const notesMaster = `<p:notesMaster ${namespaces}>${onGround(
  `${slideImage({ x: 54, y: 54, width: 432, height: 243 })}${textBoxXml(
    3,
    { name: 'Notes', texts: ['Notes'], style: { size: SMALL, colour: INK }, placeholder: 'body' },
    { x: 54, y: 320, width: 432, height: 346 },
    'en',
  ).replace('type="body"', 'type="body" sz="quarter" idx="1"')}`,
)}${colours}<p:notesStyle><a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`;

/** The small picture of the slide over its notes. */
export function slideImage(area: { x: number; y: number; width: number; height: number }): string {
  const place = `<a:xfrm><a:off x="${area.x * 12_700}" y="${area.y * 12_700}"/><a:ext cx="${area.width * 12_700}" cy="${area.height * 12_700}"/></a:xfrm>`;
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>' +
    `<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
  );
}
