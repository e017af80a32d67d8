import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createFit } from './fit.ts';

/** Enlarges what is in it as far as its own box allows. What does not fit even when a little smaller is scrolled. */
export function Fitted({ children }: { children: ReactNode }) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState({ scale: 1, height: 0 });
  useLayoutEffect(() => {
    if (!outer.current || !inner.current) return;
    const around = outer.current;
    const within = inner.current;
    const fit = createFit();
    const measure = () => {
      // With its scroll bar, which comes and goes with what is in it.
      const { offsetWidth: width, offsetHeight } = around;
      const height = within.offsetHeight;
      setBox({ scale: fit({ width, height: offsetHeight }, height), height });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    observer.observe(within);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="fitted" ref={outer}>
      <div style={{ height: box.height * box.scale }}>
        <div
          ref={inner}
          style={{ width: `${100 / box.scale}%`, transform: `scale(${box.scale})`, transformOrigin: '0 0' }}
        >
          {children}
        </div>
      </div>
    </div>
  );
}
