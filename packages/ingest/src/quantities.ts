import {
  type Amount,
  convertToCents,
  isDay,
  isUnnumbered,
  type Kind,
  LARGEST_EUROS,
  type Period,
  parseMoney,
  parseQuantity,
  printPeriod,
  type Quantity,
  toCents,
  type UsualKind,
} from '@article21/model';
import type { Problem } from './findings.ts';
import { recalled } from './recalled.ts';
import type { Row } from './row.ts';
import type { Rates } from './tables/rates.ts';

export type QuantityColumn = 'count' | 'amount' | 'days';

/** Which quantities a record has. What is not named does not apply, and its cell stays empty. */
export type QuantityNeeds = Partial<Record<QuantityColumn, 'needed' | 'possible'>>;

const usualNeeds: Readonly<Record<UsualKind, QuantityNeeds>> = {
  application_rejected: { count: 'needed' },
  detention: { count: 'needed' },
  fine: { count: 'needed', amount: 'needed' },
  arrest: { count: 'needed', days: 'needed' },
  warning: { count: 'needed' },
  other: { count: 'possible' },
};

/** Which quantities a record of a kind has; one of a kind that the dataset declares may have any. */
export function quantityNeeds(kind: Kind): QuantityNeeds {
  return Object.hasOwn(usualNeeds, kind)
    ? usualNeeds[kind as UsualKind]
    : { count: 'possible', amount: 'possible', days: 'possible' };
}

/** Reports quantities that a kind needs and has not, or has and should not. */
export function checkApplies<C extends string>(row: Row<C | QuantityColumn>, kind: Kind): void {
  for (const column of ['count', 'amount', 'days'] as const) {
    const need = quantityNeeds(kind)[column];
    const empty = row.get(column) === null;
    if (row.refused(column)) continue;
    if (empty && need === 'needed')
      row.report(column, {
        code: 'missing_value',
        message: `a record of kind ${kind} needs ${column}`,
        hint: 'write what the source states, or ? where it gives no number',
      });
    if (!empty && need === undefined)
      row.report(column, {
        code: 'invalid_value',
        message: `${column} does not apply to a record of kind ${kind}`,
        hint: 'leave the cell empty, or correct the kind',
      });
  }
}

const recallQuantity = recalled((notation) => parseQuantity(notation));

/** Reads a number of people, applications or days; null when the cell is empty or was refused. */
export function readQuantity<C extends string>(row: Row<C>, column: C): Quantity | null {
  const notation = row.get(column);
  if (notation === null) return null;
  const parsed = recallQuantity(notation);
  if (parsed.ok) return { notation, ...parsed.value };
  unreadable(row, column, parsed.hint);
  return null;
}

/** Reads amounts of money, of which the sum must stay a whole number of cents that a double holds exactly. */
export type ReadAmount = <C extends string>(row: Row<C>, column: C, time: Period | null) => Amount | null;

/**
 * An amount in another currency is converted at the rates of the `time` that its source states; null where that was
 * refused.
 */
export function createAmounts(rates: Rates): ReadAmount {
  let sum = 0;
  return (row, column, time) => {
    const amount = readAmount(row, column, rates, time);
    if (amount === null) return null;
    const most = amount.cents.high ?? amount.cents.low;
    sum += most;
    if (most <= LARGEST_EUROS * 100 && Number.isSafeInteger(sum)) return amount;
    row.report(column, {
      code: 'unreadable_quantity',
      message: 'the amount, or the sum of all until here, is too large to be added up to the cent',
      hint: `a record has at most ${LARGEST_EUROS} EUR, all of them ${Number.MAX_SAFE_INTEGER / 100} EUR`,
    });
    return null;
  };
}

function readAmount<C extends string>(
  row: Row<C>,
  column: C,
  rates: Rates,
  time: Period | null,
): Amount | null {
  const notation = row.get(column);
  if (notation === null) return null;
  const parsed = parseMoney(notation);
  if (!parsed.ok) {
    unreadable(row, column, parsed.hint);
    return null;
  }
  const { estimate, currency } = parsed.value;
  const amount = { notation, currency, ...estimate };
  // Nothing is converted where no number is stated.
  if (isUnnumbered(estimate) || currency === 'EUR') return { ...amount, cents: toCents(estimate), rates: [] };
  // Without a time the date was refused, and the rate is not the question yet.
  if (time === null) return null;
  const found = rates.during(currency, time);
  if (found.found) {
    const [lowest, highest = lowest] = found.rates;
    const used = found.rates.filter((rate) => rate !== undefined);
    return { ...amount, cents: convertToCents(estimate, lowest.eur, highest.eur), rates: used };
  }
  if (rates.complete) row.report(column, noRate(currency, found.missing));
  return null;
}

function noRate(currency: string, missing: Period): Problem {
  const days = printPeriod(missing);
  const undated = missing.from === null && missing.to === null;
  const cells = isDay(missing) || undated ? 'first day, last day' : days.replace('/', ', ');
  return {
    code: 'no_rate',
    message: undated
      ? `there is no rate for ${currency} by which this amount could be told in euros`
      : `no rate for ${currency} covers ${days}, which is in the time of this record`,
    hint: `add a row to rates.csv: ${currency}, ${cells}, euros for 1 ${currency}, where you found it`,
  };
}

function unreadable<C extends string>(row: Row<C>, column: C, hint: string): void {
  row.report(column, { code: 'unreadable_quantity', message: `${column} is not in the notation`, hint });
}
