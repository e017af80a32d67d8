import type { ExchangeTexts } from '@article21/languages';
import { type Amount, type Conversion, isUnnumbered, parseDay, type Rate } from '@article21/model';
import type { DateWords } from './date.ts';
import type { EstimateWords } from './estimate.ts';
import { fill } from './fill.ts';

export interface ExchangeWords {
  /** "about EUR 94 in fines, at EUR 0.00204 for 1 KZT, March 2024, NB"; null where nothing was converted. */
  exchanged(amount: Amount): string | null;
  /** One rate, or the lowest and the highest: "EUR 0.00204 for 1 KZT, March 2024, NB". */
  rates(conversion: Conversion): string;
}

export function createExchange(
  texts: ExchangeTexts,
  locale: string,
  { counted, period }: Pick<EstimateWords, 'counted'> & Pick<DateWords, 'period'>,
): ExchangeWords {
  // A rate is said as it stands in its table: 0.0050312.
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 });
  const dayOf = (text: string | null) => (text === null ? null : parseDay(text));
  const rateOf = (currency: string, { eur, from, to, source }: Rate) => {
    const days = period({ from: dayOf(from), to: dayOf(to) });
    return fill(texts.rate, { eur: number.format(eur), currency, days, source });
  };
  const rates = ({ currency, rates: [lowest, highest] }: Conversion) => {
    if (lowest === undefined) return '';
    const low = rateOf(currency, lowest);
    return highest ? fill(texts.between, { lowest: low, highest: rateOf(currency, highest) }) : low;
  };
  return {
    rates,
    exchanged(amount) {
      const { currency, cents } = amount;
      if (currency === 'EUR' || currency === '' || isUnnumbered(cents)) return null;
      const high = cents.high === null ? null : cents.high / 100;
      const euros = counted({ ...cents, low: cents.low / 100, high }, 'fines');
      // A snapshot published before rates were kept says the sum alone.
      if (amount.rates.length === 0) return euros;
      const rateText = rates(amount);
      return amount.rates.length > 1
        ? `${euros}; ${rateText}`
        : fill(texts.at, { amount: euros, rate: rateText });
    },
  };
}
