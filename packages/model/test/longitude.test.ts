import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownArc, smallestArc } from '../src/index.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
/** How far east of `west` a longitude lies. */
const eastOf = (west: number, lon: number) => (((lon - west) % 360) + 360) % 360;

describe('the smallest arc of longitudes', () => {
  it('goes over the 180th meridian where that is nearer', () => {
    const { west, width } = smallestArc([135.07, 150.8, 177.51, -173.23, -169.81]);
    expect(west).toBe(135.07);
    expect(width).toBeCloseTo(55.12);
    expect(smallestArc([178.44, -179.9])).toMatchObject({ west: 178.44 });
    expect(smallestArc([51, 82])).toEqual({ west: 51, width: 31 });
    expect(smallestArc([7])).toEqual({ west: 7, width: 0 });
  });

  it('holds every longitude, and turns with them', () => {
    fc.assert(
      fc.property(fc.array(longitude, { minLength: 1, maxLength: 9 }), longitude, (longitudes, turn) => {
        const { west, width } = smallestArc(longitudes);
        expect(width).toBeLessThanOrEqual(360);
        for (const lon of longitudes) {
          const east = eastOf(west, lon);
          expect(Math.min(east, 360 - east <= 1e-9 ? 0 : east)).toBeLessThanOrEqual(width + 1e-9);
        }
        const turned = smallestArc(longitudes.map((lon) => ((lon + turn + 540) % 360) - 180));
        expect(turned.width).toBeCloseTo(width, 6);
      }),
    );
  });

  it('is of something', () => {
    expect(() => smallestArc([])).toThrow('an arc of no longitude');
  });
});

describe('the longitudes that a map shows', () => {
  it('are those of whole countries, and of places alone where these are a dot in them', () => {
    expect(shownArc([46.6, 87.3], [76.9])).toMatchObject({ west: 46.6, whole: true });
    expect(shownArc([27.3, -169.7], [135, -170])).toEqual({ west: 135, width: 55, whole: false });
    expect(shownArc([], [76.9])).toEqual({ west: 76.9, width: 0, whole: true });
  });
});
