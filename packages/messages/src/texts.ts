import {
  type Language,
  languageFolder,
  type MeasureTexts,
  type LanguageTexts as Texts,
} from '@article21/languages';
import type { Basis, Phase, Place, Source, Step, UsualKind, UsualMeasureId } from '@article21/model';

/** Words for every id of the model. */
interface ModelTexts {
  measure: Record<UsualMeasureId, MeasureTexts>;
  kind: Record<UsualKind, string>;
  phase: Record<Phase | 'unstated', string>;
  basis: Record<Basis, string>;
  step: Record<Step, string>;
  placeKind: Record<Place['kind'], string>;
  visibility: Record<Source['visibility'], string>;
}

/** All texts of one language that a chart may need. */
export interface LanguageTexts extends Omit<Texts, keyof ModelTexts>, ModelTexts {
  language: Language;
}

/** The words of a language's folder: the compiler names here what English lacks, and in `languages` what others do. */
export function textsOf(language: Language): LanguageTexts {
  const words: Texts = languageFolder(language).words;
  const { measure, kind, phase, basis, step, placeKind, visibility } = words;
  return { ...words, language, measure, kind, phase, basis, step, placeKind, visibility };
}
