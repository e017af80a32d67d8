import { type Language, languages } from '@article21/languages';
import { z } from 'zod';

/** A text of a dataset, and the language it is in: the reader's, or the dataset's own where it has no other. */
export interface LocalText {
  text: string;
  /** ISO 639, for the attribute `lang`. */
  language: string;
}

export type Translations<Field extends string> = { [Key in `${Field}_${Language}`]?: string | undefined };

/** The names that a field has in each language: `title_en`, `title_ru`, `title_kk`. */
export function translationsOf<Field extends string>(field: Field): `${Field}_${Language}`[] {
  return languages.map((language) => `${field}_${language}` as const);
}

/** Optional texts of a field in each language, as fields of a schema. An absent one is left out, never empty. */
export function translated<Field extends string>(
  field: Field,
): { [Key in `${Field}_${Language}`]: z.ZodOptional<z.ZodString> } {
  const entries = translationsOf(field).map((name) => [name, z.string().min(1).optional()]);
  return Object.fromEntries(entries) as ReturnType<typeof translated<Field>>;
}

/** Those texts of a field that an item has in other languages. */
export function translationsIn<Field extends string>(
  item: Translations<Field>,
  field: Field,
): Translations<Field> {
  const found = translationsOf(field).filter((name) => item[name] !== undefined);
  return Object.fromEntries(found.map((name) => [name, item[name]])) as Translations<Field>;
}

/**
 * A text of a dataset for a reader. `item` has it in the dataset's own language (`title`), and perhaps in others
 * (`title_ru`). `own` is the dataset's language.
 */
export function localText<Field extends string>(
  item: { [Key in Field]: string } & Translations<Field>,
  field: Field,
  language: Language,
  own: string,
): LocalText {
  const given = (item as Translations<Field>)[`${field}_${language}`];
  return given === undefined ? { text: item[field], language: own } : { text: given, language };
}

/** All texts that an item has of a field, in the order of `languages`. */
export function textsOf<Field extends string>(item: Translations<Field>, field: Field): string[] {
  return translationsOf(field).flatMap((name) => item[name] ?? []);
}

/** Whether an item has a field in any language: one is enough, whichever it is. */
export function isTranslated<Field extends string>(item: Translations<Field>, field: Field): boolean {
  return textsOf(item, field).length > 0;
}

/**
 * A text that a dataset has in some languages and that is in none of its own: in the reader's, else in the first of
 * `languages` that there is. Throws on a text without any, which its schema refuses.
 */
export function textIn<Field extends string>(
  item: Translations<Field>,
  field: Field,
  language: Language,
): LocalText {
  for (const it of [language, ...languages]) {
    const text = item[`${field}_${it}`];
    if (text !== undefined) return { text, language: it };
  }
  throw new Error(`no ${field} in any language (known: ${languages.join(', ')})`);
}
