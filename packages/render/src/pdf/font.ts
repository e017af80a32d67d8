import type { Face, Glyph } from '../face.ts';
import { printNumber } from '../number.ts';
import { type PdfFile, pdfText, type Ref } from './file.ts';
import type { Subset } from './subset.ts';

/** The fonts of one PDF, and which of their glyphs it uses. */
export interface PdfFonts {
  /** A text from the left end of its baseline, as operators. `placed` is the operand of `Tm`. */
  show(text: string, face: Face, size: number, placed: string): string;
  /** Embeds the glyphs that were shown. The fonts' names are those that `show` wrote. */
  embed(file: PdfFile): Map<string, Ref>;
}

interface Used {
  name: string;
  /** Own advance and meaning by the number of the glyph. */
  glyphs: Map<number, { advance: number; text: string }>;
}

export function createPdfFonts(subset: Subset): PdfFonts {
  const used = new Map<Face, Used>();

  const fontOf = (face: Face): Used => {
    const font = used.get(face) ?? { name: `F${used.size + 1}`, glyphs: new Map() };
    used.set(face, font);
    return font;
  };
  return {
    show(text, face, size, placed) {
      const { name, glyphs } = fontOf(face);
      const line = face.glyphs(text);
      for (const { id, ownAdvance, text: meaning } of line)
        if (!glyphs.has(id)) glyphs.set(id, { advance: ownAdvance, text: meaning });
      const drawn = `BT /${name} ${printNumber(size)} Tf ${placed} Tm ${operands(line, size, face)} ET`;
      const read = line.map(({ id }) => glyphs.get(id)?.text ?? '').join('');
      // One glyph can stand for several letters: what is copied must be what was written all the same.
      return read === text ? drawn : `/Span << /ActualText ${pdfText(text)} >> BDC ${drawn} EMC`;
    },
    embed: (file) => new Map([...used].map(([face, font]) => [font.name, embed(face, font, file, subset)])),
  };
}

/** Glyphs with their kerning; those off the baseline each on a rise of their own. */
function operands(line: readonly Glyph[], size: number, { unitsPerEm }: Face): string {
  const shift = (units: number) => (units === 0 ? '' : printNumber((-units * 1000) / unitsPerEm));
  let [text, hex, rise] = ['', '', 0];
  const end = (): void => {
    if (hex !== '') text += `[${hex}] TJ `;
    hex = '';
  };
  for (const { id, advance, ownAdvance, offset } of line) {
    if (offset.y !== rise) {
      end();
      rise = offset.y;
      text += `${printNumber((rise * size) / unitsPerEm)} Ts `;
    }
    hex += `${shift(offset.x)}<${id.toString(16).padStart(4, '0')}>${shift(advance - ownAdvance - offset.x)}`;
  }
  end();
  return rise === 0 ? text : `${text}0 Ts`;
}

function embed(face: Face, { glyphs }: Used, file: PdfFile, subset: Subset): Ref {
  const perMille = (units: number) => printNumber((units * 1000) / face.unitsPerEm);
  const ids = [...glyphs.keys()].sort((a, b) => a - b);
  const cut = subset(face.file.bytes, ids);
  const data = file.addStream(cut, `/Length1 ${cut.length}`);
  const name = `A21SUB+${/([\w-]+)\.ttf$/i.exec(face.file.name)?.[1] ?? 'Font'}`;
  const [up, down] = [perMille(face.ascender), perMille(face.descender)];
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-1000 ${down} 3000 ${up}] /ItalicAngle 0 ` +
      `/Ascent ${up} /Descent ${down} /CapHeight 660 /StemV 80 /FontFile2 ${data} >>`,
  );
  const widths = ids.map((id) => `${id} [${perMille(glyphs.get(id)?.advance ?? 0)}]`).join(' ');
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDToGIDMap /Identity /DW 0 /W [${widths}] ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} >>`,
  );
  const meaning = file.addStream(unicodeMap(ids.map((id) => [id, glyphs.get(id)?.text ?? ''])));
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant}] ` +
      `/ToUnicode ${meaning} >>`,
  );
}

/** At most a hundred in each block: that is all that the format allows. */
const BLOCK = 100;

function unicodeMap(meanings: readonly (readonly [id: number, text: string])[]): string {
  const known = meanings.filter(([, text]) => text !== '');
  const blocks: string[] = [];
  for (let i = 0; i < known.length; i += BLOCK) {
    const lines = known.slice(i, i + BLOCK).map(([id, text]) => {
      const hex = pdfText(text).replace('feff', '');
      return `<${id.toString(16).padStart(4, '0')}> ${hex}`;
    });
    blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
  ].join('\n');
}
