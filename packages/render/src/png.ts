import { Resvg } from '@resvg/resvg-js';
import { withoutWords } from './words.ts';

/** How many pixels of the image make one of the picture. */
export type Scale = 1 | 2 | 3;

/** A PNG of a picture of ours. Throws on an SVG whose text is not drawn, because no font is loaded for it. */
export function png(svg: string, { scale }: { scale: Scale }): Uint8Array {
  return picture(svg, scale).render().asPng();
}

function picture(svg: string, scale: Scale): Resvg {
  const drawn = withoutWords(svg);
  if (drawn.includes('<text'))
    throw new Error('unknown text in an SVG: only letters drawn as paths become pixels');
  return new Resvg(drawn, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: scale },
    logLevel: 'off',
  });
}
