import sansCyrillicExt from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-ext-wght-normal.woff2?url';
import sansCyrillic from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2?url';
import sansLatin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

const SANS = 'Source Sans 3 Variable';
const SERIF = 'Source Serif 4 Variable';
const latin = 'U+0000-00FF, U+2000-206F, U+2190-2193, U+2212, U+2248, U+2264-2265';

const faces: readonly [family: string, address: string, unicodeRange: string][] = [
  [SANS, sansLatin, latin],
  [SANS, sansCyrillic, 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116'],
  [SANS, sansCyrillicExt, 'U+0460-048F, U+0492-04AF, U+04B2-052F'],
  // Large numbers alone are set in it.
  [SERIF, serifLatin, latin],
];

/**
 * Loads the letters of a chart that shows this text. The chart is laid out for them and for no others; the page around
 * it keeps those that it has.
 */
export async function loadFonts(text: string): Promise<void> {
  if (![...document.fonts].some(({ family }) => family.includes(SANS)))
    for (const [family, address, unicodeRange] of faces)
      document.fonts.add(new FontFace(family, `url("${address}")`, { weight: '200 900', unicodeRange }));
  await Promise.all([
    document.fonts.load(`600 13px "${SANS}"`, text),
    document.fonts.load(`600 30px "${SERIF}"`, '0123456789'),
  ]);
}
