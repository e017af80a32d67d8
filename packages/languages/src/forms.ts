/** A text in the plural forms of its language, by the categories of Unicode CLDR; `other` is always there. */
export type Forms = Partial<Record<'one' | 'few' | 'many', string>> & { other: string };
