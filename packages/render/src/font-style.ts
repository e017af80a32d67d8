import type { FaceName } from './fonts.ts';

/** Which cut a text is set in, and its size in pixels. */
export interface FontStyle {
  face: FaceName;
  size: number;
}

const SEMIBOLD = 550;

/**
 * Reads the CSS that ECharts writes, both the shorthand (`600 12px 'Source Sans 3'`) and the separate properties
 * (`font-size:12px;font-family:…`). A family whose first name is a serif one is set in Source Serif, every other in
 * Source Sans. There are two weights, and no italics.
 */
export function readFontStyle(css: string): FontStyle {
  const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? 12);
  const shorthand = /^(?:font:\s*)?(.*?)[\d.]+px\s*(.*)$/s.exec(css);
  const separate = /font-family:([^;]*)/.exec(css);
  const family = separate?.[1] ?? shorthand?.[2] ?? '';
  const weight =
    /font-weight:\s*(\w+)/.exec(css)?.[1] ?? /\b(bold(?:er)?|[1-9]00)\b/.exec(shorthand?.[1] ?? '')?.[1];
  const bold = weight?.startsWith('bold') || Number(weight) >= SEMIBOLD;
  const kind = isSerif(family) ? 'serif' : 'sans';
  return { face: bold ? `${kind}-semibold` : kind, size };
}

function isSerif(family: string): boolean {
  const first = (family.split(',')[0] ?? '').toLowerCase();
  return /serif|georgia|times/.test(first) && !first.includes('sans');
}
