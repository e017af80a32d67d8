import { type ShareTexts, shareTexts } from '@article21/messages/share';
import { usePage } from '../frame/page-context.tsx';

/** What the share dialog says. Only what is loaded with it may call this. */
export function useShareTexts(): ShareTexts {
  return shareTexts[usePage().lang];
}
