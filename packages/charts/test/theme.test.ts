import { measureColours, measures } from '@article21/model';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { chartThemes } from '../src/index.ts';

/** The contrast of two colours as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How light a colour is in CIE L*: 0 is black, 100 white. */
function lightness(colour: string): number {
  return 116 * Math.cbrt(luminance(colour)) - 16;
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** A colour as it is seen, of three kinds of cones or of two (Machado, Oliveira and Fernandes 2009). */
const visions: Readonly<Record<string, (colour: string) => string>> = {
  'with all cones': (colour) => colour,
  'without red cones': (colour) => hexOf(filterDeficiencyProt(1)(parse(colour) ?? black)),
  'without green cones': (colour) => hexOf(filterDeficiencyDeuter(1)(parse(colour) ?? black)),
  'without blue cones': (colour) => hexOf(filterDeficiencyTrit(1)(parse(colour) ?? black)),
};

const black = { mode: 'rgb', r: 0, g: 0, b: 0 } as const;

function hexOf(colour: Parameters<typeof formatHex>[0]): string {
  return formatHex(colour) ?? '#000000';
}

it('no two measures have one colour', () => {
  const taken = new Map<string, string>();
  const twice = measures.flatMap(({ id, colour }) => {
    const other = taken.get(colour);
    taken.set(colour, id);
    return other === undefined ? [] : [`${id} has the colour of ${other}`];
  });
  const free = measureColours.filter((name) => !measures.some(({ colour }) => colour === name));
  expect(twice, `free colours: ${free.join(', ')}`).toEqual([]);
});

describe.each(Object.entries(chartThemes))('the %s theme', (_, theme) => {
  const colours = Object.entries(theme.colours);

  it('has a look for every colour that a measure may have', () => {
    expect(Object.keys(theme.colours)).toEqual([...measureColours]);
  });

  it.each(colours)('draws %s at least 3:1 against its ground', (_, colour) => {
    expect(contrast(colour, theme.ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(visions))('has colours of measures that differ, seen %s', (_, seen) => {
    const near = pairs(colours).filter(([[, a], [, b]]) => differenceCiede2000()(seen(a), seen(b)) < 9.5);
    expect(near).toEqual([]);
  });

  it('has colours of measures that differ in grey: nine clearly, and the others stand between two of these', () => {
    const [nine, rest] = [colours.slice(0, 9), colours.slice(9)];
    const apart = (least: number, [[, a], [, b]]: [[string, string], [string, string]]) =>
      Math.abs(lightness(a) - lightness(b)) >= least;
    expect(pairs(nine).filter((pair) => !apart(6, pair))).toEqual([]);
    expect(pairs([...nine, ...rest]).filter((pair) => !apart(2.5, pair))).toEqual([]);
    expect(rest.map(([name]) => name)).toEqual(['violet', 'cobalt', 'red']);
  });

  it('writes at least 4.5:1 against its ground', () => {
    for (const colour of [theme.ink, theme.muted, theme.warning])
      expect(contrast(colour, theme.ground)).toBeGreaterThanOrEqual(4.5);
  });
});
