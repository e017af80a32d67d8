import { FIRST_ROWS } from '@article21/pages/views';
import { useCallback, useEffect, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';

/** Rows that are shown unasked: days of many cities can be a hundred thousand. */
const STEP = 200;
/** After this, in milliseconds, in which nothing else was chosen, they all come. */
const MOMENT = 400;

interface ShownRows {
  /** How many stand in the table now. */
  drawn: number;
  /** How many will, a moment later. */
  shown: number;
  /** How many more at a time. */
  step: number;
  pending: boolean;
  /** A reader has come to the table: all that are shown unasked stand in it now. */
  reach(): void;
  show(rows: number): void;
}

/**
 * How many of a table's rows are shown: the first, and more or all of them when asked for. Paper gets all. Another
 * question begins with the first again.
 */
export function useShownRows(all: number, question: string): ShownRows {
  const [{ drawn, of }, setShown] = useState({ drawn: FIRST_ROWS, of: question });
  if (of !== question) setShown({ drawn: FIRST_ROWS, of: question });
  const setDrawn = useCallback(
    (next: (rows: number) => number) =>
      setShown((it) => (it.of === question ? { ...it, drawn: next(it.drawn) } : it)),
    [question],
  );
  const [pending, startTransition] = useTransition();
  const show = useCallback((rows: number) => startTransition(() => setDrawn(() => rows)), [setDrawn]);
  const more = drawn < Math.min(STEP, all);
  useEffect(() => {
    if (!more) return;
    const timer = setTimeout(() => show(STEP), MOMENT);
    return () => clearTimeout(timer);
  }, [more, show]);
  const reach = useCallback(() => setDrawn((rows) => Math.max(rows, STEP)), [setDrawn]);
  useAllOnPaper(useCallback(() => setDrawn(() => Number.POSITIVE_INFINITY), [setDrawn]));
  return { drawn, shown: Math.max(drawn, STEP), step: STEP, pending, reach, show };
}

/** Calls `show` before the page is printed, and has what it changes on the page when the browser looks. */
function useAllOnPaper(show: () => void): void {
  useEffect(() => {
    const before = () => flushSync(show);
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [show]);
}
