import { type Outline, type Place, shownArc } from '@article21/model';
import { whereAlpha2 } from 'iso-3166-1';
import { feature } from 'topojson-client';
import { filter, presimplify, quantile, simplify } from 'topojson-simplify';

/** A topology whose only object is a collection of countries. */
type Lands = Parameters<typeof presimplify>[0] & { objects: { countries: Countries } };
type Countries = Extract<Parameters<typeof feature>[1], { type: 'GeometryCollection' }>;
type Ring = Outline['rings'][number];
type Located = Pick<Place, 'country' | 'lon'>;

/** Pixels that a map is wide, about: what is smaller than one of them is left out. */
const PIXELS = 500;
/** More points would weigh more than the rest of a page. */
const MOST_POINTS = 1500;
/** Parts of a degree that are kept: a hundredth is about a kilometre. */
const PARTS = 100;
/** A map of a single place shows so many degrees. */
const LEAST_DEGREES = 3;

/**
 * The outlines of all countries that places lie in, in the order of their codes, with as many points as a map can show.
 * A country that Natural Earth does not have has none. The same places give the same outlines.
 */
export async function outlinesOf(places: readonly Located[]): Promise<Outline[]> {
  // Loaded by who asks, because it is large and a server seldom needs it.
  const world = (await import('world-atlas/countries-50m.json', { with: { type: 'json' } }))
    .default as unknown as Lands;
  const codes = [...new Set(places.map(({ country }) => country))].sort();
  const found = codes.flatMap((country) =>
    findCountry(country, world.objects.countries.geometries).map((land) => ({ country, land })),
  );
  if (found.length === 0) return [];
  const countries = { type: 'GeometryCollection' as const, geometries: found.map(({ land }) => land) };
  const shown = simplified({ ...world, objects: { countries } } as Lands, places);
  const rings = ringsOf(shown);
  return codes.flatMap((country) => {
    const own = rings.filter((_, i) => found[i]?.country === country).flat();
    return own.length === 0 ? [] : [{ country, rings: own }];
  });
}

/** Drops points that no map shows. Borders are simplified once for both sides, so that countries go on meeting in them. */
function simplified(lands: Lands, places: readonly Located[]): Lands {
  // Filtering by nothing leaves out all arcs of the other countries.
  const weighed = presimplify(filter(lands, () => true)) as Lands;
  const points = weighed.arcs.flat();
  const placed = places.flatMap(({ lon }) => (lon === null ? [] : [lon]));
  const longitudes = points.map(([lon = 0]) => lon);
  const { width } = shownArc(longitudes, placed.length > 0 ? placed : longitudes);
  const visible = (Math.max(LEAST_DEGREES, width) / PIXELS) ** 2;
  const light = points.length > MOST_POINTS ? quantile(weighed, MOST_POINTS / points.length) : 0;
  return simplify(weighed, Math.max(visible, light)) as Lands;
}

/** The rings of each land, in its order; an island of which nothing but a triangle is left has none. */
function ringsOf(lands: Lands): Ring[][] {
  return feature(lands, lands.objects.countries).features.map(({ geometry }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
      throw new Error(`unknown land: ${geometry.type} (known: Polygon, MultiPolygon)`);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons
      .flat()
      .map(rounded)
      .filter((ring) => ring.length >= 4);
  });
}

/** A ring of decimals that are kept, with no point twice. */
function rounded(ring: readonly (readonly number[])[]): Ring {
  const round = (it = 0) => Math.round(it * PARTS) / PARTS;
  const points = ring.map(([lon, lat]): [number, number] => [round(lon), round(lat)]);
  return points.filter(([lon, lat], i) => {
    const [nextLon, nextLat] = points[(i + 1) % points.length] ?? [];
    return lon !== nextLon || lat !== nextLat;
  });
}

/** What ISO 3166-1 gives no number to, by the code that is in use for it and the name that Natural Earth gives it. */
const unnumbered: Readonly<Record<string, string>> = { XK: 'Kosovo' };

/** What is used of a country of Natural Earth. */
interface Country {
  /** The number of ISO 3166-1, three digits. */
  id?: string | number | undefined;
  properties?: { readonly name?: unknown } | null | undefined;
}

/** The parts of a country among those of Natural Earth, by its ISO 3166-1 code of two letters. Empty for what it does not have. */
function findCountry<C extends Country>(code: string, countries: readonly C[]): C[] {
  const number = whereAlpha2(code)?.numeric;
  return countries.filter(({ id, properties }) =>
    number === undefined ? properties?.name === (unnumbered[code] ?? null) : id === number,
  );
}
