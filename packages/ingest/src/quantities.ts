import type { Period } from '@article21/model';
import {
  type Amount,
  isUnnumbered,
  type Kind,
  parseMoney,
  parseQuantity,
  type Quantity,
  toCents,
} from '@article21/model';
import type { Row } from './row.ts';
import type { Rates } from './tables/rates.ts';

export type QuantityColumn = 'count' | 'amount' | 'days';

/** Which quantities a record of a kind has. What is not named does not apply, and its cell stays empty. */
export const applies: Readonly<Record<Kind, Partial<Record<QuantityColumn, 'needed' | 'possible'>>>> = {
  application_rejected: { count: 'needed' },
  detention: { count: 'needed' },
  fine: { count: 'needed', amount: 'needed' },
  arrest: { count: 'needed', days: 'needed' },
  warning: { count: 'needed' },
  other: { count: 'possible' },
};

/** Reports quantities that a kind needs and has not, or has and should not. */
export function checkApplies<C extends string>(row: Row<C | QuantityColumn>, kind: Kind): void {
  for (const column of ['count', 'amount', 'days'] as const) {
    const need = applies[kind][column];
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

/** Reads a number of people, applications or days; null when the cell is empty or was refused. */
export function readQuantity<C extends string>(row: Row<C>, column: C): Quantity | null {
  const notation = row.get(column);
  if (notation === null) return null;
  const parsed = parseQuantity(notation);
  if (parsed.ok) return { notation, ...parsed.value };
  unreadable(row, column, parsed.hint);
  return null;
}

/** Reads an amount of money and converts it at the rate of the days it was imposed on. */
export function readAmount<C extends string>(
  row: Row<C>,
  column: C,
  rates: Rates,
  period: Period | null,
): Amount | null {
  const notation = row.get(column);
  if (notation === null) return null;
  const parsed = parseMoney(notation);
  if (!parsed.ok) {
    unreadable(row, column, parsed.hint);
    return null;
  }
  const { estimate, currency } = parsed.value;
  // Nothing is converted where no number is stated.
  const eur = isUnnumbered(estimate) || currency === 'EUR' ? 1 : period && rates.eurosFor(currency, period);
  if (eur !== null) return { notation, currency, ...estimate, cents: toCents(estimate, eur) };
  // Without a period the date was refused, and the rate is not the question yet.
  if (period && rates.complete)
    row.report(column, {
      code: 'no_rate',
      message: `no rate for ${currency} covers the time of this record`,
      hint: `add a row to rates.csv: ${currency}, first day, last day, euros for 1 ${currency}, where you found it`,
    });
  return null;
}

function unreadable<C extends string>(row: Row<C>, column: C, hint: string): void {
  row.report(column, { code: 'unreadable_quantity', message: `${column} is not in the notation`, hint });
}
