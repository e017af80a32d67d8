import { type PageTexts, pageTexts } from '@article21/messages/pages';
import { usePage } from '../frame/page-context.tsx';

/** The long texts of pages. Only pages that are loaded when asked for may call it, because all of them come along. */
export function usePageTexts(): PageTexts {
  return pageTexts[usePage().lang];
}
