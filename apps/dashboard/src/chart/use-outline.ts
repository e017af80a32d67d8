import type { Outline } from '@article21/charts';
import type { PlaceTree } from '@article21/model';
import { useEffect, useState } from 'react';

/** The outlines that are shipped, by country; none is loaded before a map is drawn. */
const outlines: Readonly<Record<string, () => Promise<Outline>>> = {
  KZ: () => import('@article21/charts/outlines/kz').then((it) => it.kz),
};

/**
 * The outline behind a map's points: undefined while it is loaded, null where none is wanted or none is shipped.
 * One that could not be loaded is thrown when the component is drawn.
 */
export function useOutline(wanted: boolean, places: PlaceTree): Outline | null | undefined {
  const [loaded, setLoaded] = useState<{ country: string; outline: Outline } | null>(null);
  const countries = new Set(places.places.map(({ country }) => country));
  const [country = ''] = countries;
  const load = wanted && countries.size === 1 && Object.hasOwn(outlines, country) ? outlines[country] : null;
  const isHere = loaded?.country === country;
  useEffect(() => {
    if (!load || isHere) return;
    let left = false;
    load().then(
      (outline) => left || setLoaded({ country, outline }),
      (error: unknown) =>
        left ||
        setLoaded(() => {
          throw new Error(`the outline of ${country} could not be loaded`, { cause: error });
        }),
    );
    return () => {
      left = true;
    };
  }, [load, country, isHere]);
  if (!load) return null;
  return isHere ? loaded.outline : undefined;
}
