import type { Theme } from './theme.ts';

/** What WCAG asks of letters. */
const READABLE = 4.5;

/** A colour between two: 0 is `from`, 1 is `to`. All are `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour of letters on a fill: the ink or the ground; on a middle tone, where neither can be read, black or white. */
export function inkOn(fill: string, theme: Theme): string {
  const key = `${fill} ${theme.ink} ${theme.ground}`;
  const known = inks.get(key) ?? readableOn(fill, theme);
  inks.set(key, known);
  return known;
}

/** A picture can have thousands of cells in a handful of colours. */
const inks = new Map<string, string>();

function readableOn(fill: string, theme: Theme): string {
  const own = luminance(fill);
  const contrast = (colour: string) => {
    const other = luminance(colour);
    return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
  };
  const best = (a: string, b: string) => (contrast(a) >= contrast(b) ? a : b);
  const usual = best(theme.ink, theme.ground);
  return contrast(usual) >= READABLE ? usual : best('#000000', '#ffffff');
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
