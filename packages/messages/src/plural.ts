/** A text in the plural forms of its language, by the categories of Unicode CLDR; `other` is always there. */
export type Forms = Partial<Record<'one' | 'few' | 'many', string>> & { other: string };

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
