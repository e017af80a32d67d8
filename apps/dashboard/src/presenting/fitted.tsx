import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** Charts have letters for a page at arm's length: on a screen for a room, they are drawn for this width and enlarged. */
const ROOM_WIDTH = 720;
const LARGEST = 2.6;
const SMALLEST = 0.85;

/** Enlarges what is in it as far as its own box allows. What does not fit even when a little smaller is scrolled. */
export function Fitted({ children }: { children: ReactNode }) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState({ scale: 1, height: 0 });
  useLayoutEffect(() => {
    if (!outer.current || !inner.current) return;
    const around = outer.current;
    const within = inner.current;
    const measure = () => {
      const { clientWidth, clientHeight } = around;
      const height = within.offsetHeight;
      const wanted = Math.min(LARGEST, clientWidth / ROOM_WIDTH, clientHeight / height);
      setBox({ scale: Math.max(SMALLEST, Math.floor(wanted * 50) / 50), height });
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
