import { type Conversion, type Day, overlaps, type Period, printDay, type Rate } from '@article21/model';
import { readDays } from '../dates.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import type { Row } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';

const columns = {
  currency: { need: 'value', max: 3 },
  from: { need: 'column', max: 10 },
  to: { need: 'column', max: 10 },
  eur: { need: 'value', max: 30 },
  source: { need: 'value', max: 1_000 },
} as const;
type RateRow = Row<keyof typeof columns>;

/** A row of the table. */
interface Listed extends Period {
  currency: string;
  eur: number;
  source: string;
}

/** The rates of a time: the lowest and the highest, one where they are the same; or the first days that have none. */
type RatesFound = { found: true; rates: readonly [Rate, Rate?] } | { found: false; missing: Period };

/** What a unit of a currency was worth in euros. */
export interface Rates {
  /**
   * The rates of all days that something may have happened on. The days that its source names must have one each; of a
   * time that is open at an end, or at both, that is its one end, or none: there, the rates of the table stand for it.
   */
  during(currency: string, time: Period): RatesFound;
  /** Every row of the table. */
  all(): readonly (Rate & { currency: string })[];
  /** By which rates it was asked, of each currency the lowest and the highest. */
  used(): readonly Conversion[];
  /** False when the file was not read to its end, so that a missing rate is no issue of its own. */
  readonly complete: boolean;
}

export const noRates: Rates = {
  during: (_, time) => ({ found: false, missing: time }),
  all: () => [],
  used: () => [],
  complete: true,
};

/**
 * Reads the rates. An empty `from` or `to` is open. Periods of one currency may not overlap. Nothing that the dataset
 * records happened after `created`, the day it was made.
 */
export async function readRates(
  file: TableFile,
  created: Day | null,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<Rates> {
  const listed = new Map<string, Listed[]>();
  let refused = 0;
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const rate = readRate(row);
    if (rate && !insert(listed, rate))
      row.report('from', {
        code: 'invalid_value',
        message: `there is another rate for ${rate.currency} on some of these days`,
        hint: 'let each period end before the next begins',
      });
    if (!rate || !row.sound) refused += 1;
  }
  const known = new Map<string, RatesFound>();
  const used = new Map<string, readonly Rate[]>();
  return {
    during(currency, time) {
      const key = `${currency} ${time.from} ${time.to}`;
      const found = known.get(key) ?? find(listed.get(currency) ?? [], time, created);
      if (!known.has(key) && found.found)
        used.set(currency, extremes([...(used.get(currency) ?? []), ...found.rates]));
      known.set(key, found);
      return found;
    },
    all: () =>
      [...listed.values()].flat().map(({ currency, from, to, eur, source }) => ({
        ...{ currency, eur, source },
        from: from === null ? null : printDay(from),
        to: to === null ? null : printDay(to),
      })),
    used: () => [...used].map(([currency, rates]) => ({ currency, rates })),
    complete: tally.complete && refused === 0,
  };
}

/** Keeps the rates of a currency in the order of their days; false when one overlaps another. */
function insert(listed: Map<string, Listed[]>, rate: Listed): boolean {
  const own = listed.get(rate.currency) ?? [];
  listed.set(rate.currency, own);
  const at = firstNotBefore(own, rate.from ?? -Infinity);
  const neighbour = own[at];
  if (neighbour && overlaps(neighbour, rate)) return false;
  own.splice(at, 0, rate);
  return true;
}

/** The index of the first rate that holds on a day or after it. */
function firstNotBefore(rates: readonly Listed[], day: number): number {
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.to ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function find(rates: readonly Listed[], time: Period, created: Day | null): RatesFound {
  // A time that begins after the dataset was made is a mistake, but none of the rates.
  const past = created !== null && (time.from ?? created) <= created;
  const last = Math.min(time.to ?? Infinity, past ? created : Infinity);
  const first = firstNotBefore(rates, time.from ?? -Infinity);
  const beyond = rates.findIndex((rate, i) => i >= first && (rate.from ?? -Infinity) > last);
  const held = rates.slice(first, beyond === -1 ? undefined : beyond);
  const missing = firstGap(held, named(time.from, time.to === null ? null : last));
  const [one] = held;
  if (missing || !one) return { found: false, missing: missing ?? time };
  const lowest = held.reduce((a, b) => (b.eur < a.eur ? b : a), one);
  const highest = held.reduce((a, b) => (b.eur > a.eur ? b : a), one);
  const low = together(held, lowest.eur);
  return { found: true, rates: lowest.eur === highest.eur ? [low] : [low, together(held, highest.eur)] };
}

/** The lowest and the highest of several rates; one where they are the same. */
function extremes(rates: readonly (Rate | undefined)[]): Rate[] {
  const sorted = rates.filter((rate) => rate !== undefined).sort((a, b) => a.eur - b.eur);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  return [lowest, lowest?.eur === highest?.eur ? undefined : highest].filter((rate) => rate !== undefined);
}

/** The days that a time names: all of them, or its one end; null when it is open at both. */
function named(from: Day | null, to: Day | null): { from: Day; to: Day } | null {
  const [start, end] = [from ?? to, to ?? from];
  return start === null || end === null ? null : { from: start, to: end };
}

/** The first days of a time on which no rate holds; null when there are none. */
function firstGap(rates: readonly Listed[], time: { from: Day; to: Day } | null): Period | null {
  if (time === null) return null;
  let day = time.from;
  for (const { from, to } of rates) {
    if ((to ?? Infinity) < day) continue;
    if ((from ?? -Infinity) > day) return { from: day, to: Math.min((from ?? day) - 1, time.to) };
    if ((to ?? Infinity) >= time.to) return null;
    day = (to ?? day) + 1;
  }
  return { from: day, to: time.to };
}

/** What one rate says, when several rows of the table have it: from the first of their days to the last. */
function together(rates: readonly Listed[], eur: number): Rate {
  const same = rates.filter((rate) => rate.eur === eur);
  const print = (day: Day | null | undefined) => (day === null || day === undefined ? null : printDay(day));
  const sources = [...new Set(same.map(({ source }) => source))];
  return { eur, from: print(same[0]?.from), to: print(same.at(-1)?.to), source: sources.join('; ') };
}

function readRate(row: RateRow): Listed | null {
  const currency = row.get('currency');
  if (currency !== null && !/^[A-Z]{3}$/.test(currency))
    row.report('currency', {
      code: 'invalid_value',
      message: 'not a currency',
      hint: 'write for example KZT',
    });
  const { from, to } = readDays(row);
  const text = row.get('eur');
  const eur = text !== null && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (text !== null && !(eur > 0 && Number.isFinite(eur)))
    row.report('eur', {
      code: 'invalid_value',
      message: 'eur is not a number above zero',
      hint: 'write how many euros one unit was worth, for example 0.0052, with a point',
    });
  const source = row.get('source');
  return currency && source && row.sound ? { currency, from, to, eur, source } : null;
}
