import type { Theme } from '../theme.ts';
import { inEach } from '../theme.ts';

/** How light the first and the last step are at least or at most, in OKLab: the first stands out from the ground a little. */
const LIGHT_GROUND = { first: 0.925, last: 0.42 };
const DARK_GROUND = { first: 0.3, last: 0.84 };
/** How much of the colour's chroma the first step has. */
const FIRST_CHROMA = 0.3;

/**
 * A colour as so many steps that differ equally to the eye, from a tint to a tone that is darker than any of the ground's
 * words need (lighter on a dark ground). A single step is the middle of them.
 */
export function rampOf(colourIn: (theme: Theme) => string, steps: number, theme: Theme): string[] {
  return Array.from({ length: steps }, (_, step) =>
    inEach(theme, (own) => {
      const share = steps === 1 ? 0.5 : step / (steps - 1);
      return stepOf(colourIn(own), share, own);
    }),
  );
}

function stepOf(colour: string, share: number, { ground }: Theme): string {
  const [lightness, a, b] = oklabOf(colour);
  const isDark = oklabOf(ground)[0] < 0.5;
  const first = isDark ? DARK_GROUND.first : LIGHT_GROUND.first;
  const last = isDark ? Math.max(DARK_GROUND.last, lightness) : Math.min(LIGHT_GROUND.last, lightness);
  const chroma = FIRST_CHROMA + (1 - FIRST_CHROMA) * share;
  return hexOf(first + (last - first) * share, a * chroma, b * chroma);
}

type Lab = readonly [lightness: number, a: number, b: number];

/** Björn Ottosson's OKLab, in which equal distances look equal. */
function oklabOf(colour: string): Lab {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The nearest colour of a screen: less colourful where it has none so colourful. */
function hexOf(lightness: number, a: number, b: number): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const channels = channelsOf(lightness, a * share, b * share);
    if (channels.every((value) => value >= -0.002 && value <= 1.002)) return printed(channels);
  }
  return printed(channelsOf(lightness, 0, 0));
}

function channelsOf(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
}

function printed(channels: readonly number[]): string {
  const bytes = channels.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255));
  return `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
