import { type ChartQuery, type Language, languages } from '@article21/model';
import { prerenderedLanguage } from '../page-data.ts';
import { mirror } from '../url/mirror.ts';

/** The language of a page: the one that its address names, else the one in which the server wrote it, else the reader's. */
export function languageOf({ lang }: Pick<ChartQuery, 'lang'>): Language {
  // In a mirror, a folder has one page for all its readers.
  return lang ?? (mirror ? null : prerenderedLanguage) ?? browserLanguage();
}

function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => languages.find((it) => it === tag) ?? [])[0] ?? 'en';
}
