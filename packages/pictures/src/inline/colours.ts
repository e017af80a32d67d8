/** A colour of a picture that changes with the reader's theme, and the name by which the picture asks for it. */
export interface ThemeColour {
  /** `--chart-0`. */
  name: string;
  light: string;
  dark: string;
}

const both = /light-dark\(([^,()]+),([^,()]+)\)/g;

/**
 * A picture that was drawn in the colours of both themes, with `var(--chart-0)` in the place of each pair, because older
 * browsers read no `light-dark()` in an attribute; and the pairs by their names.
 */
export function nameColours(svg: string, id: string): { svg: string; colours: readonly ThemeColour[] } {
  const known = new Map<string, ThemeColour>();
  const named = svg.replace(both, (pair, light: string, dark: string) => {
    const found = known.get(pair) ?? { name: `--${id}-${known.size}`, light, dark };
    known.set(pair, found);
    return `var(${found.name})`;
  });
  return { svg: named, colours: [...known.values()] };
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

/** The same for the `style` of the element around the picture, in a page whose `color-scheme` is right already. */
export function inlineColours(colours: readonly ThemeColour[]): Record<string, string> {
  return Object.fromEntries(colours.map(({ name, light, dark }) => [name, `light-dark(${light},${dark})`]));
}
