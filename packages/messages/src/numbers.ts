import type { Forms } from '@article21/languages';

/** Chooses among plural forms by a number; a form that the language does not tell apart is `other`. */
export type Pluralise = (forms: Forms, n: number) => string;

/** The plural rules of a locale, from `Intl`. */
export function createPluralise(locale: string): Pluralise {
  const rules = new Intl.PluralRules(locale);
  return (forms, n) => {
    const category = rules.select(n);
    return (category === 'zero' || category === 'two' ? undefined : forms[category]) ?? forms.other;
  };
}

/** Numbers as text: whole numbers as they are, amounts of money with two decimals unless they are whole. */
export function createNumber(locale: string): (n: number) => string {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (n) => (Number.isInteger(n) ? whole : cents).format(n);
}
