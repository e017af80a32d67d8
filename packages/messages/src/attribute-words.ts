import type { Forms } from '@article21/languages';
import { filteredAttributes, type Translations, textIn, UNSTATED, type Vocabulary } from '@article21/model';
import { choiceOf } from './choice-signs.ts';
import { inSentence } from './declared-words.ts';
import { fill } from './fill.ts';
import type { LanguageTexts } from './texts.ts';

/** What is said of the attributes of a dataset. */
export interface AttributeWords {
  /** The label of an attribute, and of one of its values; of what the vocabulary does not have (yet), its id. */
  attribute(id: string): string;
  attributeValue(id: string, value: string): string;
  /** The filters of one attribute: “Labour” or “Strike”. No two choices of values are said alike. */
  attributeValues(id: string, values: readonly string[]): string;
  /** All filters: `topic: “Labour” or “Strike”; authorised: not stated`. Empty where there is none. */
  attributesFiltered(filters: readonly string[]): string;
  /** The labels of asked attributes of which "not stated" is not asked for, joined by `or`. */
  attributesMissing(filters: readonly string[]): string;
}

/** More values than these are not read to their end; so many of them are named then. */
const MOST_VALUES = 12;
const NAMED = 5;

export function createAttributeWords(
  texts: LanguageTexts,
  { attributes: declared }: Vocabulary,
  plural: (forms: Forms, n: number, values: Readonly<Record<string, string>>) => string,
): AttributeWords {
  const { attributes, headline } = texts;
  const labels = labelsOf(declared, texts);
  const values = new Map(declared.map((it) => [it.id, labelsOf(it.values, texts)]));
  const attribute = (id: string) => labels.get(id) ?? id;
  const inside = (id: string) => inSentence(attribute(id), texts.language);
  const attributeValue = (id: string, value: string) =>
    value === UNSTATED ? attributes.unstated : (values.get(id)?.get(value) ?? value);
  const or = (alternatives: readonly string[]) =>
    alternatives.length < 2
      ? (alternatives[0] ?? '')
      : fill(headline.or, { list: alternatives.slice(0, -1).join(', '), last: alternatives.at(-1) ?? '' });

  function attributeValues(id: string, requested: readonly string[]): string {
    const quoted = requested.map((value) =>
      value === UNSTATED ? attributes.unstated : fill(attributes.value, { value: attributeValue(id, value) }),
    );
    if (quoted.length <= MOST_VALUES) return or(quoted);
    const list = quoted.slice(0, NAMED).join(', ');
    return plural(attributes.moreValues, quoted.length - NAMED, { list, choice: choiceOf(requested) });
  }

  return {
    attribute,
    attributeValue,
    attributeValues,
    attributesFiltered: (filters) =>
      [...filteredAttributes(filters)]
        .map(([id, requested]) =>
          fill(attributes.filtered, { attribute: inside(id), values: attributeValues(id, requested) }),
        )
        .join('; '),
    attributesMissing: (filters) =>
      or(
        [...filteredAttributes(filters)]
          .filter(([, requested]) => !requested.includes(UNSTATED))
          .map(([id]) => inside(id)),
      ),
  };
}

/** Labels by id. Those that are the same in this language have their ids beside them. */
function labelsOf(
  items: readonly ({ id: string } & Translations<'label'>)[],
  { language }: LanguageTexts,
): Map<string, string> {
  const named = items.map((it) => [it.id, textIn(it, 'label', language).text] as const);
  const isTaken = (label: string) => named.filter(([, other]) => other === label).length > 1;
  return new Map(named.map(([id, label]) => [id, isTaken(label) ? `${label} [${id}]` : label]));
}
