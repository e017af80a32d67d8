import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether every slide with a chart has it on the page. Until then something that one of them needs, such as the outline
 * of a map, is still on its way. One that cannot be drawn is never ready.
 */
export function useAllDrawn(slides: RefObject<HTMLElement | null>): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const { current } = slides;
    if (!current) return;
    const look = () => {
      const missing = current.querySelector('[data-charted]:not(:has(.chart-canvas svg))');
      if (missing) return;
      setDrawn(true);
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [slides]);
  return drawn;
}
