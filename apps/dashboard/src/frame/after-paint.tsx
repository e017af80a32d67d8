import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { PageScope, usePage } from './page-context.tsx';

/** What a reader asked for is painted first: these parts of the page change a frame later. */
export function AfterPaint({ children }: { children: ReactNode }) {
  return <PageScope page={useAfterPaint(usePage())}>{children}</PageScope>;
}

/** A value as it was when the page was painted last, and the present one as soon as that has been painted. */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    if (painted === value) return;
    return afterPaint(() => startTransition(() => setPainted(value)));
  }, [painted, value]);
  return painted;
}

/** Runs once what stands on the page has been handed over for painting. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = setTimeout(work);
  };
  // A page that nobody sees is given no frames.
  const frame = document.hidden ? 0 : requestAnimationFrame(next);
  if (frame === 0) next();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
