import { type PageTexts, pageTexts } from '@article21/messages';
import { use } from 'react';
import { usePage } from '../frame/page-context.tsx';

const texts = pageTexts();

/** The long texts of pages; suspends until they have come. Only pages that are loaded when asked for may call it. */
export function usePageTexts(): PageTexts {
  return use(texts)[usePage().lang];
}
