import { Blob, Font, Face as FontFace, Buffer as Line, shape } from 'harfbuzzjs';
import type { FontFile } from './fonts.ts';
import { type Outline, outlineOf, placed } from './outline.ts';

/** A text set in one cut, in font units with y downwards, from its start on the baseline. */
export interface SetText {
  advance: number;
  /** SVG path data. */
  path: string;
  /** Letters that the font does not have; each is drawn as the font's empty box. */
  missing: number;
}

/** One letter form of a set text. */
export interface Glyph {
  id: number;
  /** What of the text it stands for; empty where another glyph stands for it too. */
  text: string;
  /** To the next one, and its own without kerning, in font units. */
  advance: number;
  ownAdvance: number;
  /** Off the baseline, x to the right and y upwards, in font units. */
  offset: { x: number; y: number };
}

/** One cut of a font. */
export interface Face {
  file: FontFile;
  unitsPerEm: number;
  /** How far letters reach up from the baseline, and down (negative). */
  ascender: number;
  descender: number;
  /** From the baseline up to the middle of a line, where browsers put it for `dominant-baseline: central`. */
  middle: number;
  setText(text: string): SetText;
  /** The same, glyph by glyph. */
  glyphs(text: string): Glyph[];
}

export function readFace(file: FontFile): Face {
  const face = new FontFace(new Blob(file.bytes));
  const font = new Font(face);
  const line = new Line();
  const outlines = new Map<number, Outline>();
  const { ascender, descender } = font.hExtents();

  const outline = (glyph: number): Outline => {
    const known = outlines.get(glyph) ?? outlineOf(font.glyphToJson(glyph));
    outlines.set(glyph, known);
    return known;
  };

  const shapeLine = (text: string): void => {
    line.clearContents();
    line.addText(text);
    line.guessSegmentProperties();
    shape(font, line);
  };
  const setText = (text: string): SetText => {
    shapeLine(text);
    const positions = line.getGlyphPositions();
    let [advance, path, missing] = [0, '', 0];
    for (const [i, { codepoint: glyph }] of line.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
      if (glyph === 0) missing += 1;
      path += placed(outline(glyph), advance + xOffset, -yOffset);
      advance += xAdvance;
    }
    return { advance, path, missing };
  };
  const glyphs = (text: string): Glyph[] => {
    shapeLine(text);
    const infos = line.getGlyphInfos();
    const starts = [...new Set(infos.map(({ cluster }) => cluster)), text.length].sort((a, b) => a - b);
    const seen = new Set<number>();
    return line.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }, i) => {
      const { codepoint: id = 0, cluster = 0 } = infos[i] ?? {};
      const own = seen.has(cluster) ? '' : text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
      seen.add(cluster);
      const offset = { x: xOffset, y: yOffset };
      return { id, text: own, advance: xAdvance, ownAdvance: font.glyphHAdvance(id), offset };
    });
  };
  const middle = (ascender + descender) / 2;
  return { file, unitsPerEm: face.upem, ascender, descender, middle, setText, glyphs };
}
