import type { SnapshotAnswer } from '@article21/contract/client';
import type { Language } from '@article21/model';

/** The title of a dataset in a language, else as its makers wrote it. */
export function datasetTitle(
  { title, title_ru, title_kk }: SnapshotAnswer['dataset'],
  language: Language,
): string {
  return { en: title, ru: title_ru ?? title, kk: title_kk ?? title }[language];
}
