import { escapeXml } from '../xml.ts';

/** Points: what can still be read from the back of a room. Nothing on a slide or in its notes is smaller. */
export const SMALL = 14;

/** How a run of letters looks. */
export interface RunStyle {
  /** Points. */
  size: number;
  bold?: boolean;
  /** `#rrggbb`. */
  colour: string;
  /** The relation of an address that it leads to. */
  link?: string;
}

/** The theme's, which one change in PowerPoint replaces everywhere. */
const FONT = '<a:latin typeface="+mn-lt"/>';

/** A run of text in DrawingML. */
export function runXml(text: string, style: RunStyle, language: string): string {
  return `<a:r>${propertiesXml('rPr', style, language)}<a:t>${escapeXml(text)}</a:t></a:r>`;
}

/** The properties of letters, as `rPr`, `defRPr` or `endParaRPr`. */
export function propertiesXml(
  name: string,
  { size, bold, colour, link }: RunStyle,
  language: string,
): string {
  const weight = bold ? ' b="1"' : ' b="0"';
  const to = link === undefined ? '' : `<a:hlinkClick r:id="${link}"/>`;
  const lang = name === 'defRPr' ? '' : ` lang="${escapeXml(language)}"`;
  return `<a:${name}${lang} sz="${Math.round(size * 100)}"${weight}>${solidXml(colour)}${FONT}${to}</a:${name}>`;
}

export function solidXml(colour: string): string {
  return `<a:solidFill>${colourXml(colour)}</a:solidFill>`;
}

/** Throws on a colour that is not `#rrggbb`. */
export function colourXml(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour))
    throw new Error(`unknown colour on a slide: ${colour} (known: #rrggbb)`);
  return `<a:srgbClr val="${colour.slice(1).toUpperCase()}"/>`;
}
