import { type Face, readFace } from './face.ts';
import { defaultFonts, type FontFiles, installed } from './installed.ts';

/** Letters that every font has: most texts hold no others. */
const PLAIN = /^[ -~]*$/;

/**
 * Answers which letters of a text the fonts of the pictures have no form for, so that a box is drawn instead: each once,
 * in their order, with their marks. Throws when fonts are missing.
 */
export function createUndrawable(fonts: FontFiles = defaultFonts()): (text: string) => string[] {
  const { font } = installed(fonts);
  const segmenter = new Intl.Segmenter();
  const known = new Map<string, boolean>();
  let faces: readonly Face[] = [];
  const isBox = (letter: string): boolean => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    // Titles are set in one, names in the other; their heavier cuts have the same letters.
    if (faces.length === 0) faces = [readFace(font('sans')), readFace(font('serif'))];
    const box = faces.some((face) => face.setText(letter).missing > 0);
    known.set(letter, box);
    return box;
  };
  return (text) => {
    if (PLAIN.test(text)) return [];
    const letters = Array.from(segmenter.segment(text), ({ segment }) => segment);
    return [...new Set(letters)].filter((letter) => !PLAIN.test(letter) && isBox(letter));
  };
}
