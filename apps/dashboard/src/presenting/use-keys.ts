import { useEffect, useRef } from 'react';
import { type Command, commandOf } from './keys.ts';

/** Runs what a key pressed in a window means, unless the element that has the focus needs the key itself. */
export function useKeys(run: (command: Command) => void, target: Window = window): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    // One listener for all the time: what another does with the same key may draw the page anew, and a listener that
    // was put in the place of this one meanwhile would not hear the key.
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === null || event.defaultPrevented || isTaken(event)) return;
      event.preventDefault();
      latest.current(command);
    };
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [target]);
}

/** Whether the element that has the focus needs the key: a button its space bar, what scrolls its arrows. */
function isTaken({ target, code }: KeyboardEvent): boolean {
  // Not `instanceof`: elements of another window have another class.
  const element = target as Partial<Element> | null;
  if (!element?.closest) return false;
  if (code === 'Space' && element.closest('button, a, summary')) return true;
  const scrolls = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Space', 'Home', 'End'];
  return scrolls.includes(code) && element.closest('.present-panel') !== null;
}
