import type { MeasureColour, Theme as ThemeName } from '@article21/model';

/** The theme of a picture; `both` where its page chooses, and each colour is `light-dark(#rrggbb,#rrggbb)`. */
export type PictureTheme = ThemeName | 'both';

/** The colours and fonts of a chart. Colours are `#rrggbb`, or those of both themes. */
export interface Theme {
  ground: string;
  ink: string;
  muted: string;
  rule: string;
  baseline: string;
  /** Stands out: that data are synthetic. */
  warning: string;
  /**
   * What the colours of measures look like, at least 3:1 against the ground. Any two differ to everybody: to those who see
   * all colours, who lack one kind of cone, and in grey. There is no room for more than nine that differ clearly in grey, so
   * `violet`, `cobalt` and `red` stand between two of the others there.
   */
  colours: Readonly<Record<MeasureColour, string>>;
  sans: string;
  serif: string;
  /** The light and the dark one, where this is both. */
  each?: readonly [light: Theme, dark: Theme];
}

const fonts = {
  sans: "'Source Sans 3', 'Source Sans 3 Variable', 'Source Sans Pro', sans-serif",
  serif: "'Source Serif 4', 'Source Serif 4 Variable', Georgia, serif",
};

export const chartThemes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ...fonts,
    ground: '#ffffff',
    ink: '#1a1a1a',
    muted: '#595959',
    rule: '#e3e3e3',
    baseline: '#1a1a1a',
    warning: '#801650',
    colours: {
      blue: '#324f9c',
      teal: '#28937b',
      magenta: '#800368',
      orange: '#dd7a1c',
      plum: '#412d49',
      brown: '#3e1d10',
      olive: '#6e7845',
      green: '#316e54',
      ink: '#1a171c',
      violet: '#a475ea',
      cobalt: '#0000ff',
      red: '#a83000',
    },
  },
  dark: {
    ...fonts,
    ground: '#121212',
    ink: '#ededed',
    muted: '#a8a8a8',
    rule: '#333333',
    baseline: '#ededed',
    warning: '#f2a2cf',
    colours: {
      blue: '#4c9de7',
      teal: '#4aced8',
      magenta: '#f68aa2',
      orange: '#ce6b24',
      plum: '#aa3583',
      brown: '#88705e',
      olive: '#f4ff7a',
      green: '#a5df91',
      ink: '#e4e2e4',
      violet: '#82769d',
      cobalt: '#035dff',
      red: '#b48777',
    },
  },
};

const both = bothOf(chartThemes.light, chartThemes.dark);

/** The theme of a picture. */
export function themeOf(theme: PictureTheme): Theme {
  return theme === 'both' ? both : chartThemes[theme];
}

/** A colour that follows from the colours of a theme; of both themes, the one of each. */
export function inEach(theme: Theme, colour: (theme: Theme) => string): string {
  if (!theme.each) return colour(theme);
  const [light, dark] = theme.each.map(colour);
  return pair(light ?? '', dark ?? '');
}

/** Where a colour is the same in both themes, it is that alone. */
function pair(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light},${dark})`;
}

function bothOf(light: Theme, dark: Theme): Theme {
  const names = ['ground', 'ink', 'muted', 'rule', 'baseline', 'warning'] as const;
  const own = Object.fromEntries(names.map((name) => [name, pair(light[name], dark[name])]));
  const colours = Object.fromEntries(
    Object.entries(light.colours).map(([name, colour]) => [
      name,
      pair(colour, dark.colours[name as MeasureColour]),
    ]),
  );
  return { ...light, ...own, colours: { ...light.colours, ...colours }, each: [light, dark] };
}

/** The colours of a pair, or of neither. */
function partsOf(colour: string): readonly [light: string, dark: string] | null {
  const [, light, dark] = /^light-dark\((.+),(.+)\)$/.exec(colour) ?? [];
  return light !== undefined && dark !== undefined ? [light, dark] : null;
}

/** What WCAG asks of letters. */
const READABLE = 4.5;

/** A colour between two: 0 is `from`, 1 is `to`; between two pairs, the pair of those between. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start || end) {
    const [light, dark] = [0, 1].map((i) => mix(start?.[i] ?? from, end?.[i] ?? to, share));
    return pair(light ?? '', dark ?? '');
  }
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour of letters on a fill: the ink or the ground; on a middle tone, where neither can be read, black or white. */
export function inkOn(fill: string, theme: Theme): string {
  if (theme.each) {
    const parts = partsOf(fill) ?? [fill, fill];
    const [light, dark] = theme.each.map((own, i) => inkOn(parts[i] ?? fill, own));
    return pair(light ?? '', dark ?? '');
  }
  const key = `${fill} ${theme.ink} ${theme.ground}`;
  const known = inks.get(key) ?? readableOn(fill, theme);
  inks.set(key, known);
  return known;
}

/** A picture can have thousands of cells in a handful of colours. */
const inks = new Map<string, string>();

function contrastBetween(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function readableOn(fill: string, theme: Theme): string {
  const contrast = (colour: string) => contrastBetween(fill, colour);
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
