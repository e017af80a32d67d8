import { exactly, type RestrictionRecord } from '@article21/model';

/** A record of two detentions in Almaty, with what a test changes of it. */
export function record(change: Partial<RestrictionRecord> = {}): RestrictionRecord {
  return {
    id: 'r-1',
    kind: 'detention',
    place: 'almaty',
    date: '2012-04-28',
    charted: { from: '2012-04-28', to: '2012-04-28', day: null, by: 'day', approximate: false },
    assembly: null,
    phase: null,
    count: { notation: '2', ...exactly(2) },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [
      {
        kind: 'quotation',
        source: 's',
        quote: 'q',
        stated: null,
        prefix: null,
        suffix: null,
        start: 0,
        end: 1,
      },
    ],
    ...change,
  };
}
