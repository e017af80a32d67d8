import { type Amount, isUnnumbered, parseDay, type Rate } from '@article21/model';
import type { DateWords } from './date.ts';
import type { EstimateWords } from './estimate.ts';
import { fill } from './fill.ts';

/** How a converted amount is said, beside the amount as stated. */
export interface ExchangeTexts {
  /** With `{eur}`, `{currency}`, `{days}` and `{source}`. */
  rate: string;
  /** With `{amount}`, the sum in euros, and `{rate}`. */
  at: string;
  /** With `{amount}`, `{lowest}` and `{highest}`, both rates. */
  between: string;
}

/** What an amount is in euros, and at which rates of which days; null where nothing was converted. */
export type Exchange = (amount: Amount) => string | null;

export function createExchange(
  texts: ExchangeTexts,
  locale: string,
  { counted, period }: Pick<EstimateWords, 'counted'> & Pick<DateWords, 'period'>,
): Exchange {
  // A rate is said as it stands in its table: 0.0050312.
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 });
  const dayOf = (text: string | null) => (text === null ? null : parseDay(text));
  const rateIn =
    (currency: string) =>
    ({ eur, from, to, source }: Rate) => {
      const days = period({ from: dayOf(from), to: dayOf(to) });
      return fill(texts.rate, { eur: number.format(eur), currency, days, source });
    };
  return ({ currency, cents, rates }) => {
    if (currency === 'EUR' || currency === '' || isUnnumbered(cents)) return null;
    const high = cents.high === null ? null : cents.high / 100;
    const amount = counted({ ...cents, low: cents.low / 100, high }, 'fines');
    const [lowest, highest] = rates.map(rateIn(currency));
    // A snapshot published before rates were kept says the sum alone.
    if (lowest === undefined) return amount;
    return highest === undefined
      ? fill(texts.at, { amount, rate: lowest })
      : fill(texts.between, { amount, lowest, highest });
  };
}
