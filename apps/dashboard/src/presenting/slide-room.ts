import type { Letters } from '@article21/charts';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Room } from '../chart/drawing-of.ts';

/** On a screen of 1920 × 1080 pixels; on another in proportion. */
const SCREEN = { width: 1920, height: 1080 };
const ON_SCREEN: Letters = { well: 20, just: 18, largest: 26 };
/** On a small one, as on a card. */
const LEAST: Letters = { well: 12, just: 10, largest: 20 };
/** What a drawing may be higher than its room, by rounding. */
const ROUNDING = 2;

/** The letters of a slide, in pixels of a window: what is read from the last row has its share of the screen. */
export function slideLetters(window: { width: number; height: number }): Letters {
  const share = Math.min(window.width / SCREEN.width, window.height / SCREEN.height);
  const at = (size: keyof Letters) => Math.max(LEAST[size], ON_SCREEN[size] * share);
  return { well: at('well'), just: at('just'), largest: at('largest') };
}

/** The room that an element has on a slide, now and whenever it changes; null before it is on the page. */
export function useSlideRoom<T extends HTMLElement>(): [RefObject<T | null>, Room | null] {
  const element = useRef<T>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { clientWidth: width, clientHeight } = current;
      const height = Math.max(0, clientHeight - ROUNDING);
      const letters = slideLetters({ width: window.innerWidth, height: window.innerHeight });
      setRoom({ width, height, letters });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, room];
}
