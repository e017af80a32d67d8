import { Blob, Direction, Font, Face as FontFace, Buffer as Line, shape } from 'harfbuzzjs';
import type { FontFile } from './fonts.ts';
import { type Outline, outlineOf, placed } from './outline.ts';
import { type Run, runsOf } from './runs.ts';

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

  const shapeRun = ({ text, rightToLeft }: Run): void => {
    line.clearContents();
    line.addText(text);
    line.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    line.guessSegmentProperties();
    shape(font, line);
  };
  const setText = (text: string): SetText => {
    let [advance, path, missing] = [0, '', 0];
    for (const run of runsOf(text)) {
      shapeRun(run);
      const positions = line.getGlyphPositions();
      for (const [i, { codepoint: glyph }] of line.getGlyphInfos().entries()) {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        if (glyph === 0) missing += 1;
        path += placed(outline(glyph), advance + xOffset, -yOffset);
        advance += xAdvance;
      }
    }
    return { advance, path, missing };
  };
  const glyphsOf = (run: Run): Glyph[] => {
    shapeRun(run);
    const infos = line.getGlyphInfos();
    const texts = meanings(run.text, infos);
    return line.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }, i) => {
      const { codepoint: id = 0 } = infos[i] ?? {};
      const offset = { x: xOffset, y: yOffset };
      return { id, text: texts[i] ?? '', advance: xAdvance, ownAdvance: font.glyphHAdvance(id), offset };
    });
  };
  const middle = (ascender + descender) / 2;
  const glyphs = (text: string) => runsOf(text).flatMap(glyphsOf);
  return { file, unitsPerEm: face.upem, ascender, descender, middle, setText, glyphs };
}

/** What of a text each glyph stands for: of those that stand for the same, the first. */
function meanings(text: string, glyphs: readonly { cluster: number }[]): string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster)), text.length].sort((a, b) => a - b);
  const seen = new Set<number>();
  return glyphs.map(({ cluster }) => {
    const own = seen.has(cluster) ? '' : text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
    seen.add(cluster);
    return own;
  });
}
