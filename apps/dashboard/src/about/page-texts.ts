import { type PageTexts, pageTexts } from '@article21/messages';
import { use } from 'react';
import { usePage } from '../frame/page-context.tsx';

const coming = pageTexts();
let come: Awaited<typeof coming> | null = null;

/** Settles when the long texts of pages have come: what is hydrated has them at once. */
export async function loadPageTexts(): Promise<void> {
  come = await coming;
}

/** The long texts of pages; suspends until they have come. Only pages that are loaded when asked for may call it. */
export function usePageTexts(): PageTexts {
  return (come ?? use(coming))[usePage().lang];
}
