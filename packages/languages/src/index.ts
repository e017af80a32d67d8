import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

/** Every language, in the order in which it is offered. */
const languageFolders = [en, ru, kk] as const;
export type Language = (typeof languageFolders)[number]['code'];
/** The languages that every surface speaks; English is what a missing preference falls back to. */
export const languages: readonly Language[] = languageFolders.map(({ code }) => code);

/** What one language says. Throws on an unknown one: languages from outside are checked by the query's schema. */
export function languageFolder(language: Language): (typeof languageFolders)[number] {
  const found = languageFolders.find(({ code }) => code === language);
  if (!found) throw new Error(`unknown language: ${language} (known: ${languages.join(', ')})`);
  return found;
}

export type { AboutTexts } from './en/about.ts';
export type { ApiTexts } from './en/api.ts';
export type { ChartId } from './en/charts.ts';
export type { DeskTexts } from './en/desk.ts';
export type { ImportingTexts } from './en/importing.ts';
export type { ShareTexts } from './en/share.ts';
export type { TemplateTexts } from './en/template.ts';
export type { Forms } from './forms.ts';
export type { MeasureTexts } from './measure-texts.ts';
export type {
  DateTexts,
  EstimateTexts,
  ExchangeTexts,
  Fault,
  LanguageTexts,
  NumberTexts,
  PageTexts,
} from './texts.ts';
