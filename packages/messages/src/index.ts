import {
  type ApiTexts,
  type DeskTexts,
  type Language,
  languageFolder,
  languages,
  type PageTexts,
  type ShareTexts,
  type TemplateTexts,
} from '@article21/languages';
import { usualVocabulary } from '@article21/model';
import { createImportMessages, type ImportMessages } from './importing.ts';
import { textsOf } from './texts.ts';
import { createWords, type Words } from './words.ts';

const cache = new Map<Language, Words>();

/** The words of a language. Throws on an unknown one: languages from outside are checked by the query's schema. */
export function words(language: Language): Words {
  const known = cache.get(language);
  if (known) return known;
  const created = createWords(textsOf(language), usualVocabulary);
  cache.set(language, created);
  return created;
}

/** The long texts of pages in every language: loaded when a page asks for them, because no chart needs them. */
export function pageTexts(): Promise<Readonly<Record<Language, PageTexts>>> {
  return inEachLanguage(async (folder) => (await folder.pages()).pages);
}

/** What the share dialog says in every language, loaded when it asks for it. */
export function shareTexts(): Promise<Readonly<Record<Language, ShareTexts>>> {
  return inEachLanguage(async (folder) => (await folder.share()).share);
}

/** What the page that documents the API says around its addresses, in every language. */
export function apiTexts(): Promise<Readonly<Record<Language, ApiTexts>>> {
  return inEachLanguage(async (folder) => (await folder.api()).api);
}

/** What stands in the workbook for a table of one's own, in every language. */
export function templateTexts(): Promise<Readonly<Record<Language, TemplateTexts>>> {
  return inEachLanguage(async (folder) => (await folder.template()).template);
}

/** What the desk says, where a table becomes a dataset, in every language. */
export function deskTexts(): Promise<Readonly<Record<Language, DeskTexts>>> {
  return inEachLanguage(async (folder) => (await folder.desk()).desk);
}

/** What an import asks, refuses and says, in every language. */
export function importMessages(): Promise<Readonly<Record<Language, ImportMessages>>> {
  return inEachLanguage(async (folder) => {
    const [{ importing }, { faults }] = await Promise.all([folder.importing(), folder.faults()]);
    return createImportMessages(words(folder.code), importing, faults);
  });
}

async function inEachLanguage<T>(load: (folder: ReturnType<typeof languageFolder>) => Promise<T>) {
  const loaded = await Promise.all(
    languages.map(async (it) => [it, await load(languageFolder(it))] as const),
  );
  return Object.fromEntries(loaded) as Record<Language, T>;
}

export type {
  ApiTexts,
  ChartId,
  DeskTexts,
  Forms,
  MeasureTexts,
  PageTexts,
  ShareTexts,
  TemplateTexts,
} from '@article21/languages';
export { chartTexts } from './chart-name.ts';
export { fill } from './fill.ts';
export type { Finding } from './findings.ts';
export { formulaSafe } from './formula-safe.ts';
export type { ImportMessages } from './importing.ts';
export { unbroken } from './lines.ts';
export { causesSign, type NumberSign, numberSigns, signsOfNumbers } from './number-signs.ts';
export { countriesOf, figureLabelOf, figureOf, type Overview, overview } from './overview.ts';
export { type ProblemTexts, problemTexts } from './problem.ts';
export { citedOf, type Publishers, publishersOf, publishersText, sourceLine } from './publishers.ts';
export type { LanguageTexts } from './texts.ts';
export type { Words } from './words.ts';
