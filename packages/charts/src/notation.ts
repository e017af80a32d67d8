import { type Estimate, noCounts, type Place, parseQuantity } from '@article21/model';
import type { Drawing } from './chart.ts';
import { draw } from './charts/index.ts';
import type { ChartContext } from './plot.ts';

/** A way to write a quantity, as the model reads it. */
export interface Written {
  notation: string;
  estimate: Estimate;
}

const notations = ['12', '~10', '30-40', '~30-40', '2+', '~20+', '?', '10 & ?'] as const;
const nowhere = { parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] };

/** Every form of the notation with what it means. Throws when the model reads one no more: then the page is wrong. */
export function writtenQuantities(): Written[] {
  return notations.map((notation) => {
    const parsed = parseQuantity(notation);
    if (!parsed.ok) throw new Error(`unreadable quantity: ${notation} (${parsed.hint})`);
    return { notation, estimate: parsed.value };
  });
}

/** One bar for each way of stating a quantity, drawn by what draws the real ones. It says that nothing in it is real. */
export function drawNotation(context: Pick<ChartContext, 'words' | 'width' | 'theme'>): Drawing {
  const named = writtenQuantities().map(({ notation, estimate }, i) => {
    const id = `example-${i}`;
    const place: Place = { id, kind: 'city', ...nowhere, name_en: notation };
    return {
      place,
      row: {
        measure: 'detentions' as const,
        place: id,
        records: 1,
        assemblyDay: 0,
        approximateDates: 0,
        ...estimate,
      },
    };
  });
  // No tree of places: that would tell `~30-40` from `30-40` as two towns of one name.
  const byId = new Map(named.map(({ place }) => [place.id, place]));
  const places = {
    get: (id: string) => byId.get(id),
    regionOf: (id: string) => id,
    countries: [],
  };
  const query = { measure: ['detentions' as const], every: 'month' as const, from: null, to: null };
  const counts = { ...noCounts(), rows: named.map(({ row }) => row) };
  return draw('bar', counts, { ...context, places, query, synthetic: true, padding: 8 });
}
