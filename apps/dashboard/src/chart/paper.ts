import type { CountsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What is printable of A4 and of Letter, at the margins of the style sheet, in pixels: both take a chart so wide. */
export const PAPER_WIDTH = 680;
/** What is printable of Letter, the lower of the two, without what keeps the parts of a page apart. */
const PAGE_HEIGHT = 910;
/** A chart is not larger, nor so small that nobody could read it, whatever stands around it. */
const [LEAST_HEIGHT, MOST_HEIGHT] = [240, 560];
/** The lines of paper: how many letters each holds at least, how high it is, and what keeps a text from the next. */
const ALONE = { letters: 42, height: 34, gap: 0 };
const SENTENCE = { letters: 80, height: 20, gap: 9 };
const NOTE = { letters: 120, height: 14.2, gap: 4 };
/** Two lines of who says so, and three of where it is found. */
const SOURCE_HEIGHT = 85;

/** What a chart may take of one page: what its sentences, the source and the caveats leave of it. */
export function paperHeight({ headlines, query }: CountsRead, words: Words): number {
  const notes = query.measure.map((id) => {
    const { label, definition, caveat } = words.measure(id);
    return `${label}. ${definition} ${caveat}`;
  });
  const sentences = headlines.map(({ text }) => text);
  const remarks = headlines.flatMap((it) => it.remarks);
  const around =
    heightOf(sentences, sentences.length > 1 ? SENTENCE : ALONE) + heightOf([...remarks, ...notes], NOTE);
  return Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, PAGE_HEIGHT - SOURCE_HEIGHT - around));
}

function heightOf(texts: readonly string[], { letters, height, gap }: typeof NOTE): number {
  return texts.reduce((sum, text) => sum + Math.ceil(text.length / letters) * height + gap, 0);
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
