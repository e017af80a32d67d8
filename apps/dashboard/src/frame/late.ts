import { useEffect, useState } from 'react';

/**
 * Whether something has held for so many milliseconds. What comes sooner changes nothing on the page: a style that only
 * waits to be shown would already make the browser draw the part anew.
 */
export function useLate(holds: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!holds) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [holds, milliseconds]);
  return holds && late;
}
