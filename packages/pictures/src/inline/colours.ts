/** A colour of a picture that changes with the reader's theme, and the name by which the picture asks for it. */
export interface ThemeColour {
  /** `--chart-0`. */
  name: string;
  light: string;
  dark: string;
}

const colour = /(?<==")(#[\da-f]{3,8}|rgba?\([\d., %]+\))(?=")/gi;

/**
 * One picture out of the two of a theme each: where their colours differ it says `var(--chart-0)`. Throws when
 * anything else differs, because then it would be neither of them.
 */
export function mergeThemes(
  light: string,
  dark: string,
  id: string,
): { svg: string; colours: readonly ThemeColour[] } {
  const [lights, darks] = [light.split(colour), dark.split(colour)];
  const known = new Map<string, ThemeColour>();
  const parts = lights.map((part, i) => {
    const other = darks[i];
    if (part === other) return part;
    if (i % 2 === 0 || other === undefined) throw different(part);
    const key = `${part} ${other}`;
    const found = known.get(key) ?? { name: `--${id}-${known.size}`, light: part, dark: other };
    known.set(key, found);
    return `var(${found.name})`;
  });
  if (darks.length !== lights.length) throw different(darks[lights.length] ?? '');
  return { svg: parts.join(''), colours: [...known.values()] };
}

function different(part: string): Error {
  return new Error(
    `the picture is not the same in both themes, apart from its colours: ${part.slice(0, 200)}`,
  );
}

/** The colours as a style sheet: the reader's system decides, unless `data-theme` stands on the root. */
export function styleOfColours(colours: readonly ThemeColour[]): string {
  if (colours.length === 0) return '';
  const all = (theme: 'light' | 'dark') => colours.map((it) => `${it.name}:${it[theme]}`).join(';');
  const dark = all('dark');
  return (
    `:root{${all('light')}}:root[data-theme=dark]{${dark}}` +
    `@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`
  );
}

/** The same for a `style` attribute around the picture, in a page whose `color-scheme` is right already. */
export function inlineColours(colours: readonly ThemeColour[]): string {
  return colours.map(({ name, light, dark }) => `${name}:light-dark(${light},${dark})`).join(';');
}
