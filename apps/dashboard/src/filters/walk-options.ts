import type { KeyboardEvent } from 'react';

/**
 * The arrow keys go from what is typed to the options, among them and back; Home and End to the first and last of them.
 * Enter ticks like the space bar. Listens around a field of text and the checkboxes that it narrows.
 */
export function walkOptions(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const stops = [...currentTarget.querySelectorAll<HTMLInputElement>('input:not(:disabled)')];
  const at = target instanceof HTMLInputElement ? stops.indexOf(target) : -1;
  if (at < 0) return;
  const to = next(key, at, stops.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  if (to === at && key === 'Enter') stops[at]?.click();
  else stops[to]?.focus();
}

/** The field is stop 0. Undefined for a key that is not of the list's. */
function next(key: string, at: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (at === 0) return undefined;
  if (key === 'Home') return 1;
  if (key === 'End') return last;
  return key === 'Enter' ? at : undefined;
}
