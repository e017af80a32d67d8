import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What is printable of A4 and of Letter, at the margins of the style sheet, in pixels: both take a chart so wide. */
export const PAPER_WIDTH = 680;
/** What a chart may take of one page at most, and what each measure takes with its sentence, definition and caveat. */
const MOST_HEIGHT = 560;
const PAGE_HEIGHT = 900;
const MEASURE_HEIGHT = 85;

/** What a chart of so many measures may take of one page. */
export function paperHeight(measures: number): number {
  return Math.min(MOST_HEIGHT, PAGE_HEIGHT - measures * MEASURE_HEIGHT);
}

const listeners = new Set<(printing: boolean) => void>();
let printing = false;

/** Whether the page is being laid out for paper. */
export function usePaper(): boolean {
  const [paper, setPaper] = useState(printing);
  // Not `useSyncExternalStore`: that subscribes after the page was shown, and what is shown may be printed at once.
  useLayoutEffect(() => {
    setPaper(printing);
    return subscribe(setPaper);
  }, []);
  return paper;
}

/** Prints the page, after everything on it has been drawn for paper. */
export function print(): void {
  set(true);
  window.print();
}

function set(next: boolean): void {
  if (next === printing) return;
  printing = next;
  // The browser looks at the page as soon as its listeners have been told.
  flushSync(() => {
    for (const listener of listeners) listener(next);
  });
}

const onBefore = () => set(true);
const onAfter = () => set(false);
const onMedia = ({ matches }: MediaQueryListEvent) => set(matches);

function subscribe(listener: (printing: boolean) => void): () => void {
  if (listeners.size === 0) listen();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stopListening?.();
  };
}

let stopListening: (() => void) | null = null;

function listen(): void {
  const media = window.matchMedia('print');
  window.addEventListener('beforeprint', onBefore);
  window.addEventListener('afterprint', onAfter);
  media.addEventListener('change', onMedia);
  stopListening = () => {
    window.removeEventListener('beforeprint', onBefore);
    window.removeEventListener('afterprint', onAfter);
    media.removeEventListener('change', onMedia);
  };
}
