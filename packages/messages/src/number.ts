export interface NumberTexts {
  /** The locale whose digits, separators and grouping are used. */
  locale: string;
  /** An amount of euros, `EUR {n}`. */
  euros: string;
}

/** Numbers as text: whole numbers as they are, amounts of money with two decimals unless they are whole. */
export function createNumber(locale: string): (n: number) => string {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (n) => (Number.isInteger(n) ? whole : cents).format(n);
}
