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
  let over = false;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    if (!over) work();
    channel.port1.close();
  };
  const next = () => channel.port2.postMessage(null);
  // A page that nobody sees is given no frames.
  if (document.hidden) next();
  else requestAnimationFrame(next);
  return () => {
    over = true;
    channel.port1.close();
  };
}
