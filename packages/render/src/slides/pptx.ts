import type { Typesetter } from '../typesetter.ts';
import { escapeXml } from '../xml.ts';
import { chartWorkbook, chartXml, namesShare, skippedNames, withRoom } from './chart.ts';
import type { Deck, Slide } from './deck.ts';
import { withPlacedLabels } from './labels.ts';
import { notesMaster, PAGE, SLIDE, slideImage, slideLayout, slideMaster } from './master.ts';
import { createOfficePackage, type OfficePackage, type Relation } from './package.ts';
import { emu, namespaces, textBoxXml, treeXml } from './shapes.ts';
import { LINK, slideXml, widthOfPanels } from './slide.ts';
import { SMALL } from './text.ts';

const PML = 'application/vnd.openxmlformats-officedocument.presentationml';
const DML = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml';
const paths = {
  presentation: 'ppt/presentation.xml',
  master: 'ppt/slideMasters/slideMaster1.xml',
  layout: 'ppt/slideLayouts/slideLayout1.xml',
  notesMaster: 'ppt/notesMasters/notesMaster1.xml',
};

/**
 * A PowerPoint file. Its charts are charts: each has a sheet with its numbers and can be edited. The same deck is the
 * same bytes, for ever. Throws on a deck without slides, and on numbers that are none.
 */
