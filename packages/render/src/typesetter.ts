import { bytesOf, createCache } from './cache.ts';
import { type Face, readFace, type SetText } from './face.ts';
import { type FontStyle, readFontStyle } from './font-style.ts';
import type { FaceName, Sources } from './fonts.ts';
import { printable } from './xml.ts';

/** A text as it stands in a picture. */
export interface Line extends SetText {
  face: Face;
  /** Pixels. */
  size: number;
  /** Pixels. */
  width: number;
}

/** Sets text in the shipped fonts. */
export interface Typesetter {
  /** `css` is a font shorthand, or the properties of a style attribute. */
  set(text: string, css: string): Line;
  /** Pixels; what `set` would take. */
  width(text: string, css: string): number;
}

const CACHE_BYTES = 8 * 2 ** 20;
const STYLE_BYTES = 2 ** 18;
/** ECharts asks for the width of this letter, which is a full em in every font that has it, to learn a line's height. */
const FULL_EM = '国';

/** Asks for a font when the first text needs it. */
export function createTypesetter({ font }: Pick<Sources, 'font'>): Typesetter {
  const faces = new Map<FaceName, Face>();
  const styles = createCache<FontStyle>(STYLE_BYTES, () => 0);
  const texts = createCache<SetText>(CACHE_BYTES, ({ path }) => bytesOf(path));

  const faceOf = (name: FaceName): Face => {
    const face = faces.get(name) ?? readFace(font(name));
    faces.set(name, face);
    return face;
  };
  const set = (text: string, css: string): Line => {
    const { face: name, size } = styles.remember(css, () => readFontStyle(css));
    const face = faceOf(name);
    const line = texts.remember(`${name} ${text}`, () => face.setText(printable(text)));
    return { ...line, face, size, width: (line.advance * size) / face.unitsPerEm };
  };
  const width = (text: string, css: string): number =>
    text === FULL_EM ? styles.remember(css, () => readFontStyle(css)).size : set(text, css).width;
  return { set, width };
}
