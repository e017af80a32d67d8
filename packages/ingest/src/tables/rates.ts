import { contains, overlaps, type Period } from '@article21/model';
import { readDays } from '../dates.ts';
import type { FileTally, Ledger } from '../ledger.ts';
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

interface Rate extends Period {
  currency: string;
  eur: number;
}

/** What a unit of a currency was worth in euros. */
export interface Rates {
  /** The rate of the period that holds all of another; null when there is none. */
  eurosFor(currency: string, period: Period): number | null;
  /** False when the file was not read to its end, so that a missing rate is no issue of its own. */
  readonly complete: boolean;
}

export const noRates: Rates = { eurosFor: () => null, complete: true };

/** Reads the rates. An empty `from` or `to` is open. Periods of one currency may not overlap. */
export async function readRates(file: TableFile, ledger: Ledger, tally: FileTally): Promise<Rates> {
  const rates: Rate[] = [];
  let refused = 0;
  for await (const row of readTable(file, columns, ledger, tally)) {
    const rate = readRate(row);
    const twin = rate && rates.find((it) => it.currency === rate.currency && overlaps(it, rate));
    if (twin)
      row.report('from', {
        code: 'invalid_value',
        message: `there is another rate for ${rate.currency} on some of these days`,
        hint: 'let each period end before the next begins',
      });
    if (rate && row.sound) rates.push(rate);
    else refused += 1;
  }
  return {
    eurosFor: (currency, period) =>
      rates.find((rate) => rate.currency === currency && contains(rate, period))?.eur ?? null,
    complete: tally.complete && refused === 0,
  };
}

function readRate(row: RateRow): Rate | null {
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
  return currency && row.sound ? { currency, from, to, eur } : null;
}
