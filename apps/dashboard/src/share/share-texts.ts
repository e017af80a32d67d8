import { type ShareTexts, shareTexts } from '@article21/messages';
import { use } from 'react';
import { usePage } from '../frame/page-context.tsx';

const texts = shareTexts();

/** What the share dialog says; suspends until it has come. Only what is loaded with the dialog may call this. */
export function useShareTexts(): ShareTexts {
  return use(texts)[usePage().lang];
}
