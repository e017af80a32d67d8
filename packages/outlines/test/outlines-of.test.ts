import type { Outline } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { outlinesOf } from '../src/index.ts';

/** Places of a country at these longitudes. */
const at = (country: string, ...longitudes: number[]) => longitudes.map((lon) => ({ country, lon }));
const points = (outlines: readonly Outline[]) => outlines.flatMap(({ rings }) => rings.flat());

/** Whether a point lies on land: how often a line from it to the east meets a border. Not for the 180th meridian. */
function isLand(outlines: readonly Outline[], [lon, lat]: readonly [number, number]): boolean {
  let crossings = 0;
  for (const ring of outlines.flatMap(({ rings }) => rings))
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
      if (y > lat !== nextY > lat && lon < x + ((lat - y) / (nextY - y)) * (nextX - x)) crossings += 1;
    });
  return crossings % 2 === 1;
}

describe('the outlines of a dataset', () => {
  it('are those of the countries that its places lie in, each once', async () => {
    const outlines = await outlinesOf([...at('KZ', 71.4, 76.9), ...at('KG', 74.6), ...at('KZ', 51)]);
    expect(outlines.map(({ country }) => country)).toEqual(['KG', 'KZ']);
    const [kg = { country: 'KG', rings: [] }, kz = { country: 'KZ', rings: [] }] = outlines;
    const [bishkek, astana] = [
      [74.6, 42.87],
      [71.43, 51.13],
    ] as const;
    expect([isLand([kg], bishkek), isLand([kz], bishkek)]).toEqual([true, false]);
    expect([isLand([kg], astana), isLand([kz], astana)]).toEqual([false, true]);
  });

  it('are none of a country that the source does not know, beside those that it knows', async () => {
    expect(await outlinesOf(at('ZZ', 10))).toEqual([]);
    expect((await outlinesOf([...at('ZZ', 10), ...at('GE', 44.8)])).map(({ country }) => country)).toEqual([
      'GE',
    ]);
  });

  it('know also a country without a number of ISO 3166-1', async () => {
    expect(isLand(await outlinesOf(at('XK', 21.2)), [21.17, 42.66])).toBe(true);
  });

  it('leave out another country that lies within', async () => {
    const outlines = await outlinesOf(at('ZA', 28));
    expect(isLand(outlines, [28.05, -26.2])).toBe(true);
    expect(isLand(outlines, [28.3, -29.5])).toBe(false);
  });

  it('go over the 180th meridian without a cut', async () => {
    for (const country of ['RU', 'FJ']) {
      const rings = (await outlinesOf(at(country, 178, -179))).flatMap((it) => it.rings);
      const along = rings.flatMap((ring) =>
        ring.filter(([lon, lat], i) => {
          const [nextLon = 0, nextLat = 0] = ring[(i + 1) % ring.length] ?? [];
          return Math.abs(lon) === 180 && Math.abs(nextLon) === 180 && Math.abs(lat - nextLat) > 1;
        }),
      );
      expect(along).toEqual([]);
      const crossing = rings.some((ring) =>
        ring.some(([lon], i) => Math.abs(lon - (ring[(i + 1) % ring.length]?.[0] ?? lon)) > 180),
      );
      expect(crossing).toBe(true);
    }
  });

  it.each([
    ['KZ', [51, 82]],
    ['RU', [20, 135, -170]],
    ['CA', [-75]],
    ['US', [-74, -157]],
    ['ID', [106]],
  ])('of %s are small', async (country, longitudes) => {
    const outlines = await outlinesOf(at(country, ...longitudes));
    expect(points(outlines).length).toBeGreaterThan(200);
    expect(points(outlines).length).toBeLessThanOrEqual(1600);
    expect(JSON.stringify(outlines).length).toBeLessThan(25_000);
  });

  it('are the same for the same places, in any order', async () => {
    const places = [...at('UZ', 69), ...at('KZ', 71), ...at('TJ', 68)];
    expect(await outlinesOf([...places].reverse())).toEqual(await outlinesOf(places));
  });
});