export function pptx(deck: Deck, typesetter: Typesetter): Uint8Array {
  const { title, language, slides } = deck;
  if (slides.length === 0) throw new Error('a presentation without slides');
  const file = createOfficePackage();
  const made = { charts: 0, pictures: 0 };
  for (const [i, slide] of slides.entries()) addSlide(file, slide, i + 1, { made, language, typesetter });
  addMasters(file);
  addPresentation(file, slides.length, language);
  file.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>` +
      `<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`,
  );
  file.add(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Article 21</Application></Properties>',
  );
  return file.bytes([
    { id: 'rId1', kind: 'officeDocument', target: paths.presentation },
    { id: 'rId2', kind: 'core-properties', target: 'docProps/core.xml' },
    { id: 'rId3', kind: 'extended-properties', target: 'docProps/app.xml' },
  ]);
}

/** What the slides of a file share. */
interface Making {
  /** How many of them there are by now. */
  made: { charts: number; pictures: number };
  language: string;
  typesetter: Typesetter;
}

function addSlide(
  file: OfficePackage,
  slide: Slide,
  number: number,
  { made, language, typesetter }: Making,
): void {
  const path = `ppt/slides/slide${number}.xml`;
  const notes = `ppt/notesSlides/notesSlide${number}.xml`;
  const relations: Relation[] = [
    { id: 'rIdLayout', kind: 'slideLayout', target: paths.layout },
    { id: 'rIdNotes', kind: 'notesSlide', target: notes },
    { id: LINK, kind: 'hyperlink', target: slide.permalink, outside: true },
  ];
  const width = widthOfPanels(slide.panels);
  const names = namesShare(slide.panels, width, typesetter);
  for (const [i, panel] of slide.panels.entries()) {
    if (panel.kind === 'table' || panel.kind === 'number') continue;
    if (panel.kind === 'picture') {
      made.pictures += 1;
      const target = `ppt/media/image${made.pictures}.png`;
      file.addFile(target, panel.png);
      relations.push({ id: `rIdPanel${i}`, kind: 'image', target });
      continue;
    }
    made.charts += 1;
    const chart = `ppt/charts/chart${made.charts}.xml`;
    const sheet = `ppt/embeddings/workbook${made.charts}.xlsx`;
    const named = withRoom(panel, width, typesetter);
    const skip = skippedNames(panel, width, typesetter);
    file.addFile(sheet, chartWorkbook(named));
    const drawn = withPlacedLabels(named, width, typesetter);
    file.add(chart, DML, chartXml(drawn, { language, skip, names }), [
      { id: 'rId1', kind: 'package', target: sheet },
    ]);
    relations.push({ id: `rIdPanel${i}`, kind: 'chart', target: chart });
  }
  const xml = slideXml(slide, language, typesetter, (i) => `rIdPanel${i}`);
  file.add(path, `${PML}.slide+xml`, xml, relations);
  file.add(notes, `${PML}.notesSlide+xml`, notesXml(slide.speaker, language), [
    { id: 'rId1', kind: 'notesMaster', target: paths.notesMaster },
    { id: 'rId2', kind: 'slide', target: path },
  ]);
}

function notesXml(speaker: readonly string[], language: string): string {
  const box = {
    name: 'Notes',
    texts: speaker,
    style: { size: SMALL, colour: '#1a1a1a' },
    placeholder: 'body',
  };
  const body = textBoxXml(3, box, { x: 54, y: 320, width: 432, height: 346 }, language).replace(
    'type="body"',
    'type="body" idx="1"',
  );
  const image = slideImage({ x: 54, y: 54, width: 432, height: 243 });
  return `<p:notes ${namespaces}>${treeXml(image + body)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

function addMasters(file: OfficePackage): void {
  const [first, second] = ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'];
  file.add(paths.master, `${PML}.slideMaster+xml`, slideMaster, [
    { id: 'rId1', kind: 'slideLayout', target: paths.layout },
    { id: 'rId2', kind: 'theme', target: first },
  ]);
  file.add(paths.layout, `${PML}.slideLayout+xml`, slideLayout, [
    { id: 'rId1', kind: 'slideMaster', target: paths.master },
  ]);
  file.add(paths.notesMaster, `${PML}.notesMaster+xml`, notesMaster, [
    { id: 'rId1', kind: 'theme', target: second },
  ]);
  for (const path of [first, second]) file.add(path, THEME, theme);
}

function addPresentation(file: OfficePackage, count: number, language: string): void {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const slides = numbers.map((n) => `<p:sldId id="${255 + n}" r:id="rIdSlide${n}"/>`).join('');
  const size = (name: string, { width, height }: { width: number; height: number }) =>
    `<p:${name} cx="${emu(width)}" cy="${emu(height)}"/>`;
  const xml =
    `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst>` +
    `<p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst><p:sldIdLst>${slides}</p:sldIdLst>` +
    `${size('sldSz', SLIDE)}${size('notesSz', PAGE)}<p:defaultTextStyle><a:defPPr><a:defRPr lang="${escapeXml(language)}"/></a:defPPr>` +
    '</p:defaultTextStyle></p:presentation>';
  file.add(paths.presentation, `${PML}.presentation.main+xml`, xml, [
    { id: 'rIdMaster', kind: 'slideMaster', target: paths.master },
    { id: 'rIdNotes', kind: 'notesMaster', target: paths.notesMaster },
    { id: 'rIdTheme', kind: 'theme', target: 'ppt/theme/theme1.xml' },
    ...numbers.map((n) => ({ id: `rIdSlide${n}`, kind: 'slide', target: `ppt/slides/slide${n}.xml` })),
  ]);
}

/** Arial, because every machine has it, with the letters of Kazakh; a file of slides carries no fonts. */
const FONT = 'Arial';

const colours = {
  dk1: '1A1A1A',
  lt1: 'FFFFFF',
  dk2: '595959',
  lt2: 'E3E3E3',
  accent1: '324F9C',
  accent2: '28937B',
  accent3: '800368',
  accent4: 'DD7A1C',
  accent5: '595959',
  accent6: '12436D',
  hlink: '12436D',
  folHlink: '801650',
};

const scheme = Object.entries(colours)
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('');
const font = `<a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface="${FONT}"/>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The theme of slides and of notes: plain fills, thin lines, no effects. */
const theme =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Article 21"><a:themeElements>' +
  `<a:clrScheme name="Article 21">${scheme}</a:clrScheme>` +
  `<a:fontScheme name="Article 21"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Article 21"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
  '</a:themeElements></a:theme>';
