import type { SvgNode } from '../node.ts';
import { printNumber } from '../number.ts';
import type { Typesetter } from '../typesetter.ts';
import { escapeXml, printable } from '../xml.ts';
import { drawNode, type Page } from './drawing.ts';
import { createPdfFile, type PdfFile, pdfText } from './file.ts';
import { createPdfFonts } from './font.ts';
import { type Matrix, printMatrix } from './matrix.ts';
import type { Subset } from './subset.ts';

/** What a PDF says of itself, and how large its page is. */
export interface PdfFrame {
  /** Pixels on which the picture was laid out. */
  width: number;
  height: number;
  /** Pixels of 1/96 inch that the page takes. */
  shown: { width: number; height: number };
  title: string;
  description: string;
  language: string;
}

/** What sets the text of a PDF, and cuts the fonts that it carries. */
export interface PdfParts {
  typesetter: Typesetter;
  subset: Subset;
}

/** A point is 1/72 inch, a pixel 1/96. */
const POINTS = 0.75;

/** Elements of ECharts' painter as a PDF of one page: lines and areas stay such, and letters are text. */
export function pdf(root: SvgNode, frame: PdfFrame, { typesetter, subset }: PdfParts): Uint8Array {
  const file = createPdfFile();
  const [width, height] = [frame.shown.width * POINTS, frame.shown.height * POINTS];
  const ground: Matrix = [width / frame.width, 0, 0, -height / frame.height, 0, height];
  const states = file.promise();
  const page: Page = {
    typesetter,
    fonts: createPdfFonts(subset),
    defined: definitions(root),
    opacities: new Map(),
  };
  const drawn = (root.children ?? []).map((child) => (child ? drawNode(child, page) : ''));
  const body = `/Figure << /MCID 0 >> BDC\nq\n${printMatrix(ground)} cm\n${drawn.filter(Boolean).join('\n')}\nQ\nEMC`;
  states.set(`<< ${[...page.opacities].map(([state, name]) => `/${name} << ${state} >>`).join(' ')} >>`);
  const fonts = [...page.fonts.embed(file)].map(([name, ref]) => `/${name} ${ref}`).join(' ');
  const resources = `/Font << ${fonts} >> /ExtGState ${states.ref}`;
  const box = `[0 0 ${printNumber(width)} ${printNumber(height)}]`;
  return finish(file, { body, resources, box }, frame);
}

/** Elements with an id, wherever they stand. */
function definitions(node: SvgNode, found = new Map<string, SvgNode>()): Map<string, SvgNode> {
  if (typeof node.attrs.id === 'string') found.set(node.attrs.id, node);
  for (const child of node.children ?? []) if (child) definitions(child, found);
  return found;
}

/** The page around its content, and all that says what it is: a figure with its description, a title, a language. */
function finish(
  file: PdfFile,
  { body, resources, box }: { body: string; resources: string; box: string },
  { title, description, language }: PdfFrame,
): Uint8Array {
  const content = file.addStream(body);
  const [page, pages, tree, document] = [file.promise(), file.promise(), file.promise(), file.promise()];
  const figure = file.add(
    `<< /Type /StructElem /S /Figure /P ${document.ref} /Pg ${page.ref} /K 0 /Alt ${pdfText(printable(description))} ` +
      `/A << /O /Layout /BBox ${box} >> >>`,
  );
  document.set(`<< /Type /StructElem /S /Document /P ${tree.ref} /K [${figure}] >>`);
  tree.set(`<< /Type /StructTreeRoot /K ${document.ref} /ParentTree << /Nums [0 [${figure}]] >> >>`);
  page.set(
    `<< /Type /Page /Parent ${pages.ref} /MediaBox ${box} /Contents ${content} /StructParents 0 /Tabs /S ` +
      `/Resources << ${resources} >> >>`,
  );
  pages.set(`<< /Type /Pages /Kids [${page.ref}] /Count 1 >>`);
  const metadata = file.addStream(xmp(title, language), '/Type /Metadata /Subtype /XML');
  const root = file.add(
    `<< /Type /Catalog /Pages ${pages.ref} /Lang ${pdfText(language)} /MarkInfo << /Marked true >> ` +
      `/StructTreeRoot ${tree.ref} /ViewerPreferences << /DisplayDocTitle true >> /Metadata ${metadata} >>`,
  );
  const info = file.add(`<< /Title ${pdfText(printable(title))} >>`);
  return file.bytes(root, info);
}

function xmp(title: string, language: string): string {
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${rdf}">`,
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>',
  ].join('\n');
}
