import type { MeasureTexts } from '@article21/languages';
import {
  type DeclaredKind,
  type DeclaredMeasure,
  type MeasureId,
  type Translations,
  textIn,
  textsOf,
  type UsualKind,
  type UsualMeasureId,
  type Vocabulary,
} from '@article21/model';
import type { LanguageTexts } from './texts.ts';

/** What is said of the kinds and measures of a dataset, also of those that it declares. */
export interface VocabularyWords {
  /** Of one that the vocabulary does not have (yet), its id is the label, as with places. */
  measure(id: MeasureId): MeasureTexts;
  /** Lower case: "administrative arrest". One that the vocabulary does not have (yet) is its id. */
  kind(id: string): string;
  /** Whether a measure has no forms for sentences, and stands before its number with a colon. */
  isLabelled(id: MeasureId): boolean;
}

/** The words of a vocabulary in a language; what a dataset does not say in it is said in one that it has. */
export function createVocabularyWords(texts: LanguageTexts, { declared }: Vocabulary): VocabularyWords {
  const measures = new Map(declared.measures.map((it) => [it.id, textsOfDeclared(it, texts)]));
  const kinds = new Map(declared.kinds.map((it) => [it.id, kindOf(it, texts)]));
  const usual = (id: string) =>
    Object.hasOwn(texts.measure, id) ? texts.measure[id as UsualMeasureId] : null;
  return {
    measure: (id) => usual(id) ?? measures.get(id) ?? textsOfUnknown(id, texts),
    kind: (id) => (Object.hasOwn(texts.kind, id) ? texts.kind[id as UsualKind] : (kinds.get(id) ?? id)),
    isLabelled: (id) => usual(id) === null,
  };
}

function textsOfDeclared(declared: DeclaredMeasure, texts: LanguageTexts): MeasureTexts {
  const textOrNull = <Field extends string>(field: Field, item: Translations<Field>) =>
    textsOf(item, field).length > 0 ? textIn(item, field, texts.language).text : null;
  const label = textIn(declared, 'label', texts.language);
  const unit = textOrNull('unit', declared) ?? unitOf(declared.quantity, texts);
  return {
    label: label.text,
    short: label.text,
    unit,
    panel: `${label.text} (${unit})`,
    definition: textIn(declared, 'definition', texts.language).text,
    caveat: textOrNull('caveat', declared) ?? texts.declared.caveat,
    none: `${label.text}: ${texts.declared.none}`,
    noun: null,
  };
}

function textsOfUnknown(id: MeasureId, texts: LanguageTexts): MeasureTexts {
  const label = { label: id, short: id, unit: '', panel: id, definition: '', caveat: '' };
  return { ...label, none: `${id}: ${texts.declared.none}`, noun: null };
}

function unitOf(quantity: DeclaredMeasure['quantity'], { measure }: LanguageTexts): string {
  const alike = { count: 'detentions', amount: 'fines', days: 'arrest_days', records: 'records' } as const;
  return measure[alike[quantity]].unit;
}

function kindOf(kind: DeclaredKind, { language }: LanguageTexts): string {
  return inSentence(textIn(kind, 'label', language).text, language);
}

/** A label as it stands within a sentence: an abbreviation keeps its capitals. */
export function inSentence(label: string, language: string): string {
  const [first = '', second = ''] = label;
  const isName =
    second !== '' &&
    second === second.toLocaleUpperCase(language) &&
    second !== second.toLocaleLowerCase(language);
  return isName ? label : first.toLocaleLowerCase(language) + label.slice(first.length);
}
