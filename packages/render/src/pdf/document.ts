import { printNumber } from '../number.ts';
import type { Typesetter } from '../typesetter.ts';
import { escapeXml, printable } from '../xml.ts';
import { createPdfFile, type PdfFile, pack, pdfText, type Ref } from './file.ts';
import { createPdfFonts } from './font.ts';
import { type DrawnPart, drawPage, type PdfPage, points, type Shared } from './page.ts';
import type { Subset } from './subset.ts';

/** What a PDF says of itself. */
export interface PdfAbout {
  /** Plain text. */
  title: string;
  /** BCP 47, as `en`, `ru`, `kk`. */
  language: string;
}

/** What sets the text of a PDF, and cuts the fonts that it carries. */
export interface PdfTools {
  typesetter: Typesetter;
  subset: Subset;
}

/** A PDF while its pages are drawn, one after another: nothing of a page but its content is kept. */
export interface PdfDocument {
  /** Lines and areas stay such, letters are text. Throws on what cannot be drawn. */
  add(page: PdfPage): void;
  /** The finished file, its fonts cut to what its pages use. The same pages give the same bytes. */
  bytes(): Uint8Array;
}

interface KeptPage {
  content: Uint8Array;
  box: string;
  parts: readonly Omit<DrawnPart, 'content'>[];
}

export function createPdfDocument(about: PdfAbout, { typesetter, subset }: PdfTools): PdfDocument {
  const file = createPdfFile();
  const states = file.promise();
  const shared: Shared = { typesetter, fonts: createPdfFonts(subset), opacities: new Map() };
  const pages: KeptPage[] = [];
  return {
    add(page) {
      const parts = drawPage(page, shared);
      pages.push({
        content: pack(parts.map(({ content }) => content).join('\n')),
        box: `[0 0 ${printNumber(points(page.width))} ${printNumber(points(page.height))}]`,
        parts: parts.map(({ content: _, ...part }) => part),
      });
    },
    bytes() {
      if (pages.length === 0) throw new Error('a PDF without pages');
      const named = [...shared.opacities].map(([state, name]) => `/${name} << ${state} >>`).join(' ');
      states.set(`<< ${named} >>`);
      const fonts = [...shared.fonts.embed(file)].map(([name, ref]) => `/${name} ${ref}`).join(' ');
      return finish(file, pages, `/Font << ${fonts} >> /ExtGState ${states.ref}`, about);
    },
  };
}

/** The pages around their content, and all that says what it is: figures, headings, paragraphs, a title, a language. */
function finish(
  file: PdfFile,
  kept: readonly KeptPage[],
  resources: string,
  { title, language }: PdfAbout,
): Uint8Array {
  const contents = kept.map(({ content }) => file.addPacked(content));
  const made = kept.map(() => file.promise());
  const [pages, tree, document] = [file.promise(), file.promise(), file.promise()];
  const structure = createStructure(file, document.ref, kept.length);
  const annotations = kept.map(({ parts }, i) =>
    parts.flatMap((part, at) => structure.add(part, { page: made[i]?.ref ?? '', at, of: i })),
  );
  document.set(`<< /Type /StructElem /S /Document /P ${tree.ref} /K [${structure.elements.join(' ')}] >>`);
  tree.set(`<< /Type /StructTreeRoot /K ${document.ref} /ParentTree << /Nums [${structure.parents()}] >> >>`);
  for (const [i, { box }] of kept.entries()) {
    const links = annotations[i]?.join(' ') ?? '';
    made[i]?.set(
      `<< /Type /Page /Parent ${pages.ref} /MediaBox ${box} /Contents ${contents[i]} /StructParents ${i} /Tabs /S ` +
        `${links === '' ? '' : `/Annots [${links}] `}/Resources << ${resources} >> >>`,
    );
  }
  pages.set(`<< /Type /Pages /Kids [${made.map(({ ref }) => ref).join(' ')}] /Count ${made.length} >>`);
  const metadata = file.addStream(xmp(title, language), '/Type /Metadata /Subtype /XML');
  const root = file.add(
    `<< /Type /Catalog /Pages ${pages.ref} /Lang ${pdfText(language)} /MarkInfo << /Marked true >> ` +
      `/StructTreeRoot ${tree.ref} /ViewerPreferences << /DisplayDocTitle true >> /Metadata ${metadata} >>`,
  );
  const info = file.add(`<< /Title ${pdfText(printable(title))} >>`);
  return file.bytes(root, info);
}

/** Where a part stands: its page, its place on it, and the page's number from 0. */
interface Place {
  page: Ref;
  at: number;
  of: number;
}

/** The tree of what is read aloud, while it is written. */
function createStructure(file: PdfFile, document: Ref, pages: number) {
  const elements: Ref[] = [];
  /** The elements of each page by their place in its content, and then those of its links. */
  const ofPages: Ref[][] = Array.from({ length: pages }, () => []);
  const ofLinks: Ref[] = [];

  /** Adds a part; answers the annotations of its link. */
  const add = ({ role, figure, link }: KeptPage['parts'][number], { page, at, of }: Place): Ref[] => {
    const own = ofPages[of] ?? [];
    if (link) return addLink(role, link, { page, at, of });
    const alternative = figure
      ? ` /Alt ${pdfText(printable(figure.description))} /A << /O /Layout /BBox ${figure.box} >>`
      : '';
    const element = file.add(
      `<< /Type /StructElem /S /${role} /P ${document} /Pg ${page} /K ${at}${alternative} >>`,
    );
    elements.push(element);
    own.push(element);
    return [];
  };
  const addLink = (role: string, { to, boxes }: NonNullable<DrawnPart['link']>, { page, at, of }: Place) => {
    const [around, inside] = [file.promise(), file.promise()];
    const annotations = boxes.map((box) => {
      const key = pages + ofLinks.push(inside.ref) - 1;
      return file.add(
        `<< /Type /Annot /Subtype /Link /Rect ${box} /Border [0 0 0] /F 4 /StructParent ${key} ` +
          `/Contents ${pdfText(to)} /A << /S /URI /URI ${asciiText(to)} >> >>`,
      );
    });
    const drawn = annotations.map((it) => `<< /Type /OBJR /Pg ${page} /Obj ${it} >>`).join(' ');
    around.set(`<< /Type /StructElem /S /${role} /P ${document} /K ${inside.ref} >>`);
    inside.set(`<< /Type /StructElem /S /Link /P ${around.ref} /Pg ${page} /K [${at} ${drawn}] >>`);
    elements.push(around.ref);
    ofPages[of]?.push(inside.ref);
    return annotations;
  };
  const parents = (): string =>
    [
      ...ofPages.map((own, i) => `${i} [${own.join(' ')}]`),
      ...ofLinks.map((it, i) => `${pages + i} ${it}`),
    ].join(' ');
  return { elements, add, parents };
}

/** An address as a PDF string, in hexadecimal: what `URL` writes has no other letters than those of ASCII. */
function asciiText(text: string): string {
  return `<${[...text].map((it) => it.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`;
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
