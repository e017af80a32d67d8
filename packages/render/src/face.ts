import { readFileSync } from 'node:fs';
import { Blob, Font, Face as FontFace, Buffer as Line, shape } from 'harfbuzzjs';
import { type Outline, outlineOf, placed } from './outline.ts';

/** A text set in one cut, in font units with y downwards, from its start on the baseline. */
export interface SetText {
  advance: number;
  /** SVG path data. */
  path: string;
  /** Letters that the font does not have; each is drawn as the font's empty box. */
  missing: number;
}

/** One cut of a font. */
export interface Face {
  unitsPerEm: number;
  /** From the baseline up to the middle of a line, where browsers put it for `dominant-baseline: central`. */
  middle: number;
  setText(text: string): SetText;
}

/** Reads a TrueType file. Throws when there is none. */
export function readFace(file: string): Face {
  const face = new FontFace(new Blob(readFileSync(file)));
  const font = new Font(face);
  const line = new Line();
  const outlines = new Map<number, Outline>();
  const { ascender, descender } = font.hExtents();

  const outline = (glyph: number): Outline => {
    const known = outlines.get(glyph) ?? outlineOf(font.glyphToJson(glyph));
    outlines.set(glyph, known);
    return known;
  };

  const setText = (text: string): SetText => {
    line.clearContents();
    line.addText(text);
    line.guessSegmentProperties();
    shape(font, line);
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
  return { unitsPerEm: face.upem, middle: (ascender + descender) / 2, setText };
}
