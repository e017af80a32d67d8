import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/** Calls `show` before the page is printed, and has what it changes on the page when the browser looks. */
export function useAllOnPaper(show: () => void): void {
  useEffect(() => {
    const before = () => flushSync(show);
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [show]);
}
