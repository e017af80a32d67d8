import type { Words } from '@article21/messages';
import { emptyQuery } from '@article21/model';
import { countsFor } from './counts-for.ts';
import { findingsOf } from './findings.ts';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** What is said of one measure, everywhere or in one place. */
export interface Headline {
  measure: string;
  /** Null of all places. */
  place: string | null;
  text: string;
}

/** The sentences of a snapshot by their queries (`measure=fines&place=almaty`): of each measure that it has, everywhere and in each of its places. */
export function everyHeadline(loaded: LoadedSnapshot, words: Words): Map<string, Headline> {
  const headlines = new Map<string, Headline>();
  for (const measure of loaded.cube.present)
    for (const place of [null, ...loaded.placeIds]) {
      const query = { ...emptyQuery, measure: [measure], place: place === null ? [] : [place] };
      const counts = countsFor(query, loaded);
      // Of a place that has nothing there is nothing to say.
      if (place !== null && counts.totals.every(({ records }) => records === 0)) continue;
      const [finding] = findingsOf(query, counts, loaded, words);
      const address = `measure=${measure}${place === null ? '' : `&place=${place}`}`;
      const text = finding ? [finding.headline, ...finding.remarks].join(' ') : '';
      if (finding) headlines.set(address, { measure, place, text });
    }
  return headlines;
}
