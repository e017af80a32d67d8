import { LRUCache } from 'lru-cache';
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

/** Bytes of the texts that are kept once they were set. */
const CACHE_BYTES = 8 * 2 ** 20;
/** Font declarations that are kept once they were read. */
const MOST_STYLES = 1000;
/** ECharts asks for the width of this letter, which is a full em in every font that has it, to learn a line's height. */
const FULL_EM = '国';

/** Asks for a font when the first text needs it. */
export function createTypesetter({ font }: Pick<Sources, 'font'>): Typesetter {
  const faces = new Map<FaceName, Face>();
  const styles = new LRUCache<string, FontStyle>({ max: MOST_STYLES });
  const texts = new LRUCache<string, SetText>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ path }, key) => bytesOf(key) + bytesOf(path),
  });

  const faceOf = (name: FaceName): Face => {
    const face = faces.get(name) ?? readFace(font(name));
    faces.set(name, face);
    return face;
  };
  const set = (text: string, css: string): Line => {
    const { face: name, size } = remember(styles, css, () => readFontStyle(css));
    const face = faceOf(name);
    const line = remember(texts, `${name} ${text}`, () => face.setText(printable(text)));
    return { ...line, face, size, width: (line.advance * size) / face.unitsPerEm };
  };
  const width = (text: string, css: string): number =>
    text === FULL_EM ? remember(styles, css, () => readFontStyle(css)).size : set(text, css).width;
  return { set, width };
}

/** The cached value of a key, made where there is none. What `make` throws is not cached. */
function remember<Value extends object>(
  cache: LRUCache<string, Value>,
  key: string,
  make: () => Value,
): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  cache.set(key, value);
  return value;
}

/** Text takes two bytes for each UTF-16 unit as soon as one of them is not Latin. */
function bytesOf(text: string): number {
  return text.length * 2;
}
